/** Reads engagements from AWS: the list page by page, and one with its members, its opportunities and the invitations sent to it. */
import {
  GetEngagementCommand,
  ListEngagementInvitationsCommand,
  ListEngagementMembersCommand,
  ListEngagementResourceAssociationsCommand,
  ListEngagementsCommand,
  type ListEngagementsRequest,
} from '@aws-sdk/client-partnercentral-selling';
import { fail } from '../../shared/errors/app-error.ts';
import { sendForWire } from '../aws/wire.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import type { Json } from '../opportunities/readings.ts';
import { listOf } from './readings.ts';

/** The largest pages that AWS gives of each list. */
const PAGE_SIZE = 100;
const MEMBERS_PAGE = 10;
const ASSOCIATIONS_PAGE = 1000;

/** Every page of one of AWS's lists, with the members of `name`. */
async function* pagesOf(
  ask: (token: { NextToken?: string }) => Promise<Json>,
  name: string,
): AsyncGenerator<readonly unknown[]> {
  let token: string | undefined;
  do {
    const answer = await ask(token === undefined ? {} : { NextToken: token });
    const next = answer['NextToken'];
    // A token that leads to itself would never end.
    if (token !== undefined && next === token) fail('malformed-answer', { params: { field: 'NextToken' } });
    token = typeof next === 'string' && next !== '' ? next : undefined;
    yield listOf(answer, name);
  } while (token !== undefined);
}

export async function allOf(ask: (token: { NextToken?: string }) => Promise<Json>, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const entries of pagesOf(ask, name)) found.push(...entries);
  return found;
}

/** Newest engagement first: AWS sorts by creation alone. */
export function listPages(
  reading: OpportunityReading,
  wish: Pick<ListEngagementsRequest, 'ContextTypes' | 'CreatedBy'> = {},
): AsyncGenerator<readonly unknown[]> {
  const ask = (token: { NextToken?: string }) =>
    sendForWire(
      reading.door,
      new ListEngagementsCommand({
        ...wish,
        ...token,
        Catalog: reading.catalog,
        MaxResults: PAGE_SIZE,
        Sort: { SortBy: 'CreatedDate', SortOrder: 'DESCENDING' },
      }),
      reading,
    );
  return pagesOf(ask, 'EngagementSummaryList');
}

/** Which opportunity belongs to which engagement; of one engagement where it is named. */
export function associationPages(
  reading: OpportunityReading,
  engagementId?: string,
): AsyncGenerator<readonly unknown[]> {
  const ask = (token: { NextToken?: string }) =>
    sendForWire(
      reading.door,
      new ListEngagementResourceAssociationsCommand({
        ...token,
        Catalog: reading.catalog,
        ResourceType: 'Opportunity',
        MaxResults: ASSOCIATIONS_PAGE,
        ...(engagementId === undefined ? {} : { EngagementIdentifier: engagementId }),
      }),
      reading,
    );
  return pagesOf(ask, 'EngagementResourceAssociationSummaries');
}

export function getEngagement(reading: OpportunityReading, id: string): Promise<Json> {
  return sendForWire(reading.door, new GetEngagementCommand({ Catalog: reading.catalog, Identifier: id }), reading);
}

export function listSent(reading: OpportunityReading, engagementId: string): Promise<unknown[]> {
  const ask = (token: { NextToken?: string }) =>
    sendForWire(
      reading.door,
      new ListEngagementInvitationsCommand({
        ...token,
        Catalog: reading.catalog,
        ParticipantType: 'SENDER',
        EngagementIdentifier: [engagementId],
        MaxResults: PAGE_SIZE,
      }),
      reading,
    );
  return allOf(ask, 'EngagementInvitationSummaries');
}

export interface WholeEngagement {
  readonly document: Json;
  readonly members: readonly unknown[];
  readonly associations: readonly unknown[];
  readonly invitations: readonly unknown[];
}

export async function readEngagement(reading: OpportunityReading, id: string): Promise<WholeEngagement> {
  const document = await getEngagement(reading, id);
  const members = await allOf(
    (token) =>
      sendForWire(
        reading.door,
        new ListEngagementMembersCommand({
          ...token,
          Catalog: reading.catalog,
          Identifier: id,
          MaxResults: MEMBERS_PAGE,
        }),
        reading,
      ),
    'EngagementMemberList',
  );
  const associations: unknown[] = [];
  for await (const entries of associationPages(reading, id)) associations.push(...entries);
  return { document, members, associations, invitations: await listSent(reading, id) };
}
