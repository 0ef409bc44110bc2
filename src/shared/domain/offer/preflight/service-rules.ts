/** How long the service runs, or from when to when (future dated agreements). */
import { addDuration, compareDurations, durationInDays, durationInMonths } from '../../dates/duration.ts';
import { addMonths, compareDates, daysBetween, isPlainDate } from '../../dates/plain-date.ts';
import { isDurationOfUnit, serviceModesFor } from '../kinds.ts';
import { replacementOf } from '../replaced-agreement.ts';
import { isPositiveDuration, type OfferFacts } from './facts.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'service';

/** The service duration where one is typed and can be read; rules about its value start from here. */
function readableDuration({ draft, kind }: OfferFacts): string | null {
  return kind && draft.service.mode === 'duration' && isPositiveDuration(draft.service.duration)
    ? draft.service.duration
    : null;
}

/** First and last day of a future dated agreement, where both are real dates in order. */
export function serviceSpan({ draft }: OfferFacts): { start: string; end: string } | null {
  if (draft.service.mode !== 'dates') return null;
  const { startDate: start, endDate: end } = draft.service;
  return isPlainDate(start) && isPlainDate(end) && start < end ? { start, end } : null;
}

/**
 * The shortest service for AMI and container offers: a buyer may accept on the last day, and the fixed or annual part must still
 * fit. Its last day after today as a date; null where it cannot be said.
 */
export function shortestServiceEnd(facts: OfferFacts): string | null {
  const { draft, kind, expiry, paid, rateCards, context } = facts;
  if (!kind?.serviceCoversExpiry || expiry === null || compareDates(expiry, context.today) < 0) return null;
  // A duration that is too long by itself is said by its own rule.
  const fits = (duration: string) =>
    isPositiveDuration(duration) && compareDurations(duration, kind.maxLength, context.today) <= 0;
  const durations = (paid ? [draft.installments.duration] : rateCards.map(({ duration }) => duration)).filter(fits);
  const ends = durations.map((duration) => addDuration(expiry, duration)).toSorted(compareDates);
  return ends.at(-1) ?? null;
}

function dateProblems({ draft }: OfferFacts, isWrong: (date: string) => boolean): Problem[] {
  const { service } = draft;
  const dates = service.mode === 'dates' ? [service.startDate, service.endDate] : [];
  const paths = ['service.startDate', 'service.endDate'];
  return dates.flatMap((date, index) => problemIf(isWrong(date), paths[index] ?? 'service', { value: date }));
}

const durationRules: readonly Rule[] = [
  {
    id: 'service-mode-not-allowed',
    severity: 'error',
    step,
    source: '3.3 ValidityTerm by offer kind; 3.7 forbidden ValidityTerm mixes',
    stage: 'request',
    check: ({ draft, paid }) => {
      // A fixed last day alone belongs to offers that replace an agreement, made here or elsewhere.
      const replaces = draft.target !== null || replacementOf(draft) !== null;
      if (draft.kind === null || (draft.service.mode === 'end-date' && replaces)) return [];
      return problemIf(!serviceModesFor(draft.kind, paid).includes(draft.service.mode), 'service');
    },
  },
  {
    id: 'service-duration-missing',
    severity: 'error',
    step,
    source: '3.3 ValidityTerm AgreementDuration',
    stage: 'release',
    onReleased: true,
    check: ({ draft, kind }) =>
      problemIf(
        kind !== null && draft.service.mode === 'duration' && draft.service.duration.trim() === '',
        'service.duration',
      ),
  },
  {
    id: 'service-duration-invalid',
    severity: 'error',
    step,
    source: '3.2 durations: years, months, days',
    stage: 'request',
    onReleased: true,
    check: ({ draft, kind }) => {
      if (!kind || draft.service.mode !== 'duration') return [];
      const { duration } = draft.service;
      return problemIf(duration.trim() !== '' && !isPositiveDuration(duration), 'service.duration', {
        value: duration,
      });
    },
  },
  {
    id: 'service-duration-unit',
    contexts: ['months', 'days'],
    severity: 'error',
    step,
    source: '3.3 metered durations in days, entitled durations in months',
    stage: 'request',
    onReleased: true,
    check: (facts) => {
      const duration = readableDuration(facts);
      const unit = facts.kind?.serviceDurationUnit ?? 'days';
      return problemIf(duration !== null && !isDurationOfUnit(duration, unit), 'service.duration', { context: unit });
    },
  },
  {
    id: 'service-duration-too-long',
    contexts: ['months', 'days'],
    severity: 'error',
    step,
    source: '3.3 maximum lengths: 60 months, AMI and container usage 1095 days',
    stage: 'request',
    onReleased: true,
    check: (facts) => {
      const duration = readableDuration(facts);
      const max = facts.kind?.maxLength ?? 'P60M';
      const isTooLong = duration !== null && compareDurations(duration, max, facts.context.today) > 0;
      return problemIf(isTooLong, 'service.duration', lengthParams(max));
    },
  },
  {
    id: 'service-duration-too-short',
    severity: 'error',
    step,
    source: '3.3 AMI/container AgreementDuration ≥ days until expiry + fixed duration',
    stage: 'request',
    onReleased: true,
    fix: 'extend-service',
    canFix: (facts) => {
      const end = shortestServiceEnd(facts);
      const longest = addDuration(facts.context.today, facts.kind?.maxLength ?? 'P60M');
      return end !== null && end <= longest;
    },
    check: (facts) => {
      const duration = readableDuration(facts);
      const end = shortestServiceEnd(facts);
      if (duration === null || end === null) return [];
      const { today } = facts.context;
      return problemIf(compareDates(addDuration(today, duration), end) < 0, 'service.duration', {
        days: daysBetween(today, end),
      });
    },
  },
];

const dateRules: readonly Rule[] = [
  {
    id: 'service-date-missing',
    severity: 'error',
    step,
    source: '3.7 only start, or end without start',
    stage: 'release',
    check: (facts) => dateProblems(facts, (date) => date.trim() === ''),
  },
  {
    id: 'service-date-invalid',
    severity: 'error',
    step,
    source: '3.2 ValidityTerm dates YYYY-MM-DD',
    stage: 'request',
    check: (facts) => dateProblems(facts, (date) => date.trim() !== '' && !isPlainDate(date)),
  },
  {
    id: 'service-end-before-start',
    severity: 'error',
    step,
    source: '3.7 FDA: AgreementEndDate after AgreementStartDate',
    stage: 'request',
    check: ({ draft }) => {
      if (draft.service.mode !== 'dates') return [];
      const { startDate, endDate } = draft.service;
      return problemIf(isPlainDate(startDate) && isPlainDate(endDate) && endDate <= startDate, 'service.endDate');
    },
  },
  {
    id: 'service-start-before-expiry',
    severity: 'error',
    step,
    source: '3.7 FDA: AgreementStartDate after AvailabilityEndDate',
    stage: 'request',
    check: ({ draft, expiry }) => {
      if (draft.service.mode !== 'dates' || expiry === null || !isPlainDate(draft.service.startDate)) return [];
      return problemIf(draft.service.startDate <= expiry, 'service.startDate', { date: expiry });
    },
  },
  {
    id: 'service-start-too-late',
    severity: 'error',
    step,
    source: '3.7 FDA: at most 3 years ahead',
    stage: 'request',
    check: ({ draft, context }) => {
      if (draft.service.mode !== 'dates' || !isPlainDate(draft.service.startDate)) return [];
      const latest = addMonths(context.today, 36);
      return problemIf(draft.service.startDate > latest, 'service.startDate', { date: latest });
    },
  },
  {
    id: 'service-span-too-long',
    severity: 'error',
    step,
    source: '3.7 start–end span limited; 3.3 maximum length 60 months',
    stage: 'request',
    check: (facts) => {
      const span = serviceSpan(facts);
      const max = facts.kind?.maxLength ?? 'P60M';
      return problemIf(span !== null && span.end >= addDuration(span.start, max), 'service.endDate', lengthParams(max));
    },
  },
];

export const serviceRules: readonly Rule[] = [...durationRules, ...dateRules];

/** A length for a message: its texts are `<ruleId>_months` and `<ruleId>_days`. */
export function lengthParams(duration: string): { context: 'months' | 'days'; max: number } {
  const months = durationInMonths(duration);
  return months === null ? { context: 'days', max: durationInDays(duration) ?? 0 } : { context: 'months', max: months };
}
