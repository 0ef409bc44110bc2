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

export function createAnswers({ accounts, changes, copy }: AnswerDependencies) {
  /** As it stands at AWS now: whoever answers twice, or too late, is told so before anything is sent. */
  async function openInvitation(place: Place, id: string, reading: OpportunityReading) {
    const document = await copy.read(place, id, reading);
    const status = textAt(document, 'Status');
    if (!document || status !== 'PENDING') fail('invitation-closed', { params: { status: status || '-' } });
    return document;
  }

  async function earlierTasks(id: string, reading: OpportunityReading): Promise<string[]> {
    const tasks = await listAcceptances(reading, { EngagementInvitationIdentifier: [id] });
    const open = tasks.find((task) => textAt(task, 'TaskStatus') !== 'FAILED');
    if (open) fail('invitation-closed', { params: { status: textAt(open, 'TaskStatus') } });
    return tasks.map((task) => textAt(task, 'TaskId'));
  }

  return async (
    { confirmedAccountId, ...input }: ParsedInput<'invitations.answer'>,
    place: Place,
    reading: OpportunityReading & { readonly signal: AbortSignal },
  ): Promise<Change> => {
    const { account, invitationId } = input;
    refuseOtherAccount(accounts.getSettings(account), confirmedAccountId, account);
    const document = await openInvitation(place, invitationId, reading);
    const { kind, request } = planAnswer(input, place.catalog, textAt(document, 'PayloadType'));
    const payload: InvitationPayload = {
      catalog: place.catalog,
      engagementId: textAt(document, 'EngagementId'),
      earlierTasks: kind === 'invitation-accept' ? await earlierTasks(invitationId, reading) : [],
      request,
    };
    const wish: CallWish = {
      account,
      kind,
      title: textAt(document, 'EngagementTitle') || invitationId,
      entityType: 'EngagementInvitation',
      entityId: invitationId,
      before: document,
      payload,
    };
    return changes.beginCall(wish, { confirmedAccountId, signal: reading.signal });
  };
}
