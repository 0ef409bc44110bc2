import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preflight, PREFLIGHT_RULES } from '../../../../../../src/shared/domain/offer/preflight/index.ts';
import { exampleCase } from '../../../../../support/example-case.ts';
import { contextOf } from '../../../../../support/offer-drafts.ts';
import { preflightRulesPage } from '../../../../../support/preflight-rules-page.ts';
import { breakerOf, breakOneRule } from '../../../../../support/rule-breakers.ts';

describe('docs/preflight-rules.md', () => {
  it('is current (node scripts/preflight-rules.ts writes it)', () => {
    const page = readFileSync(new URL('../../../../../../docs/preflight-rules.md', import.meta.url), 'utf8');
    expect(page).toBe(preflightRulesPage());
  });

  it.each(PREFLIGHT_RULES.map(({ id }) => id))(
    '%s: passing example passes, failing one breaks this rule alone',
    (ruleId) => {
      const valid = exampleCase(breakerOf(ruleId));
      expect(preflight(valid.draft, valid.product, contextOf(valid))).toEqual([]);
      const { draft, product, context } = breakOneRule(valid, ruleId);
      // Information is no verdict, and may come along.
      const broken = preflight(draft, product, context)
        .filter((finding) => finding.severity !== 'info' || finding.ruleId === ruleId)
        .map((finding) => finding.ruleId);
      expect([...new Set(broken)]).toEqual([ruleId]);
    },
  );
});
