import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileOffer } from '../../../../../src/shared/domain/offer/compile.ts';
import { isAmount, canonicalAmount } from '../../../../../src/shared/domain/money/amount.ts';
import { NO_SAMPLES, readSample, samplesFolder } from '../../../../support/aws-samples.ts';
import { CHANNEL_SAMPLE_CASES, UNMADE_CHANNEL_SAMPLES } from './channel-sample-cases.ts';
import { custom, EULA_URL, SAMPLE_CASES, UNMADE_SAMPLES } from './sample-cases.ts';

const FOLDERS = {
  offers: { made: SAMPLE_CASES, unmade: UNMADE_SAMPLES },
  channel_partner_offers: { made: CHANNEL_SAMPLE_CASES, unmade: UNMADE_CHANNEL_SAMPLES },
};
const MADE = Object.entries(FOLDERS).flatMap(([folder, { made }]) => made.map((one) => ({ folder, ...one })));

/**
 * Compared: the set of changes with type, entity and details. Not compared, as AWS does not care: the order of changes and of members,
 * the name of the change set and of the creating change (and so the references to it), trailing zeros of amounts, whether details are sent as a document or as text.
 */
describe('compileOffer and the change sets that AWS published', () => {
  for (const { folder, file, draft, intent = 'release', held, align = unchanged } of MADE) {
    it.skipIf(samplesFolder === null)(`equals ${file}${samplesFolder === null ? ` (${NO_SAMPLES})` : ''}`, () => {
      const sample = readSample(`aws-change-sets/${folder}/${file}`) as { ChangeSet: Record<string, unknown>[] };
      const request = compileOffer(
        draft,
        { id: 'prod-1111111111111', type: draft.product?.type ?? 'SaaSProduct' },
        { intent, eulaUrl: draft.eula === custom ? EULA_URL : null, changeSetName: 'sample', held },
      );
      expect(comparable(request.ChangeSet)).toEqual(comparable(sample.ChangeSet.map(asDocument).map(align)));
    });
  }

  it.skipIf(samplesFolder === null).each(Object.entries(FOLDERS))('leaves no sample of %s out', (folder, cases) => {
    const files = readdirSync(join(samplesFolder ?? '', 'aws-change-sets', folder));
    expect([...cases.made, ...cases.unmade].map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  it('is told by docs/change-sets.md', () => {
    const page = readFileSync(new URL('../../../../../docs/change-sets.md', import.meta.url), 'utf8');
    for (const { file, path, note } of Object.values(FOLDERS).flatMap(({ made, unmade }) => [...made, ...unmade])) {
      expect(page).toContain(`| ${file.replace('.json', '')} | ${path} | ${note} |`);
    }
  });
});

const unchanged = (change: Readonly<Record<string, unknown>>) => change;

/** `Details` holds the same as `DetailsDocument`, at times as JSON text. */
function asDocument({ Details, ...change }: Record<string, unknown>): Record<string, unknown> {
  if (Details === undefined) return change;
  const document: unknown = typeof Details === 'string' ? JSON.parse(Details) : Details;
  return { ...change, DetailsDocument: document };
}

function comparable(changes: readonly unknown[]): unknown[] {
  return changes
    .map((change) => change as Record<string, unknown>)
    .map(({ ChangeName: _name, ...change }) => withPlainAmounts(change) as Record<string, unknown>)
    .toSorted((a, b) => String(a['ChangeType']).localeCompare(String(b['ChangeType'])));
}

function withPlainAmounts(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => withPlainAmounts(entry));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withPlainAmounts(member, key)]));
  }
  // How the creating change is named is the sender's choice.
  if (typeof value === 'string' && /^\$\w+\.Entity\.Identifier$/.test(value)) return '$new';
  const isMoney = name === 'Price' || name === 'ChargeAmount';
  return isMoney && typeof value === 'string' && isAmount(value) ? canonicalAmount(value) : value;
}
