/** Accepts one invitation of a run, as the button of its page does. */
import type { InvitationSummary } from '../../shared/domain/opportunity/invitation.ts';
import type { Accepting } from '../invitations/accepting.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource } from '../sources.ts';
import type { Performer, RowPlan, RowTask } from './task.ts';

type AcceptTask = Extract<RowTask, { kind: 'accept' }>;

export interface AcceptInvitationsDependencies {
  readonly accepting: Accepting;
  readonly accounts: AccountSource;
  readonly clock: Clock;
}

export function createAcceptInvitations(deps: AcceptInvitationsDependencies): Performer<AcceptTask> {
  const { accepting, accounts, clock } = deps;

  function problemsOf(invitation: InvitationSummary): RowPlan['problems'] {
    const { account, id, status, expiresAt } = invitation;
    if (!accounts.getSettings(account).persona.coSell) return [{ messageKey: 'bulk:problem.noCoSell', params: {} }];
    if (status === 'ACCEPTED') return [{ messageKey: 'bulk:problem.accepted', params: {} }];
    if (status !== 'PENDING') return [{ messageKey: 'errors:invitation-closed.what', params: { status } }];
    if (expiresAt !== null && Date.parse(expiresAt) <= clock.now()) {
      return [{ messageKey: 'bulk:problem.expired', params: {} }];
    }
    return accepting.isUnderWay(account, id) ? [{ messageKey: 'bulk:problem.underWay', params: {} }] : [];
  }

  return {
    async plan({ account, subject, task }) {
      const invitation = accepting.find(account, subject.id);
      return {
        label: invitation.title || invitation.id,
        buyers: [],
        customer: invitation.customer,
        before: invitation.expiresAt?.slice(0, 10) ?? null,
        after: null,
        problems: problemsOf(invitation),
        warnings: [],
        undo: 'none',
        task,
      };
    },
    begin({ account, subject }, { ahead, ...context }) {
      const upcoming = ahead().filter((row) => row.subject.kind === 'invitation');
      return accepting.begin(
        { account, id: subject.id, upcoming: upcoming.map((row) => row.subject.id) },
        { ...context, bulkId: context.bulkId },
      );
    },
  };
}
