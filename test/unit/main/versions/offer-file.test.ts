import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { fileSchemaJson } from '../../../../src/main/versions/files.ts';
import { checkFile, readYaml } from '../../../../src/main/versions/read-file.ts';
import { createOfferDraft, type OfferDraft } from '../../../../src/shared/domain/offer/draft.ts';
import { OFFER_KINDS } from '../../../../src/shared/domain/offer/draft.ts';
import { fromFileMembers, offerFileSchema, toOfferFile } from '../../../../src/shared/domain/version/offer-file.ts';
import { OfferdeckError, type AppError } from '../../../../src/shared/errors/app-error.ts';
import { validDraft } from '../../../support/offer-drafts.ts';

const toText = (draft: OfferDraft) => stringify(toOfferFile(draft), { lineWidth: 0 });

function read(text: string): OfferDraft {
  const { offer } = checkFile(readYaml(text), offerFileSchema);
  return fromFileMembers(offer, { eula: null, target: null });
}

function refusal(text: string): AppError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof OfferdeckError) return error.data;
    throw error;
  }
  throw new Error('was expected to be refused');
}

const places = (text: string) =>
  refusal(text).fields.map(({ path, messageKey, params }) => [path, messageKey, params['line'], params['column']]);

const head = 'format: offerdeck-offer\nversion: 1\noffer:\n';

describe('an offer file', () => {
  it('gives back every draft that it was made of, and the same text again', () => {
    const schema = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(fileSchemaJson('offer')));
    fc.assert(
      fc.property(
        fc.constantFrom(...OFFER_KINDS).chain((kind) => validDraft(kind)),
        ({ draft }) => {
          const text = toText(draft);
          const again = read(text);
          const file = draft.eula.kind === 'custom' ? { ...draft.eula, file: null } : draft.eula;
          expect(again).toEqual({ ...draft, eula: file });
          expect(toText({ ...again, eula: draft.eula })).toBe(text);
          expect(schema(readYaml(text).value), JSON.stringify(schema.errors)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds ids and amounts as texts, and nothing of this machine', () => {
    const draft: OfferDraft = {
      ...createOfferDraft(),
      name: 'Deal',
      buyers: ['012345678901'],
      usagePrices: [{ dimensionKey: 'calls', price: '0.10' }],
      eula: { kind: 'custom', file: { sha256: 'a'.repeat(64), name: 'Terms.pdf', sizeBytes: 1234 } },
      target: { offerId: 'offer-abc', revision: '3', state: 'Released' },
      setAside: undefined,
    };
    expect(toText(draft)).toBe(
      [
        'format: offerdeck-offer',
        'version: 1',
        'changes: offer-abc',
        'offer:',
        '  buyers:',
        '    - "012345678901"',
        '  name: Deal',
        '  currency: USD',
        '  usagePrices:',
        '    - dimensionKey: calls',
        '      price: "0.10"',
        '  eula:',
        '    kind: custom',
        '    file: Terms.pdf',
        `    sha256: ${'a'.repeat(64)}`,
        '',
      ].join('\n'),
    );
  });

  it('keeps the custom EULA that has not been chosen yet', () => {
    const draft: OfferDraft = { ...createOfferDraft(), eula: { kind: 'custom', file: null } };
    expect(read(toText(draft)).eula).toEqual({ kind: 'custom', file: null });
  });
});

describe('a file that is refused', () => {
  it.each([
    ['an unknown member', `${head}  nam: Deal\n`, [['offer.nam', 'errors:field.file-unknown', 4, 3]]],
    [
      'an unknown member deep inside',
      `${head}  usagePrices:\n    - dimensionKey: a\n      prise: "1"\n      price: "1"\n`,
      [['offer.usagePrices.0.prise', 'errors:field.file-unknown', 6, 7]],
    ],
    [
      'an id without quotes',
      `${head}  buyers:\n    - 012345678901\n`,
      [['offer.buyers.0', 'errors:field.file-quotes', 5, 7]],
    ],
    [
      'an amount without quotes',
      `${head}  usagePrices:\n    - dimensionKey: a\n      price: 1.50\n`,
      [['offer.usagePrices.0.price', 'errors:field.file-quotes', 6, 7]],
    ],
    [
      'a missing member',
      `${head}  usagePrices:\n    - dimensionKey: a\n`,
      [['offer.usagePrices.0.price', 'errors:field.file-missing', 5, 7]],
    ],
    ['a choice that is none', `${head}  kind: saas\n`, [['offer.kind', 'errors:field.file-value', 4, 3]]],
    [
      'a form that is none',
      `${head}  service:\n    mode: forever\n`,
      [['offer.service.mode', 'errors:field.file-choice', 5, 5]],
    ],
    [
      'another version',
      'format: offerdeck-offer\nversion: 2\noffer: {}\n',
      [['version', 'errors:field.file-value', 2, 1]],
    ],
    ['something else', 'format: other\nversion: 1\noffer: {}\n', [['format', 'errors:field.file-value', 1, 1]]],
    ['nothing', '', [['', 'errors:field.file-value', 1, 1]]],
  ])('for %s says where', (_name, text, expected) => {
    expect(refusal(text).code).toBe('offer-file-invalid');
    expect(places(text)).toEqual(expected);
  });

  it.each([
    ['a tab', `${head}\tname: Deal\n`, 'errors:field.file-tab', 4],
    ['a name twice', `${head}  name: A\n  name: B\n`, 'errors:field.file-duplicate', 5],
    ['a quote that does not end', `${head}  name: "A\n`, 'errors:field.file-syntax', 5],
    ['an alias', `${head}  name: &a Deal\n  description: *a\n`, 'errors:field.file-alias', 1],
    ['two documents', 'format: offerdeck-offer\n---\na: 1\n', 'errors:field.file-several', 2],
    ['a tag', `${head}  name: !secret x\n`, 'errors:field.file-syntax', 4],
  ])('for %s says that it is no YAML for us', (_name, text, key, line) => {
    expect(refusal(text).code).toBe('offer-file-syntax');
    expect(places(text)[0]?.slice(1, 3)).toEqual([key, line]);
  });
});

describe('the published schemas', () => {
  it.each(['offer', 'template'] as const)('docs/schemas/%s.schema.json is current', (format) => {
    const file = join(import.meta.dirname, `../../../../docs/schemas/${format}.schema.json`);
    // Written by: node scripts/offer-schemas.ts; how it is laid out is the formatter's business.
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(fileSchemaJson(format)));
  });
});
