import { describe, expect, it } from 'vitest';
import { createOfferDraft } from '../../../../../../src/shared/domain/offer/draft.ts';
import { generateSchedule } from '../../../../../../src/shared/domain/payment-schedule/generate.ts';
import { reduceDraft } from '../../../../../../src/shared/domain/offer/wizard/reducer.ts';
import {
  SCHEDULE_FREQUENCIES,
  scheduleFormOf,
  toScheduleRequest,
} from '../../../../../../src/shared/domain/offer/wizard/schedule-form.ts';

const draft = { ...createOfferDraft(), availabilityEndDate: '2027-01-31' };

describe('the form of the schedule utility', () => {
  it('starts the day after the offer expires', () => {
    expect(scheduleFormOf(draft, '2026-11-21').firstDate).toBe('2027-02-01');
    expect(scheduleFormOf(createOfferDraft(), '2026-11-21').firstDate).toBe('2026-11-22');
  });

  it('starts tomorrow where the service would end before the twelfth payment', () => {
    const year = { ...draft, service: { mode: 'duration', duration: 'P12M' } as const };
    expect(scheduleFormOf(year, '2026-11-21').firstDate).toBe('2026-11-22');
    const longer = { ...draft, service: { mode: 'duration', duration: 'P24M' } as const };
    expect(scheduleFormOf(longer, '2026-11-21').firstDate).toBe('2027-02-01');
  });

  it('remembers what was typed', () => {
    const form = { ...scheduleFormOf(draft, '2026-11-21'), total: '1200' };
    expect(scheduleFormOf(reduceDraft(draft, { type: 'schedule.form', form }), '2026-11-21')).toEqual(form);
  });

  it.each(SCHEDULE_FREQUENCIES)('makes a schedule of the asked length with %s', (frequency) => {
    const form = { ...scheduleFormOf(draft, '2026-11-21'), total: '1000', frequency, installments: '7' };
    const made = generateSchedule(toScheduleRequest(form, 'USD'));
    expect(made.ok && made.schedule).toHaveLength(7);
  });

  it('counts business days where asked', () => {
    const form = {
      ...scheduleFormOf(draft, '2026-11-21'),
      total: '10',
      frequency: 'days-15' as const,
      count: 'business-days' as const,
      installments: '2',
    };
    const made = generateSchedule(toScheduleRequest(form, 'USD'));
    expect(made.ok && made.schedule.map(({ date }) => date)).toEqual(['2027-02-01', '2027-02-22']);
  });
});
