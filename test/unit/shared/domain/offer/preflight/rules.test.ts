import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyFix,
  isBlocking,
  preflight,
  PREFLIGHT_RULES,
} from '../../../../../../src/shared/domain/offer/preflight/index.ts';
import { breakerOf, brokenDraft, RULE_BREAKERS } from '../../../../../support/rule-breakers.ts';
import type { PreflightCase } from '../../../../../support/rule-breakers/breaker.ts';
import { contextOf } from '../../../../../support/offer-drafts.ts';

function findingsOf({ draft, product, context }: PreflightCase, ruleId: string) {
  // Information about a valid draft ("expires today") is no verdict and may come and go with it.
  return preflight(draft, product, context).filter(
    (finding) => finding.severity !== 'info' || finding.ruleId === ruleId,
  );
}

const kindOf = (ruleId: string) => PREFLIGHT_RULES.find(({ id }) => id === ruleId);

describe('every rule', () => {
  it('has a way to break it, and every breaker a rule', () => {
    expect(Object.keys(RULE_BREAKERS).toSorted()).toEqual(PREFLIGHT_RULES.map(({ id }) => id).toSorted());
  });

  it.each(PREFLIGHT_RULES.map(({ id }) => id))(
    '%s: its broken drafts break it alone, at a path of the draft',
    (ruleId) => {
      fc.assert(
        fc.property(brokenDraft(ruleId), ({ valid, broken }) => {
          const passing = findingsOf({ ...valid, context: contextOf(valid) }, 'none');
          expect(passing).toEqual([]);
          const findings = findingsOf(broken, ruleId);
          expect([...new Set(findings.map((finding) => finding.ruleId))]).toEqual([ruleId]);
          for (const finding of findings) {
            expect(finding.messageKey).toBe(`preflight:${ruleId}`);
            expect(finding.source).toBe(kindOf(ruleId)?.source);
          }
        }),
        { numRuns: 6 },
      );
    },
  );

  const fixable = PREFLIGHT_RULES.filter(({ fix }) => fix !== undefined).map(({ id }) => id);
  it.each(fixable)('%s: its fix mends it and breaks nothing else', (ruleId) => {
    fc.assert(
      fc.property(brokenDraft(ruleId), ({ broken }) => {
        const { draft, product, context } = broken;
        const fix = findingsOf(broken, ruleId)[0]?.fix ?? null;
        expect(fix).not.toBeNull();
        const fixed = applyFix(fix ?? '', draft, product, context);
        expect(preflight(fixed, product, context).filter(({ severity }) => severity !== 'info')).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('stops a draft at AWS only where AWS would not even keep it', () => {
    const blocks = (ruleId: string) => {
      const [{ broken } = { broken: null }] = fc.sample(brokenDraft(ruleId), { numRuns: 1, seed: 1 });
      if (!broken) throw new Error('nothing generated');
      const [finding] = findingsOf(broken, ruleId);
      if (!finding) throw new Error(`${ruleId} not found`);
      return [isBlocking(finding, 'release'), isBlocking(finding, 'draft')];
    };
    expect(blocks('name-missing')).toEqual([true, false]);
    expect(blocks('usage-price-decimals')).toEqual([true, true]);
    expect(blocks('buyers-many')).toEqual([false, false]);
    expect(breakerOf('name-missing').changes).toBe('draft');
  });
});
