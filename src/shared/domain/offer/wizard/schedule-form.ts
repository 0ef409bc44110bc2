/** The form of the schedule utility: where it starts from, and the request that it makes. */
import { addDays } from '../../dates/plain-date.ts';
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

/** What was typed last, else twelve monthly payments from the day after the offer expires, which AWS always takes. */
export function scheduleFormOf(draft: OfferDraft, today: string): ScheduleForm {
  return (
    setAsideOf(draft).scheduleForm ?? {
      total: '',
      frequency: 'monthly',
      count: 'calendar-days',
      firstDate: addDays(/^\d{4}-\d{2}-\d{2}$/.test(draft.availabilityEndDate) ? draft.availabilityEndDate : today, 1),
      until: 'installments',
      installments: '12',
      lastDate: '',
      remainder: 'frontload',
      yearlyIncreasePercent: '',
    }
  );
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
