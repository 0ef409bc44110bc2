import { describe, expect, it } from 'vitest';
import type { Invoice } from '../../../../../src/shared/domain/agreement/agreement.ts';
import { milestonesOf } from '../../../../../src/shared/domain/agreement/milestones.ts';
import { matchPayments, pendingPayments } from '../../../../../src/shared/domain/agreement/payments.ts';

const schedule = {
  Type: 'PaymentScheduleTerm',
  CurrencyCode: 'USD',
  Schedule: [
    { ChargeDate: '2027-06-01', ChargeAmount: '20.00' },
    { ChargeDate: '2027-01-01', ChargeAmount: '10.00' },
  ],
};

describe('the days that matter in an agreement', () => {
  it('are its end and its payments, numbered in order', () => {
    const found = milestonesOf({ endsAt: '2027-12-31T23:59:59Z', endBehavior: 'EXPIRE' }, [schedule]);
    expect(found.map(({ kind, position, date, amount }) => [kind, position, date, amount])).toEqual([
      ['ends', 0, '2027-12-31', null],
      ['payment', 0, '2027-01-01', '10.00'],
      ['payment', 1, '2027-06-01', '20.00'],
    ]);
  });

  it('are the deadlines before a renewal, counted back from its day', () => {
    const renewal = { Type: 'RenewalTerm', LockoutPeriod: 'P30D', AdjustmentDeadline: 'P60D' };
    const found = milestonesOf({ endsAt: '2028-03-01T00:00:00Z', endBehavior: 'RENEW' }, [renewal]);
    expect(found.map(({ kind, date }) => [kind, date])).toEqual([
      ['renews', '2028-03-01'],
      ['adjust-by', '2028-01-01'],
      ['opt-out-by', '2028-01-31'],
    ]);
  });

  it('are none for pay as you go', () => {
    expect(milestonesOf({ endsAt: null, endBehavior: null }, [])).toEqual([]);
  });
});

const invoice = (id: string, issuedAt: string, amount: string, type = 'INVOICE'): Invoice => ({
  id,
  type,
  issuedAt,
  period: null,
  amount,
  maxAdjustment: null,
  currency: 'USD',
  issuer: null,
});

describe('a schedule against its invoices', () => {
  const rows = ['2027-01-01', '2027-02-01', '2027-03-01'].map((date) => ({ date, amount: '100.00' }));
  const about = { currency: 'USD', today: '2027-02-01', endedOn: null };

  it('takes each invoice once, by amount and day; numbers count, not spelling', () => {
    const invoices = [
      invoice('early', '2026-12-31T00:00:00Z', '100'),
      invoice('first', '2027-01-01T03:00:00Z', '100.0'),
      invoice('credit', '2027-02-01T00:00:00Z', '100.00', 'CREDIT_MEMO'),
    ];
    const payments = matchPayments(rows, invoices, about);
    expect(payments.map(({ state, invoiceId }) => [state, invoiceId])).toEqual([
      ['invoiced', 'first'],
      ['due', null],
      ['coming', null],
    ]);
    expect(pendingPayments(payments).map(({ date }) => date)).toEqual(['2027-03-01']);
  });

  it('cancels what would have come after the end', () => {
    const payments = matchPayments(rows, [], { ...about, endedOn: '2027-01-15' });
    expect(payments.map(({ state }) => state)).toEqual(['due', 'cancelled', 'cancelled']);
  });
});
