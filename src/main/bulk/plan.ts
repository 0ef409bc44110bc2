/** What an action would do, row by row, before anything is written. */
import type { BulkAction, BulkPlanRow } from '../../shared/domain/bulk/bulk.ts';
import { OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import { breathe } from '../entities/breathe.ts';
import type { AccountSource } from '../sources.ts';
import { performerOf, refuseTooMany, type Performers, type RowTask, type TaskRow } from './task.ts';

export interface PlannedRow extends BulkPlanRow {
  readonly task: RowTask;
}

export interface PlanDependencies {
  readonly performers: Performers;
  readonly accounts: AccountSource;
  readonly drafts: { getRecord(id: string): { readonly account: string } };
  /** Rows that take back what a run has done. */
  readonly undo: { rowsOf(runId: string): readonly TaskRow[] };
}

export async function planAction(
  deps: PlanDependencies,
  action: BulkAction,
  signal: AbortSignal,
): Promise<PlannedRow[]> {
  const rows = toTaskRows(deps, action);
  const planned: PlannedRow[] = [];
  const seen = new Set<string>();
  for (const [position, row] of rows.entries()) {
    const found = { position, account: row.account, subject: row.subject, ...(await planRow(deps, row, signal)) };
    const key = `${found.account} ${found.subject.kind} ${found.subject.id}`;
    // An invitation and the opportunity that it has made are one deal.
    planned.push(seen.has(key) ? { ...found, problems: [{ messageKey: 'bulk:problem.twice', params: {} }] } : found);
    seen.add(key);
    await breathe(signal);
  }
  return planned;
}

function toTaskRows({ drafts, undo }: PlanDependencies, action: BulkAction): readonly TaskRow[] {
  switch (action.kind) {
    case 'publish':
      return unique(action.draftIds).map((id) => ({
        account: drafts.getRecord(id).account,
        subject: { kind: 'draft', id },
        task: { kind: 'publish', intent: action.intent, revision: null },
      }));
    case 'expiry':
      return uniqueOffers(action.offers).map(({ account, offerId, date }): TaskRow => {
        const wanted = date ?? action.date;
        const subject = { kind: 'offer', id: offerId } as const;
        if (wanted !== null) return { account, subject, task: { kind: 'expiry', date: wanted } };
        const problem = { messageKey: 'bulk:problem.noDate', params: {} };
        return { account, subject, task: { kind: 'cancel' }, problem };
      });
    case 'cancel':
      return uniqueOffers(action.offers).map(({ account, offerId }) => ({
        account,
        subject: { kind: 'offer', id: offerId },
        task: { kind: 'cancel' },
      }));
    case 'accept':
      return action.invitations.map(({ account, invitationId }) => ({
        account,
        subject: { kind: 'invitation', id: invitationId },
        task: { kind: 'accept' },
      }));
    case 'assign':
      return action.deals.map(({ account, kind, id }) => ({
        account,
        subject: { kind, id },
        task: { kind: 'assign', assignee: action.assignee },
      }));
    case 'undo': {
      const rows = undo.rowsOf(action.runId);
      // Every other action's rows are bounded by its schema.
      refuseTooMany(rows.length);
      return rows;
    }
  }
}

async function planRow({ performers, accounts }: PlanDependencies, row: TaskRow, signal: AbortSignal) {
  const nothing = { label: row.subject.id, buyers: [], before: null, after: null, warnings: [], undo: 'none' as const };
  if (row.problem) return { ...nothing, problems: [row.problem], task: row.task };
  try {
    accounts.getSettings(row.account);
    return await performerOf(performers, row.task).plan(row, signal);
  } catch (error) {
    if (signal.aborted || !(error instanceof OfferdeckError)) throw error;
    // One row that cannot be looked at must not hide the others.
    return { ...nothing, problems: [toProblem(error.data)], task: row.task };
  }
}

function toProblem({ messageKey, params }: AppError): BulkPlanRow['problems'][number] {
  return { messageKey, params };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function uniqueOffers<T extends { account: string; offerId: string }>(offers: readonly T[]): T[] {
  return [...new Map(offers.map((offer) => [`${offer.account} ${offer.offerId}`, offer])).values()];
}
