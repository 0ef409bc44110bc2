import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../../src/shared/contract/app.ts';
import type { OpportunityDraft } from '../../../../../src/shared/domain/opportunity/draft.ts';
import {
  fixOpportunity,
  isBlockingOpportunity,
  lintOpportunity,
  OPPORTUNITY_RULES,
} from '../../../../../src/shared/domain/opportunity/lint/index.ts';
import { PICKLISTS, slugOf, UNTRANSLATED } from '../../../../../src/shared/domain/opportunity/picklists.ts';
import { setAt } from '../../../../../src/shared/domain/opportunity/record.ts';
import { CONTEXT, OPPORTUNITY_BREAKERS } from '../../../../support/opportunity-breakers.ts';
import { COMPLETE, heldAs } from '../../../../support/opportunity-drafts.ts';

const rulesOf = (draft: OpportunityDraft, context = CONTEXT) =>
  lintOpportunity(draft, context).map(({ ruleId }) => ruleId);

describe('rules about opportunities', () => {
  it('have an example each, and an id of their own', () => {
    expect(Object.keys(OPPORTUNITY_BREAKERS).toSorted()).toEqual(OPPORTUNITY_RULES.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(OPPORTUNITY_BREAKERS))(
    '%s: the passing example passes, the failing one breaks this rule alone, and its fix mends it',
    (ruleId, { valid, broken, context }) => {
      expect(rulesOf(valid)).toEqual([]);
      const known = { ...CONTEXT, ...context };
      expect([...new Set(rulesOf(broken, known))]).toEqual([ruleId]);
      const mendable = lintOpportunity(broken, known).filter(({ fix }) => fix !== null);
      if (mendable.length === 0) return;
      const mended = mendable.reduce((draft, finding) => fixOpportunity(draft, finding), broken);
      expect(rulesOf(mended, known).filter((id) => !ASKED_NEXT.has(id))).toEqual([]);
    },
  );

  it('stop keeping a draft at AWS only by what AWS refuses of a draft', () => {
    const unshareable = lintOpportunity({ ...COMPLETE, associations: [] }, CONTEXT);
    expect(unshareable.filter((finding) => isBlockingOpportunity(finding, 'save'))).toEqual([]);
    expect(unshareable.some((finding) => isBlockingOpportunity(finding, 'share'))).toBe(true);
  });

  it('say nothing that stands in the way about what AWS holds and has locked', () => {
    const held = heldAs('Approved');
    const odd = setAt(held, 'customer.account.websiteUrl', 'no site at all');
    const draft = { ...odd, target: { ...odd.target!, base: { ...odd.target!.base, customer: odd.customer } } };
    const [finding] = lintOpportunity(draft, CONTEXT);
    expect(finding).toMatchObject({ ruleId: 'website-form', severity: 'info' });
  });

  it('leave a closed opportunity its close date of the past', () => {
    const past = { stage: 'Closed Lost', closedLostReason: 'Price', targetCloseDate: '2020-01-01' };
    expect(rulesOf(heldAs('Approved', past))).toEqual([]);
  });
});

describe.each(LANGUAGES)('texts of opportunities in %s', (language) => {
  const read = (topic: string) =>
    JSON.parse(
      readFileSync(new URL(`../../../../../src/renderer/i18n/${language}/${topic}.json`, import.meta.url), 'utf8'),
    ) as Record<string, Record<string, string>>;

  it('exist for every rule, and for nothing else', () => {
    expect(Object.keys(read('opportunity-rules')).toSorted()).toEqual(OPPORTUNITY_RULES.map(({ id }) => id).toSorted());
  });

  it('exist for every value of a list but for names', () => {
    const texts = read('picklists');
    const missing = Object.entries(PICKLISTS).flatMap(([name, values]) =>
      UNTRANSLATED.has(name as keyof typeof PICKLISTS)
        ? []
        : values.filter((value) => !NAMES.has(value) && texts[name]?.[slugOf(value)] === undefined),
    );
    expect(missing).toEqual([]);
    const known = Object.entries(PICKLISTS).flatMap(([name, values]) =>
      values.map((value) => `${name}.${slugOf(value)}`),
    );
    const all = Object.entries(texts).flatMap(([name, entries]) =>
      Object.keys(entries).map((slug) => `${name}.${slug}`),
    );
    expect(all.filter((key) => !known.includes(key))).toEqual([]);
  });
});

/** What a fix makes room for, and a person then gives. */
const ASKED_NEXT = new Set(['amount-missing', 'needs-missing']);

/** Names of products and companies, and abbreviations. */
const NAMES = new Set([
  'Oracle Cloud',
  'Akamai',
  'AliCloud',
  'Google Cloud Platform',
  'IBM Softlayer',
  'Microsoft Azure',
  'AI/ML',
  'IoT',
  'IOT',
  'SAP',
  'VMC',
  'VMWare',
  'Outpost',
]);
