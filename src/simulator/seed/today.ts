/** Dates of the seed world, counted from the day it is made. */
import { addDays, addMonths, toDay } from '../catalog/instants.ts';

export interface Today {
  /** `YYYY-MM-DD`, so many days from today; negative = past. */
  readonly day: (offset: number) => string;
  /** First of a month so many months ahead. */
  readonly firstOfMonth: (months: number) => string;
  /** An instant at a plausible hour of that day. */
  readonly instant: (offset: number, hour?: number) => string;
}

export function todayAt(epochMs: number): Today {
  const today = toDay(epochMs);
  const day = (offset: number) => addDays(today, offset);
  return {
    day,
    firstOfMonth: (months) => `${addMonths(today, months).slice(0, 7)}-01`,
    instant: (offset, hour = 9) => `${day(offset)}T${String(hour).padStart(2, '0')}:24:0${Math.abs(offset) % 10}Z`,
  };
}
