/** Breaks rules about the payment schedule. */
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { Installment } from '../../../src/shared/domain/offer/draft.ts';
import { afterExpiry, type Breakable, type Breaker } from './breaker.ts';

const paid = (schedule: (all: Breakable) => Installment[]): Breaker => ({
  kind: 'saas-contract',
  installments: true,
  serviceMode: 'duration',
  changes: 'draft',
  breakIn: (all) => {
    all.draft.installments.schedule = schedule(all);
  },
});
const own = (breaker: Breaker): Breaker => ({ ...breaker, changes: 'own' });
const firstAmount = (amount: string) =>
  paid(({ draft }) => draft.installments.schedule.map((row, index) => (index === 0 ? { ...row, amount } : row)));
const secondDate = (date: string) =>
  paid(({ draft }) => [
    { date: afterExpiry(draft, 1), amount: '1' },
    { date, amount: '1' },
  ]);

export const scheduleBreakers: Readonly<Record<string, Breaker>> = {
  'schedule-missing': paid(() => []),
  'charges-too-many': paid(({ draft }) => {
    draft.service = { mode: 'duration', duration: 'P60M' };
    return Array.from({ length: 61 }, (_, index) => ({ date: afterExpiry(draft, index + 1), amount: '1' }));
  }),
  'charge-amount-missing': firstAmount(''),
  'charge-amount-not-a-number': firstAmount('1e3'),
  'charge-amount-negative': firstAmount('-5'),
  'charge-amount-too-large': firstAmount('100000001'),
  'charge-amount-decimals': firstAmount('1.005'),
  'schedule-total-zero': own(paid(({ draft }) => draft.installments.schedule.map((row) => ({ ...row, amount: '0' })))),
  'charge-date-missing': secondDate(''),
  'charge-date-invalid': secondDate('2027-02-30'),
  'charge-date-duplicate': paid(({ draft }) => {
    const row = { date: afterExpiry(draft, 1), amount: '1' };
    return [row, row];
  }),
  'charge-date-past': paid(({ context }) => [{ date: addDays(context.today, -1), amount: '1' }]),
  'charges-before-expiry': paid(({ draft, context }) => {
    draft.availabilityEndDate = addDays(context.today, 10);
    return [1, 2].map((days) => ({ date: addDays(context.today, days), amount: '1' }));
  }),
  'charge-after-service': paid(({ draft }) => [{ date: afterExpiry(draft, 4000), amount: '1' }]),
};
