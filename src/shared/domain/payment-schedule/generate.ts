/** Makes a payment schedule: equal gaps, amounts that add up to the total to the last coin. */
import type { FieldError } from '../../errors/app-error.ts';
import { addBusinessDays, addDays, addMonths, daysBetween, isPlainDate, toBusinessDay } from '../dates/plain-date.ts';
import { compoundWeights, formatAmount, splitAmount } from '../money/amount.ts';
import type { Installment } from '../offer/draft.ts';
import { checkRequest, MAX_INSTALLMENTS, scheduleError, type CheckedRequest, type ScheduleRequest } from './request.ts';

export type GeneratedSchedule =
  | { readonly ok: true; readonly schedule: Installment[] }
  /** Paths name the fields of the request: `total`, `firstDate`, `until.lastDate`, … */
  | { readonly ok: false; readonly errors: FieldError[] };

const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const;

/**
 * The schedule for a request, or every field that is wrong with it. Amounts carry the currency's decimals and add up to
 * `total` exactly; dates rise strictly. What the dates mean for an offer (expiry, end of service) is for preflight to say.
 */
export function generateSchedule(request: ScheduleRequest): GeneratedSchedule {
  const { checked, errors } = checkRequest(request);
  if (!checked) return { ok: false, errors };
  const dates = chargeDates(checked);
  if (dates === null) {
    return { ok: false, errors: [scheduleError('until.lastDate', 'installments-too-many', { max: MAX_INSTALLMENTS })] };
  }
  const lastDate = dates.at(-1);
  if (lastDate === undefined) return { ok: false, errors: [scheduleError('until.lastDate', 'end-before-start')] };
  if (!isPlainDate(lastDate)) return { ok: false, errors: [scheduleError('until.installments', 'too-far-ahead')] };
  const amounts = splitAmount({
    total: checked.total,
    weights: weightsOf(dates, checked),
    decimals: checked.decimals,
    remainder: checked.remainder,
  });
  const schedule = dates.map((date, index) => ({
    date,
    amount: formatAmount(amounts[index] ?? '0', checked.decimals),
  }));
  return { ok: true, schedule };
}

/** null where the last date asks for more payments than AWS takes; empty where not even the first one fits. */
function chargeDates(request: CheckedRequest): string[] | null {
  const wanted = request.installments ?? MAX_INSTALLMENTS + 1;
  const dates: string[] = [];
  for (let index = 0; index < wanted; index += 1) {
    const date = chargeDate(request, index);
    if (request.lastDate !== null && date > request.lastDate) break;
    dates.push(date);
  }
  return dates.length > MAX_INSTALLMENTS ? null : dates;
}

function chargeDate({ frequency, firstDate }: CheckedRequest, index: number): string {
  if (frequency.kind !== 'days') return addMonths(firstDate, index * MONTHS[frequency.kind]);
  return frequency.count === 'business-days'
    ? addBusinessDays(toBusinessDay(firstDate), index * frequency.days)
    : addDays(firstDate, index * frequency.days);
}

function weightsOf(dates: readonly string[], { frequency, increase, firstDate }: CheckedRequest): string[] {
  const yearOf = (date: string, index: number) =>
    frequency.kind === 'days'
      ? Math.floor(daysBetween(firstDate, date) / 365)
      : Math.floor((index * MONTHS[frequency.kind]) / 12);
  const years = dates.map(yearOf);
  const weights = compoundWeights(increase, (years.at(-1) ?? 0) + 1);
  return years.map((year) => weights[year] ?? '1');
}
