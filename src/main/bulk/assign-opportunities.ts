/** Assigns one opportunity of a run, as the dialog of its page does. */
import type { OpportunityDetail } from '../../shared/domain/opportunity/opportunity.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Accepting } from '../invitations/accepting.ts';
import { hasAssignee, type Assigning } from '../opportunities/assign.ts';
import type { AccountSource } from '../sources.ts';
import type { Performer, RowPlan, RowTask, TaskRow } from './task.ts';

type AssignTask = Extract<RowTask, { kind: 'assign' }>;
type Row = TaskRow & { readonly task: AssignTask };
type Problem = RowPlan['problems'][number];

export interface AssignOpportunitiesDependencies {
  readonly assigning: Pick<Assigning, 'begin'>;
  readonly accepting: Pick<Accepting, 'find'>;
  readonly accounts: AccountSource;
  readonly opportunities: {
    /** As the copy knows it; null where it does not. */
    find(account: string, id: string): Known | null;
    /** Brings it into the copy. */
    read(account: string, id: string, signal: AbortSignal): Promise<unknown>;
    isUnderWay(account: string, id: string): boolean;
  };
}

type Known = Pick<OpportunityDetail, 'id' | 'title' | 'customer' | 'owner' | 'reviewStatus' | 'goneAt' | 'document'>;

const NOTHING = { buyers: [], before: null, after: null, warnings: [], undo: 'none' } as const;

export function createAssignOpportunities(deps: AssignOpportunitiesDependencies): Performer<AssignTask> {
  const { assigning, accepting, accounts, opportunities } = deps;

  async function planOpportunity({ account, task }: Row, id: string, signal: AbortSignal): Promise<RowPlan> {
    // One that an acceptance has just made may not have been read yet.
    if (!opportunities.find(account, id)) await opportunities.read(account, id, signal);
    const known = opportunities.find(account, id) ?? fail('not-found', { params: { name: id } });
    const { title, customer, owner } = known;
    return {
      ...NOTHING,
      subject: { kind: 'opportunity', id },
      label: title || id,
      customer,
      owner,
      problems: problemsOf(account, known, task),
      buyers: [],
      warnings: [],
      task,
    };
  }

  function problemsOf(account: string, known: Known, { assignee }: AssignTask): Problem[] {
    const status = known.reviewStatus;
    const problem = (key: string, params: Problem['params'] = {}) => [{ messageKey: `bulk:problem.${key}`, params }];
    if (!accounts.getSettings(account).persona.coSell) return problem('noCoSell');
    if (known.goneAt !== null) return problem('gone');
    if (status === 'Pending Submission') return problem('notShared');
    if (status === 'Submitted' || status === 'In review') return problem('inReview');
    if (status === 'Rejected') return problem('rejected');
    if (hasAssignee(known.document, assignee)) return problem('assigned', { email: assignee.email });
    return opportunities.isUnderWay(account, known.id) ? problem('underWay') : [];
  }

  return {
    async plan(row, signal) {
      if (row.subject.kind !== 'invitation') return planOpportunity(row, row.subject.id, signal);
      const invitation = accepting.find(row.account, row.subject.id);
      if (invitation.opportunityId !== null) return planOpportunity(row, invitation.opportunityId, signal);
      return {
        ...NOTHING,
        label: invitation.title || invitation.id,
        customer: invitation.customer,
        buyers: [],
        warnings: [],
        problems: [
          invitation.status === 'ACCEPTED'
            ? { messageKey: 'bulk:problem.noOpportunity', params: {} }
            : { messageKey: 'errors:invitation-not-accepted.what', params: { name: invitation.id } },
        ],
        task: row.task,
      };
    },
    begin({ account, subject, task }, { confirmedAccountId, bulkId, check, signal }) {
      const { assignee } = task;
      return assigning.begin(
        { account, opportunityId: subject.id, assignee, confirmedAccountId },
        { bulkId, check, signal },
      );
    },
  };
}
