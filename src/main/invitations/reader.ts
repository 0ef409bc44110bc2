/** Reads invitations to deals and to leads, and the tasks that accept deals, as AWS has them now. */
import {
  GetEngagementInvitationCommand,
  ListEngagementByAcceptingInvitationTasksCommand,
  ListEngagementInvitationsCommand,
  type ListEngagementByAcceptingInvitationTasksRequest,
} from '@aws-sdk/client-partnercentral-selling';
import { fail } from '../../shared/errors/app-error.ts';
import { sendForWire } from '../aws/wire.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import type { Json } from '../opportunities/readings.ts';

/** The largest page that AWS gives of either list, and the most ids that one question may name. */
const PAGE_SIZE = 100;
export const MOST_IDS = 10;

/** Newest invitation first; `engagementIds` narrow to a few. */
export async function* listPages(
  reading: OpportunityReading,
  engagementIds: readonly string[] = [],
): AsyncGenerator<readonly unknown[]> {
  let token: string | undefined;
  do {
    const command = new ListEngagementInvitationsCommand({
      Catalog: reading.catalog,
      ParticipantType: 'RECEIVER',
      MaxResults: PAGE_SIZE,
      Sort: { SortBy: 'InvitationDate', SortOrder: 'DESCENDING' },
      ...(engagementIds.length === 0 ? {} : { EngagementIdentifier: [...engagementIds] }),
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const answer = await sendForWire(reading.door, command, reading);
    const next = answer['NextToken'];
    // A token that leads to itself would never end.
    if (token !== undefined && next === token) fail('malformed-answer', { params: { field: 'NextToken' } });
    token = typeof next === 'string' && next !== '' ? next : undefined;
    const entries = answer['EngagementInvitationSummaries'];
    yield Array.isArray(entries) ? entries : [];
  } while (token !== undefined);
}

export function readInvitation(reading: OpportunityReading, id: string): Promise<Json> {
  const command = new GetEngagementInvitationCommand({ Catalog: reading.catalog, Identifier: id });
  return sendForWire(reading.door, command, reading);
}

type TaskWish = Pick<
  ListEngagementByAcceptingInvitationTasksRequest,
  'EngagementInvitationIdentifier' | 'TaskIdentifier'
>;

/** Newest first; one invitation has a handful at most. */
export async function listAcceptances(reading: OpportunityReading, wish: TaskWish): Promise<readonly unknown[]> {
  const command = new ListEngagementByAcceptingInvitationTasksCommand({
    ...wish,
    Catalog: reading.catalog,
    MaxResults: PAGE_SIZE,
    Sort: { SortBy: 'StartTime', SortOrder: 'DESCENDING' },
  });
  const tasks = (await sendForWire(reading.door, command, reading))['TaskSummaries'];
  return Array.isArray(tasks) ? tasks : [];
}
