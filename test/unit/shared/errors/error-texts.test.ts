import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/shared/contract/app.ts';
import { CONNECTION_TEST_STEPS } from '../../../../src/shared/domain/account/account.ts';
import { ERROR_CODES } from '../../../../src/shared/errors/codes.ts';

type Catalogue = { [key: string]: string | Catalogue };

function readCatalogue(language: string, topic: string): Catalogue {
  const file = join(import.meta.dirname, '../../../../src/renderer/i18n', language, `${topic}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

function find(catalogue: Catalogue, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Catalogue | undefined>(
      (node, key) => (typeof node === 'object' ? node[key] : undefined),
      catalogue,
    );
  return typeof found === 'string' ? found : undefined;
}

/** Rules that the core names in `errors:field.<rule>`; zod’s own among them. */
const FIELD_RULES = [
  'invalid_type',
  'too_big',
  'too_small',
  'invalid_format',
  'not_multiple_of',
  'unrecognized_keys',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'custom',
  'aws',
  'required',
  'duplicate',
  'keys-not-used',
  'practice-only',
  'not-in-practice',
  'endpoint-in-real-mode',
  'endpoint-scheme',
  'endpoint-is-aws',
  'role-of-other-account',
  'source-cycle',
  'unknown-account',
  'every-account-once',
];

describe.each(LANGUAGES)('texts of errors in %s', (language) => {
  const errors = readCatalogue(language, 'errors');

  it.each(ERROR_CODES)('%s says what happened and what to do next', (code) => {
    expect(find(errors, `${code}.what`)).toMatch(/\S/);
    expect(find(errors, `${code}.next`)).toMatch(/\S/);
  });

  it.each(FIELD_RULES)('field rule %s', (rule) => {
    expect(find(errors, `field.${rule}`)).toMatch(/\S/);
  });

  it('every step of a connection test can say why it was skipped and how it ended', () => {
    const core = readCatalogue(language, 'accounts-core');
    for (const step of CONNECTION_TEST_STEPS) {
      const results = Object.keys((core['test'] as Catalogue)[step] as Catalogue);
      expect(results.length).toBeGreaterThan(0);
      if (step !== 'credentials') expect(results).toContain('skipped');
    }
  });

  it('the ignored endpoint is named', () => {
    expect(find(readCatalogue(language, 'notices'), 'aws-endpoint-ignored')).toContain('{{names}}');
  });
});
