/** How long the agreement lasts that an offer leads to. */
import { addDuration } from '../../dates/duration.ts';
import { addDays, daysBetween, isPlainDate } from '../../dates/plain-date.ts';
import { isPositiveDuration, type OfferFacts } from './facts.ts';

/** Days of the shortest agreement that a buyer can choose; null where nothing tells. */
export function shortestAgreementDays(facts: OfferFacts): number | null {
  const { service } = facts.draft;
  const { today } = facts.context;
  if (service.mode === 'dates') {
    const isDated = isPlainDate(service.startDate) && isPlainDate(service.endDate);
    // An end that is not after the start is for another rule to say.
    return isDated && service.startDate < service.endDate
      ? daysBetween(service.startDate, addDays(service.endDate, 1))
      : null;
  }
  const durations = durationsOf(facts).filter(isPositiveDuration);
  const lengths = durations.map((duration) => daysBetween(today, addDuration(today, duration)));
  return lengths.length === 0 ? null : Math.min(...lengths);
}

/** The service length where it is a duration; otherwise what is priced. */
function durationsOf({ draft, rateCards, paid }: OfferFacts): string[] {
  if (draft.service.mode === 'duration') return [draft.service.duration];
  return [...(paid ? [draft.installments.duration] : []), ...rateCards.map(({ duration }) => duration)];
}
