import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PUBLISHED_FEES } from '../../../../../src/shared/domain/margin/fees.ts';
import { computeMargin, feeFor, solveMargin, type Deal } from '../../../../../src/shared/domain/margin/margin.ts';

const deal: Deal = { list: '100000', discount: '20', markup: '25', isRenewal: false, feePayer: 'isv' };

describe('the margin of a channel partner offer', () => {
  it('goes from list price to what each side keeps', () => {
    expect(computeMargin(deal, PUBLISHED_FEES)).toEqual({
      list: '100000',
      wholesale: '80000',
      retail: '100000',
      feePercent: '3.5',
      fee: '3500',
      partner: '20000',
      partnerPercent: '20',
      isv: '76500',
      isvPercent: '76.5',
    });
  });

  it('takes the fee from whoever is said to bear it', () => {
    const { partner, isv } = computeMargin({ ...deal, feePayer: 'partner' }, PUBLISHED_FEES);
    expect([partner, isv]).toEqual(['16500', '80000']);
  });

  it.each([
    ['999999.99', false, '3.5'],
    ['1000000', false, '2.5'],
    ['9999999.99', false, '2.5'],
    ['10000000', false, '2'],
    ['5', true, '2'],
  ])('takes the fee of the band that %s is in (renewal: %s)', (value, isRenewal, percent) => {
    expect(feeFor(value, isRenewal, PUBLISHED_FEES)).toBe(percent);
  });

  it('says nothing of percentages of nothing', () => {
    expect(computeMargin({ ...deal, list: '0' }, PUBLISHED_FEES)).toMatchObject({
      partnerPercent: null,
      isvPercent: null,
    });
  });
});

describe('the way back', () => {
  it('answers which markup gives 22 percent', () => {
    const found = solveMargin(deal, { kind: 'partner-percent', value: '22' }, PUBLISHED_FEES);
    expect(found).toEqual({ field: 'markup', percent: '28.2051' });
  });

  it('finds the markup also where a higher price has a lower fee', () => {
    const large: Deal = { ...deal, list: '1000000', feePayer: 'partner' };
    const found = solveMargin(large, { kind: 'partner-percent', value: '25' }, PUBLISHED_FEES);
    const { partnerPercent, feePercent } = computeMargin({ ...large, markup: found?.percent ?? '0' }, PUBLISHED_FEES);
    expect([Number(partnerPercent), feePercent]).toEqual([expect.closeTo(25, 3), '2.5']);
  });

  it.each([
    ['a margin of everything', { kind: 'partner-percent', value: '100' }],
    ['a buyer’s price below wholesale', { kind: 'retail', value: '79999' }],
    ['more for the ISV than its list price gives', { kind: 'isv-amount', value: '100001' }],
  ] as const)('has no answer to %s', (_name, goal) => {
    expect(solveMargin(deal, goal, PUBLISHED_FEES)).toBeNull();
  });

  it('finds no markup where the buyer pays the wholesale price, whose fraction of a coin is not shown', () => {
    const rounded: Deal = { ...deal, list: '1006', discount: '0.09', markup: '0' };
    const { retail } = computeMargin(rounded, PUBLISHED_FEES);
    expect(retail).toBe('1005.09');
    expect(solveMargin(rounded, { kind: 'retail', value: retail }, PUBLISHED_FEES)?.percent).toBe('0');
  });

  const percent = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => (n / 100).toFixed(2));
  const anyDeal = fc.record({
    list: fc.integer({ min: 1000, max: 50_000_000 }).map(String),
    discount: percent(60),
    markup: percent(150),
    isRenewal: fc.boolean(),
    feePayer: fc.constantFrom('isv' as const, 'partner' as const),
  });

  it('leads back to the buyer’s price, to a coin in a million', () => {
    fc.assert(
      fc.property(anyDeal, (any) => {
        const { retail } = computeMargin(any, PUBLISHED_FEES);
        const found = solveMargin(any, { kind: 'retail', value: retail }, PUBLISHED_FEES);
        const again = computeMargin({ ...any, markup: found?.percent ?? 'none' }, PUBLISHED_FEES).retail;
        expect(Math.abs(Number(again) - Number(retail))).toBeLessThanOrEqual(Number(retail) * 1e-6 + 0.01);
      }),
    );
  });

  it('gives the partner what was asked for, or says that there is no way', () => {
    fc.assert(
      fc.property(anyDeal, percent(60), (any, wanted) => {
        const found = solveMargin(any, { kind: 'partner-percent', value: wanted }, PUBLISHED_FEES);
        if (found === null) return;
        const { partnerPercent } = computeMargin({ ...any, markup: found.percent }, PUBLISHED_FEES);
        expect(Math.abs(Number(partnerPercent) - Number(wanted))).toBeLessThan(0.001);
      }),
    );
  });

  it('leaves the ISV what was asked for', () => {
    fc.assert(
      fc.property(anyDeal, (any) => {
        const { isv } = computeMargin(any, PUBLISHED_FEES);
        if (Number(isv) <= 0) return;
        const found = solveMargin(any, { kind: 'isv-amount', value: isv }, PUBLISHED_FEES);
        if (found === null) return;
        const again = computeMargin({ ...any, discount: found.percent }, PUBLISHED_FEES).isv;
        expect(Math.abs(Number(again) - Number(isv))).toBeLessThanOrEqual(Number(any.list) * 2e-6 + 0.01);
      }),
    );
  });
});
