/** The rows of a schedule with their running total, as far as the amounts can be read. */
import { isAmount, runningTotals } from '../../../../shared/domain/money/amount.ts';
import type { Installment } from '../../../../shared/domain/offer/draft.ts';

export interface ScheduleRow extends Installment {
  readonly index: number;
  /** Empty from the first amount on that is none. */
  readonly total: string;
}

export function scheduleRows(schedule: readonly Installment[]): ScheduleRow[] {
  const firstBroken = schedule.findIndex(({ amount }) => !isAmount(amount));
  const readable = firstBroken < 0 ? schedule : schedule.slice(0, firstBroken);
  const totals = runningTotals(readable.map(({ amount }) => amount));
  return schedule.map((row, index) => ({ ...row, index, total: totals[index] ?? '' }));
}
