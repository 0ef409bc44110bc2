import { describe, expect, it } from 'vitest';
import {
  AUTHORIZATION_RULES,
  fixAuthorization,
  isBlockingAuthorization,
  preflightAuthorization,
} from '../../../../../src/shared/domain/authorization/preflight/index.ts';
import { AUTHORIZATION_BREAKERS, EXAMPLE, productOf } from '../../../../support/authorization-breakers.ts';

const SHARED = new Set(
  AUTHORIZATION_RULES.filter(({ id }) => !Object.hasOwn(AUTHORIZATION_BREAKERS, id)).map(({ id }) => id),
);

describe('rules that authorizations have of their own', () => {
  it.each(Object.entries(AUTHORIZATION_BREAKERS))(
    '%s: the passing example passes, the failing one breaks this rule alone',
    (ruleId, { valid, broken, context }) => {
      expect(preflightAuthorization(valid, productOf(valid), { ...context, eulaBucketConfigured: true })).toEqual([]);
      const findings = preflightAuthorization(broken, productOf(broken), context);
      expect([...new Set(findings.map((finding) => finding.ruleId))]).toEqual([ruleId]);
      for (const { fix } of findings) {
        if (fix === null) continue;
        const fixed = fixAuthorization(fix, broken, productOf(broken), context);
        expect(preflightAuthorization(fixed, productOf(fixed), context)).toEqual([]);
      }
    },
  );

  it('are all here; the others are rules of offers', () => {
    for (const id of Object.keys(AUTHORIZATION_BREAKERS)) {
      expect(AUTHORIZATION_RULES.map((rule) => rule.id)).toContain(id);
    }
    expect(SHARED.has('contract-price-zero')).toBe(true);
    expect(SHARED.has('reseller-missing')).toBe(false);
  });
});

describe('prices of zero', () => {
  const free = {
    ...EXAMPLE,
    contract: {
      ...EXAMPLE.contract,
      rateCards: [{ duration: 'P12M', prices: [{ dimensionKey: 'seats', price: '0' }] }],
    },
  };
  const context = { today: '2026-11-21', sellerAccountId: null, eulaBucketConfigured: true };

  it('need the explicit choice, which one click makes', () => {
    const [finding, ...more] = preflightAuthorization(free, productOf(free), context);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ ruleId: 'contract-price-zero', fix: 'allow-zero-prices' });
    expect(finding && isBlockingAuthorization(finding, 'release')).toBe(true);
    const fixed = fixAuthorization('allow-zero-prices', free, productOf(free), context);
    expect(preflightAuthorization(fixed, productOf(fixed), context)).toEqual([]);
  });
});
