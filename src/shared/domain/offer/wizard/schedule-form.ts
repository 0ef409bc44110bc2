/** The form of the schedule utility: where it starts from, and the request that it makes. */
import { isDuration, lastDayOf } from '../../dates/duration.ts';
import { addDays, addMonths, isPlainDate } from '../../dates/plain-date.ts';
import type { ScheduleFrequency, ScheduleRequest } from '../../payment-schedule/request.ts';
import type { OfferDraft, ScheduleForm } from '../draft.ts';
import { setAsideOf } from './set-aside.ts';

export const SCHEDULE_FREQUENCIES = [
  'monthly',
  'quarterly',
  'yearly',
  'days-15',
  'days-30',
  'days-90',
  'days-365',
] as const satisfies readonly ScheduleForm['frequency'][];

/** What was typed last, else twelve monthly payments. */
export function scheduleFormOf(draft: OfferDraft, today: string): ScheduleForm {
  return (
    setAsideOf(draft).scheduleForm ?? {
      total: '',
      frequency: 'monthly',
      count: 'calendar-days',
      firstDate: usualFirstDate(draft, today),
      until: 'installments',
      installments: '12',
      lastDate: '',
      remainder: 'frontload',
      yearlyIncreasePercent: '',
    }
  );
}

/** The day after the offer expires is never refused, unless twelve months from there outlast the service; then tomorrow. */
function usualFirstDate({ service, availabilityEndDate }: OfferDraft, today: string): string {
  const tomorrow = addDays(today, 1);
  if (!isPlainDate(availabilityEndDate) || availabilityEndDate < today) return tomorrow;
  const afterExpiry = addDays(availabilityEndDate, 1);
  const lastDay = lastServiceDay(service, today);
  return lastDay !== null && addMonths(afterExpiry, 11) > lastDay ? tomorrow : afterExpiry;
}

/** If the buyer accepts today; null where the length is not known. */
function lastServiceDay(service: OfferDraft['service'], today: string): string | null {
  if (service.mode === 'duration') return isDuration(service.duration) ? lastDayOf(today, service.duration) : null;
  return 'endDate' in service && isPlainDate(service.endDate) ? service.endDate : null;
}

export function isDayFrequency(frequency: ScheduleForm['frequency']): boolean {
  return frequency.startsWith('days-');
}

export function toScheduleRequest(form: ScheduleForm, currency: string): ScheduleRequest {
  return {
    total: form.total,
    currency,
    firstDate: form.firstDate,
    frequency: toFrequency(form),
    until:
      form.until === 'last-date'
        ? { kind: 'last-date', lastDate: form.lastDate }
        : { kind: 'installments', installments: form.installments },
    remainder: form.remainder,
    yearlyIncreasePercent: form.yearlyIncreasePercent,
  };
}

function toFrequency({ frequency, count }: ScheduleForm): ScheduleFrequency {
  switch (frequency) {
    case 'monthly':
    case 'quarterly':
    case 'yearly':
      return { kind: frequency };
    default:
      return { kind: 'days', days: Number(frequency.slice('days-'.length)), count };
  }
}
