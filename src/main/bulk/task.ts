/** What one row of a run does, and who can do it. */
import { z } from 'zod';
import { MOST_BULK_ROWS, type BulkPlanRow, type BulkSubject } from '../../shared/domain/bulk/bulk.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { assigneeSchema } from '../../shared/domain/opportunity/assignee.ts';
import { plainDateSchema } from '../../shared/domain/primitives.ts';
import { fail } from '../../shared/errors/app-error.ts';

export const rowTaskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('publish'),
    intent: z.enum(['release', 'draft']),
    /** The revision of the draft that was looked at; null until a preview has looked. */
    revision: z.number().int().nullable(),
  }),
  z.object({ kind: z.literal('expiry'), date: plainDateSchema }),
  z.object({ kind: z.literal('cancel') }),
  z.object({ kind: z.literal('accept') }),
  z.object({ kind: z.literal('assign'), assignee: assigneeSchema }),
]);
export type RowTask = z.infer<typeof rowTaskSchema>;
export type TaskKind = RowTask['kind'];

/** A row before it is planned. */
export interface TaskRow {
  readonly account: string;
  readonly subject: BulkSubject;
  readonly task: RowTask;
  /** Why it cannot be done at all, known before anybody looked at the subject. */
  readonly problem?: BulkPlanRow['problems'][number];
}

export type RowPlan = Omit<BulkPlanRow, 'position' | 'account' | 'subject'> & {
  /** The task with what the plan has looked at. */
  readonly task: RowTask;
  /** Where the row turns out to be about something else than what was chosen. */
  readonly subject?: BulkSubject;
};

export interface BeginContext {
  readonly confirmedAccountId: string;
  readonly bulkId: string;
  readonly acknowledgedWarnings: readonly string[];
  readonly signal: AbortSignal;
  /** Runs in the transaction that writes the journal's row. */
  readonly check: () => void;
  /** Rows of the account that are next in line, this one first: what can be read for all of them at once need not be read for each. */
  readonly ahead: () => readonly TaskRow[];
}

/** How one kind of task is looked at and begun. */
export interface Performer<T extends RowTask = RowTask> {
  plan(row: TaskRow & { readonly task: T }, signal: AbortSignal): Promise<RowPlan>;
  begin(row: TaskRow & { readonly task: T }, context: BeginContext): Promise<Change>;
}

export type Performers = { readonly [K in TaskKind]: Performer<Extract<RowTask, { kind: K }>> };

export function performerOf(performers: Performers, task: RowTask): Performer {
  // The table pairs each kind with the performer of its own tasks.
  return performers[task.kind] as Performer;
}

export function refuseTooMany(count: number): void {
  if (count > MOST_BULK_ROWS) fail('invalid-input', { params: { name: String(count) } });
}
