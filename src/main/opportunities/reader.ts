/** Reads Partner Central: the list page by page, a record and AWS's summary of it, whole and with what this version does not know. */
import {
  GetAwsOpportunitySummaryCommand,
  GetOpportunityCommand,
  ListOpportunitiesCommand,
  type ListOpportunitiesRequest,
} from '@aws-sdk/client-partnercentral-selling';
import type { PartnerCatalog } from '../../shared/domain/account/account.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { CallOptions, SellingDoor } from '../aws/access.ts';
import { sendForWire } from '../aws/wire.ts';
import type { Json } from './readings.ts';

/** The largest page that AWS gives, and the most ids that one question may name. */
const PAGE_SIZE = 100;
const MOST_IDS = 20;

export interface OpportunityReading extends CallOptions {
  readonly door: SellingDoor;
  readonly catalog: PartnerCatalog;
}

export interface OpportunityRecord {
  readonly document: Json;
  /** null where AWS has none, as before the opportunity is shared. */
  readonly summary: Json | null;
}

export type ListWish = Omit<ListOpportunitiesRequest, 'Catalog' | 'MaxResults' | 'NextToken' | 'Sort'>;

export interface ListPage {
  readonly entries: readonly unknown[];
  /** Leads to the next page; null at the end. */
  readonly next: string | null;
}

/** Newest change first: what changes meanwhile moves to where the next look begins. */
export async function listPage(reading: OpportunityReading, wish: ListWish, token: string | null): Promise<ListPage> {
  const command = new ListOpportunitiesCommand({
    ...wish,
    Catalog: reading.catalog,
    MaxResults: PAGE_SIZE,
    Sort: { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' },
    ...(token === null ? {} : { NextToken: token }),
  });
  const answer = await sendForWire(reading.door, command, reading);
  const next = answer['NextToken'];
  // A token that leads to itself would never end.
  if (token !== null && next === token) fail('malformed-answer', { params: { field: 'NextToken' } });
  const entries = answer['OpportunitySummaries'];
  return {
    entries: Array.isArray(entries) ? entries : [],
    next: typeof next === 'string' && next !== '' ? next : null,
  };
}

export async function* listPages(reading: OpportunityReading, wish: ListWish): AsyncGenerator<readonly unknown[]> {
  let token: string | null = null;
  do {
    const page: ListPage = await listPage(reading, wish, token);
    token = page.next;
    yield page.entries;
  } while (token !== null);
}

/** Which of these AWS still shows, as its list gives them. */
export async function listByIds(reading: OpportunityReading, ids: readonly string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    for await (const entries of listPages(reading, { Identifier: ids.slice(start, start + MOST_IDS) })) {
      found.push(...entries);
    }
  }
  return found;
}

export async function readRecord(reading: OpportunityReading, id: string): Promise<Json> {
  const command = new GetOpportunityCommand({ Catalog: reading.catalog, Identifier: id });
  return sendForWire(reading.door, command, reading);
}

export async function readOpportunity(reading: OpportunityReading, id: string): Promise<OpportunityRecord> {
  const document = await readRecord(reading, id);
  return { document, summary: await readAwsSummary(reading, id) };
}

async function readAwsSummary(reading: OpportunityReading, id: string): Promise<Json | null> {
  const command = new GetAwsOpportunitySummaryCommand({ Catalog: reading.catalog, RelatedOpportunityIdentifier: id });
  try {
    return await sendForWire(reading.door, command, { ...reading, answers: ['resource-not-found'] });
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Deleted, or not shown to this account any more: AWS does not tell the two apart. */
export function isGone(error: unknown): boolean {
  return error instanceof OfferdeckError && error.data.code === 'resource-not-found';
}
