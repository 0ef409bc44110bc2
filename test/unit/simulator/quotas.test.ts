import { describe, expect, it } from 'vitest';
import { createQuotas } from '../../../src/simulator/quotas.ts';

const selling = (operation: string, accountId = '111122223333') => ({
  accountId,
  service: 'partner-central-selling',
  operation,
});

function stage(speed = 1) {
  let now = 1_000_000;
  const quotas = createQuotas({ enforced: true, speed, realNow: () => now });
  return {
    quotas,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the quotas of Partner Central', () => {
  it('are shared by the operations of a group, by account', () => {
    const { quotas, pass } = stage();
    expect(quotas.admit(selling('UpdateOpportunity'))).toBe(true);
    expect(quotas.admit(selling('CreateOpportunity'))).toBe(false);
    expect(quotas.admit(selling('CreateOpportunity', '012345678901'))).toBe(true);
    pass(1_000);
    expect(quotas.admit(selling('CreateOpportunity'))).toBe(true);
    const reads = Array.from({ length: 11 }, () => quotas.admit(selling('GetOpportunity')));
    expect(reads.filter(Boolean)).toHaveLength(10);
    expect(Array.from({ length: 20 }, () => quotas.admit(selling('ListEngagements'))).every(Boolean)).toBe(true);
  });

  it('end after 10,000 writes in any 24 hours, which move on with each of them', () => {
    const { quotas, pass } = stage();
    const admitted = Array.from({ length: 10_001 }, () => {
      pass(2_000);
      return quotas.admit(selling('UpdateOpportunity'));
    });
    expect(admitted.filter((was) => !was)).toHaveLength(1);
    // The first write was 10,001 pauses ago.
    pass(86_400_000 - 10_000 * 2_000);
    expect(quotas.admit(selling('UpdateOpportunity'))).toBe(true);
    expect(quotas.admit(selling('UpdateOpportunity'))).toBe(false);
  });

  it('leave those of the other services as they are', () => {
    const { quotas } = stage(2);
    const reads = Array.from({ length: 21 }, () =>
      quotas.admit({ accountId: '111122223333', service: 'catalog', operation: 'ListEntities' }),
    );
    expect(reads.filter(Boolean)).toHaveLength(20);
  });
});
