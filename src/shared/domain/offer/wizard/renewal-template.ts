/** The schedule of a renewed agreement made from the payment schedule of the offer itself. */
import { daysBetween, isPlainDate } from '../../dates/plain-date.ts';
import { isAmount, isZeroAmount, splitAmount, sumAmounts } from '../../money/amount.ts';
import type { RenewalTerm } from '../draft-terms.ts';
import type { Installment } from '../draft.ts';

/**
 * The same shares at the same distances, counted from the first payment: in months where all payments fall into months of their
 * own, otherwise in days. null where the schedule is not complete or sums up to nothing.
 */
export function templateFromSchedule(schedule: readonly Installment[]): RenewalTerm['template'] | null {
  const rows = schedule
    .map(({ date, amount }) => ({ date, amount: amount.normalize('NFKC').trim() }))
    .filter(({ date, amount }) => date !== '' || amount !== '')
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [first] = rows;
  if (!first || !rows.every(({ date, amount }) => isPlainDate(date) && isAmount(amount))) return null;
  const paid = rows.filter(({ amount }) => !isZeroAmount(amount));
  if (paid.length === 0 || isZeroAmount(sumAmounts(paid.map(({ amount }) => amount)))) return null;
  const shares = splitAmount({
    total: '100',
    weights: paid.map(({ amount }) => amount),
    decimals: 2,
    remainder: 'last',
  });
  const months = paid.map(({ date }) => monthOf(date) - monthOf(first.date));
  const inMonths = new Set(months).size === months.length;
  const charges = paid.map(({ date }, index) => ({
    offset: String(inMonths ? months[index] : daysBetween(first.date, date)),
    percentage: shares[index] ?? '',
    dayOfMonth: inMonths ? String(Number(date.slice(8, 10))) : '',
  }));
  return { unit: inMonths ? 'months' : 'days', charges };
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
