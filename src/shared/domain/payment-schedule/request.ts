/** What a person fills in to have a payment schedule made, and why it may be refused. */
import type { FieldError } from '../../errors/app-error.ts';
import { decimalsFor } from '../money/currency.ts';
import { LARGEST_AMOUNT, parseAmount } from '../money/amount.ts';
import { isPlainDate } from '../dates/plain-date.ts';

/** AWS's published schema takes 60 charges; its console shows 86, but no page promises that for the API. */
export const MAX_INSTALLMENTS = 60;

/** Gaps in days that AWS's own utility offers. */
export const DAY_FREQUENCIES = [15, 30, 90, 365] as const;

export type ScheduleFrequency =
  | { readonly kind: 'days'; readonly days: number; readonly count: 'calendar-days' | 'business-days' }
  /** By calendar date; the day of the first payment, or the last day of a shorter month. */
  | { readonly kind: 'monthly' | 'quarterly' | 'yearly' };

/** All texts are as typed. */
export interface ScheduleRequest {
  readonly total: string;
  readonly currency: string;
  readonly firstDate: string;
  readonly frequency: ScheduleFrequency;
  /** Payments go on until a date (the last one on or before it), or for a number of installments. */
  readonly until:
    | { readonly kind: 'last-date'; readonly lastDate: string }
    | { readonly kind: 'installments'; readonly installments: string };
  /** The payment that takes what cannot be divided evenly. */
  readonly remainder: 'frontload' | 'backload';
  /** Each year costs this much more than the one before; empty = equal payments. */
  readonly yearlyIncreasePercent: string;
}

/** A request whose texts have been read. */
export interface CheckedRequest {
  readonly total: string;
  readonly firstDate: string;
  readonly frequency: ScheduleFrequency;
  readonly lastDate: string | null;
  readonly installments: number | null;
  readonly remainder: 'first' | 'last';
  readonly increase: string;
  readonly decimals: number;
}

/** Schedules may add up to more than one price may be. */
const LARGEST_TOTAL = `${LARGEST_AMOUNT}00`;

export function scheduleError(path: string, problem: string, params: FieldError['params'] = {}): FieldError {
  return { path, messageKey: `payment-schedule:errors.${problem}`, params };
}

/** Reads every field and collects all that is wrong, so that nobody corrects one error only to meet the next. */
export function checkRequest(request: ScheduleRequest): { checked: CheckedRequest | null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  // Whole coins from the start: a total with half a cent cannot be divided exactly.
  const decimals = Math.min(decimalsFor('schedule', request.currency), 2);
  const total = parseAmount(request.total, { decimals, max: LARGEST_TOTAL });
  if (!total.ok) errors.push(scheduleError('total', `total-${total.problem}`, { decimals, max: LARGEST_TOTAL }));
  if (!isPlainDate(request.firstDate)) errors.push(scheduleError('firstDate', 'date-invalid'));
  errors.push(...checkFrequency(request.frequency), ...checkUntil(request));
  const increase = readIncrease(request.yearlyIncreasePercent);
  if (increase === null) errors.push(scheduleError('yearlyIncreasePercent', 'increase-invalid'));
  if (errors.length > 0 || !total.ok || increase === null) return { checked: null, errors };
  return {
    errors,
    checked: {
      total: total.amount,
      firstDate: request.firstDate,
      frequency: request.frequency,
      lastDate: request.until.kind === 'last-date' ? request.until.lastDate : null,
      installments: request.until.kind === 'installments' ? Number(request.until.installments) : null,
      remainder: request.remainder === 'frontload' ? 'first' : 'last',
      increase,
      decimals,
    },
  };
}

function checkFrequency(frequency: ScheduleFrequency): FieldError[] {
  if (frequency.kind !== 'days') return [];
  const { days } = frequency;
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? [] : [scheduleError('frequency', 'frequency-invalid')];
}

function checkUntil({ until, firstDate }: ScheduleRequest): FieldError[] {
  if (until.kind === 'installments') {
    const typed = until.installments.trim();
    if (!/^\d{1,6}$/.test(typed) || Number(typed) === 0)
      return [scheduleError('until.installments', 'installments-invalid')];
    return Number(typed) <= MAX_INSTALLMENTS
      ? []
      : [scheduleError('until.installments', 'installments-too-many', { max: MAX_INSTALLMENTS })];
  }
  if (!isPlainDate(until.lastDate)) return [scheduleError('until.lastDate', 'date-invalid')];
  return isPlainDate(firstDate) && until.lastDate < firstDate
    ? [scheduleError('until.lastDate', 'end-before-start')]
    : [];
}

/** 0 to 100 with up to four decimals; null where it is something else. */
function readIncrease(typed: string): string | null {
  if (typed.trim() === '') return '0';
  const parsed = parseAmount(typed, { decimals: 4, max: '100' });
  return parsed.ok ? parsed.amount : null;
}
