/** The days of a month in weeks, as a calendar shows them. Plain dates: no zone is involved. */
import { addDays } from '../../../../shared/domain/dates/plain-date.ts';

const DAYS_A_WEEK = 7;

export interface Month {
  readonly weeks: readonly (readonly string[])[];
  readonly from: string;
  readonly to: string;
}

/** `firstDay`: 1 for Monday to 7 for Sunday. */
export function monthOf(date: string, firstDay: number): Month {
  const first = `${date.slice(0, 7)}-01`;
  const from = addDays(first, -((weekdayOf(first) - firstDay + DAYS_A_WEEK) % DAYS_A_WEEK));
  const weeks: string[][] = [];
  for (let week = from; week.slice(0, 7) <= date.slice(0, 7); week = addDays(week, DAYS_A_WEEK)) {
    weeks.push(Array.from({ length: DAYS_A_WEEK }, (_, index) => addDays(week, index)));
  }
  return { weeks, from, to: addDays(from, weeks.length * DAYS_A_WEEK - 1) };
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || DAYS_A_WEEK;
}

/** Where a week begins in a language; Sunday where the browser does not know. */
export function firstDayOf(language: string): number {
  const locale = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return locale.getWeekInfo?.().firstDay ?? DAYS_A_WEEK;
}
