/** Reads entities from the Catalog: lists page by page, documents by the batch, bad ones apart from the good ones. */
import {
  BatchDescribeEntitiesCommand,
  DescribeEntityCommand,
  ListEntitiesCommand,
  type EntitySummary,
  type ListEntitiesRequest,
} from '@aws-sdk/client-marketplace-catalog';
import { fail } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import type { CatalogDoor, Priority } from '../aws/access.ts';
import { toProblem, type EntityProblem } from './problem.ts';

const CATALOG = 'AWSMarketplace';
/** The largest page and the largest batch that AWS takes. */
const PAGE_SIZE = 50;
const BATCH_SIZE = 20;

/** What the service says of one entity in a batch, where it cannot give it. */
export const GONE = 'ResourceNotFoundException';

/** A call that failed for these reasons may have failed because of one entity in it. */
const BLAMES_ONE: readonly ErrorCode[] = ['validation-refused', 'malformed-answer', 'resource-not-found'];

export interface Reading {
  readonly door: CatalogDoor;
  readonly priority: Priority;
  readonly signal?: AbortSignal;
}

export interface DescribedEntity {
  readonly id: string;
  readonly revision: string | null;
  readonly lastModifiedAt: string;
  /** As AWS returned it, signed addresses included: not to be kept like this. */
  readonly document: unknown;
}

export type ListRequest = Omit<ListEntitiesRequest, 'Catalog' | 'MaxResults' | 'NextToken'>;

export async function* listPages(reading: Reading, request: ListRequest): AsyncGenerator<EntitySummary[]> {
  let token: string | undefined;
  do {
    const answer = await reading.door.send(
      new ListEntitiesCommand({
        ...request,
        Catalog: CATALOG,
        MaxResults: PAGE_SIZE,
        ...(token === undefined ? {} : { NextToken: token }),
      }),
      reading,
    );
    // A token that leads to itself would never end.
    if (token !== undefined && answer.NextToken === token) fail('malformed-answer', { params: { field: 'NextToken' } });
    token = answer.NextToken;
    yield answer.EntitySummaryList ?? [];
  } while (token);
}

export async function describeOne(reading: Reading, id: string): Promise<DescribedEntity> {
  const answer = await reading.door.send(new DescribeEntityCommand({ Catalog: CATALOG, EntityId: id }), reading);
  return toDescribed(id, answer) ?? fail('malformed-answer', { params: { entityId: id } });
}

export interface DescribedBatch {
  readonly entities: readonly DescribedEntity[];
  readonly problems: readonly EntityProblem[];
}

/** Describes any number of entities, 20 a call; hands over each batch as it comes. */
export async function* describeMany(reading: Reading, ids: readonly string[]): AsyncGenerator<DescribedBatch> {
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    yield await describeBatch(reading, ids.slice(start, start + BATCH_SIZE));
  }
}

async function describeBatch(reading: Reading, ids: readonly string[]): Promise<DescribedBatch> {
  try {
    const answer = await reading.door.send(
      new BatchDescribeEntitiesCommand({ EntityRequestList: ids.map((id) => ({ Catalog: CATALOG, EntityId: id })) }),
      reading,
    );
    const entities: DescribedEntity[] = [];
    const problems: EntityProblem[] = [];
    for (const id of ids) {
      const entity = toDescribed(id, answer.EntityDetails?.[id]);
      const error = answer.Errors?.[id];
      if (entity) entities.push(entity);
      else problems.push({ entityId: id, code: error?.ErrorCode ?? 'Missing', message: error?.ErrorMessage ?? '' });
    }
    return { entities, problems };
  } catch (error) {
    const problem = toProblem(ids[0] ?? '', error, BLAMES_ONE);
    if (!problem) throw error;
    return ids.length > 1 ? describeApart(reading, ids) : { entities: [], problems: [problem] };
  }
}

/** One call each, after a batch was refused as a whole: so that one bad entity costs only itself. */
async function describeApart(reading: Reading, ids: readonly string[]): Promise<DescribedBatch> {
  const parts: DescribedBatch[] = [];
  for (const id of ids) parts.push(await describeBatch(reading, [id]));
  return { entities: parts.flatMap((part) => part.entities), problems: parts.flatMap((part) => part.problems) };
}

interface RawEntity {
  readonly EntityIdentifier?: string | undefined;
  readonly LastModifiedDate?: string | undefined;
  readonly DetailsDocument?: unknown;
}

function toDescribed(id: string, raw: RawEntity | undefined): DescribedEntity | null {
  const lastModifiedAt = toInstant(raw?.LastModifiedDate);
  if (!raw || lastModifiedAt === null || typeof raw.DetailsDocument !== 'object' || !raw.DetailsDocument) return null;
  return {
    id,
    revision: raw.EntityIdentifier?.split('@')[1] ?? null,
    lastModifiedAt,
    document: raw.DetailsDocument,
  };
}

/**
 * An instant in whole seconds, the precision that lists and date filters share: so that texts compare as times do.
 * null for anything that is no instant.
 */
export function toInstant(text: string | undefined): string | null {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
