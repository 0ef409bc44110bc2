/** Accepts or rejects an invitation through the journal: looked at anew before, and nothing else in the call. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change/change.ts';
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

const OPERATIONS = {
  accept: 'StartEngagementByAcceptingInvitationTask',
  reject: 'RejectEngagementInvitation',
} as const;

export function planAnswer({ invitationId, answer, reason }: AnswerInput, catalog: Place['catalog']) {
  if (answer === 'reject' && reason === null) {
    fail('invalid-input', { fields: [{ path: 'reason', messageKey: 'errors:field.required', params: {} }] });
  }
  const request: InvitationPayload['request'] = {
    Catalog: catalog,
    Identifier: invitationId,
    ...(answer === 'reject' && reason !== null ? { RejectionReason: reason } : {}),
  };
  return { catalog, operation: OPERATIONS[answer], request };
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
    const { request } = planAnswer(input, place.catalog);
    const document = await openInvitation(place, invitationId, reading);
    const payload: InvitationPayload = {
      catalog: place.catalog,
      engagementId: textAt(document, 'EngagementId'),
      earlierTasks: await earlierTasks(invitationId, reading),
      request,
    };
    const wish: CallWish = {
      account,
      kind: input.answer === 'accept' ? 'invitation-accept' : 'invitation-reject',
      title: textAt(document, 'EngagementTitle') || invitationId,
      entityType: 'EngagementInvitation',
      entityId: invitationId,
      before: document,
      payload,
    };
    return changes.beginCall(wish, { confirmedAccountId, signal: reading.signal });
  };
}
