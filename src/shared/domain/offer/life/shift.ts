/** Moves the dates of a cloned offer out of the past, all by the same number of days, so that they keep their order and distances. */
import { addDays, daysBetween, isPlainDate } from '../../dates/plain-date.ts';
import type { OfferDraft } from '../draft.ts';

/** A clone whose last day had passed can be accepted for as long as this. */
export const CLONE_EXPIRES_AFTER_DAYS = 30;

export function shiftPastDates(draft: OfferDraft, today: string): { draft: OfferDraft; days: number } {
  const days = daysToShift(draft, today);
  if (days === 0) return { draft, days };
  const move = (date: string) => (isPlainDate(date) ? addDays(date, days) : date);
  const { service, installments } = draft;
  return {
    days,
    draft: {
      ...draft,
      availabilityEndDate: move(draft.availabilityEndDate),
      installments: {
        ...installments,
        schedule: installments.schedule.map((charge) => ({ ...charge, date: move(charge.date) })),
      },
      service: movedService(service, move),
    },
  };
}

function movedService(service: OfferDraft['service'], move: (date: string) => string): OfferDraft['service'] {
  switch (service.mode) {
    case 'dates':
      return { ...service, startDate: move(service.startDate), endDate: move(service.endDate) };
    case 'end-date':
      return { ...service, endDate: move(service.endDate) };
    default:
      return service;
  }
}

/** Enough for the last day to be ahead again, and for the first charge not to be past. */
function daysToShift({ availabilityEndDate, installments, service }: OfferDraft, today: string): number {
  const charges = installments.enabled ? installments.schedule.map(({ date }) => date).filter(isPlainDate) : [];
  const first = charges.toSorted().at(0);
  const start = service.mode === 'dates' && isPlainDate(service.startDate) ? service.startDate : null;
  const needs = [
    isPlainDate(availabilityEndDate) && availabilityEndDate < today
      ? daysBetween(availabilityEndDate, addDays(today, CLONE_EXPIRES_AFTER_DAYS))
      : 0,
    first !== undefined && first < today ? daysBetween(first, today) : 0,
    start !== null && start <= today ? daysBetween(start, addDays(today, 1)) : 0,
  ];
  return Math.max(...needs);
}
