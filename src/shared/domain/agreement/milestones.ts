/** The days that matter in the life of one agreement, from its end and its terms. */
import { addDays, utcDateOf } from '../dates/plain-date.ts';
import { durationInDays } from '../dates/duration.ts';
import type { OfferTerm } from '../offer/entity.ts';
import { scheduleOf } from './readings.ts';

export const MILESTONE_KINDS = ['ends', 'renews', 'adjust-by', 'opt-out-by', 'payment'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

export interface Milestone {
  readonly kind: MilestoneKind;
  /** Tells several of one kind apart, and stays when the day moves: the position of an instalment. */
  readonly position: number;
  /** A calendar day (UTC). */
  readonly date: string;
  readonly amount: string | null;
  readonly currency: string | null;
}

export interface Ending {
  readonly endsAt: string | null;
  /** RENEW: it goes on by itself. */
  readonly endBehavior: string | null;
}

export function milestonesOf(ending: Ending, terms: readonly OfferTerm[]): Milestone[] {
  return [...endingOf(ending, terms), ...paymentsOf(terms)];
}

function endingOf({ endsAt, endBehavior }: Ending, terms: readonly OfferTerm[]): Milestone[] {
  if (endsAt === null) return [];
  const last = utcDateOf(endsAt);
  const none = { position: 0, amount: null, currency: null };
  if (endBehavior !== 'RENEW') return [{ kind: 'ends', date: last, ...none }];
  const renewal = terms.find((term) => term.Type === 'RenewalTerm');
  const before = (period: unknown): string | null => {
    const days = typeof period === 'string' ? durationInDays(period) : null;
    return days === null ? null : addDays(last, -days);
  };
  const adjust = before(renewal?.['AdjustmentDeadline']);
  const lockout = before(renewal?.['LockoutPeriod']);
  return [
    { kind: 'renews', date: last, ...none },
    ...(adjust === null ? [] : [{ kind: 'adjust-by' as const, date: adjust, ...none }]),
    ...(lockout === null ? [] : [{ kind: 'opt-out-by' as const, date: lockout, ...none }]),
  ];
}

function paymentsOf(terms: readonly OfferTerm[]): Milestone[] {
  const currency = terms.find((term) => term.Type === 'PaymentScheduleTerm')?.['CurrencyCode'];
  return scheduleOf(terms).map(({ date, amount }, position) => ({
    kind: 'payment',
    position,
    date: date.slice(0, 10),
    amount,
    currency: typeof currency === 'string' ? currency : null,
  }));
}
