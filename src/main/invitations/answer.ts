/** Accepts or rejects an invitation through the journal: looked at anew before, and nothing else in the call. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { isRejectionReason } from '../../shared/domain/opportunity/invitation.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { CallWish } from '../changes/writes.ts';
import { refuseOtherAccount } from '../changes/writes.ts';
import type { Changes } from '../changes/index.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import { textAt } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import type { AccountSource } from '../sources.ts';
import type { InvitationPayload } from './call-kinds.ts';
import type { InvitationCopy } from './copy.ts';
import { listAcceptances } from './reader.ts';

type AnswerInput = ParsedInput<'invitations.plan'>;

interface AnswerDependencies {
  readonly accounts: AccountSource;
  readonly changes: Pick<Changes, 'beginCall'>;
  readonly copy: InvitationCopy;
}

/** A deal becomes an opportunity by a task; a lead is accepted at once. */
const ACCEPTING = {
  deal: { operation: 'StartEngagementByAcceptingInvitationTask', kind: 'invitation-accept' },
  lead: { operation: 'AcceptEngagementInvitation', kind: 'lead-accept' },
} as const;
const REJECTING = { operation: 'RejectEngagementInvitation', kind: 'invitation-reject' } as const;

export function planAnswer(
  { invitationId, answer, reason }: AnswerInput,
  catalog: Place['catalog'],
  payloadType: string,
) {
  if (answer === 'reject') {
    const wrong = reason === null ? 'required' : isRejectionReason(payloadType, reason) ? null : 'invalid_value';
    if (wrong) fail('invalid-input', { fields: [{ path: 'reason', messageKey: `errors:field.${wrong}`, params: {} }] });
  }
  const way = answer === 'reject' ? REJECTING : ACCEPTING[payloadType === 'LeadInvitation' ? 'lead' : 'deal'];
  const request: InvitationPayload['request'] = {
    Catalog: catalog,
    Identifier: invitationId,
    ...(answer === 'reject' && reason !== null ? { RejectionReason: reason } : {}),
  };
  return { catalog, ...way, request };
}

/** Whoever answers twice, or too late, is told so before anything is sent. */
export function refuseClosed(status: string): void {
  if (status !== 'PENDING') fail('invitation-closed', { params: { status: status || '-' } });
}

/** Ids of tasks that have failed; one that has not is the answer itself. */
export function refuseEarlier(tasks: readonly unknown[]): string[] {
  const open = tasks.find((task) => textAt(task, 'TaskStatus') !== 'FAILED');
  if (open) fail('invitation-closed', { params: { status: textAt(open, 'TaskStatus') } });
  return tasks.map((task) => textAt(task, 'TaskId'));
}

interface Answered {
  /** The invitation as it stood before. */
  readonly document: unknown;
  readonly earlierTasks: readonly string[];
}

export function acceptanceOf(place: Place, id: string, answered: Answered): CallWish {
  const input = { account: place.account, invitationId: id, answer: 'accept', reason: null } as const;
  const { kind, request } = planAnswer(input, place.catalog, textAt(answered.document, 'PayloadType'));
  return toWish(place, kind, request, answered);
}

function toWish(
  { account, catalog }: Place,
  kind: CallWish['kind'],
  request: InvitationPayload['request'],
  { document, earlierTasks }: Answered,
): CallWish {
  const engagementId = textAt(document, 'EngagementId');
  const payload: InvitationPayload = { catalog, engagementId, earlierTasks: [...earlierTasks], request };
  return {
    account,
    kind,
    title: textAt(document, 'EngagementTitle') || request.Identifier,
    entityType: 'EngagementInvitation',
    entityId: request.Identifier,
    before: document,
    payload,
  };
}

export function createAnswers({ accounts, changes, copy }: AnswerDependencies) {
  return async (
    { confirmedAccountId, ...input }: ParsedInput<'invitations.answer'>,
    place: Place,
    reading: OpportunityReading & { readonly signal: AbortSignal },
  ): Promise<Change> => {
    const { account, invitationId } = input;
    refuseOtherAccount(accounts.getSettings(account), confirmedAccountId, account);
    // As it stands at AWS now.
    const document = await copy.read(place, invitationId, reading);
    refuseClosed(textAt(document, 'Status'));
    const { kind, request } = planAnswer(input, place.catalog, textAt(document, 'PayloadType'));
    const asked = { EngagementInvitationIdentifier: [invitationId] };
    const tasks = kind === 'invitation-accept' ? await listAcceptances(reading, asked) : [];
    const wish = toWish(place, kind, request, { document, earlierTasks: refuseEarlier(tasks) });
    return changes.beginCall(wish, { confirmedAccountId, signal: reading.signal });
  };
}
