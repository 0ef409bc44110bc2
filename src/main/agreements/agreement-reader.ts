/** Reads agreements from the Agreement API: searches page by page, terms of one agreement over all pages. */
import {
  DescribeAgreementCommand,
  GetAgreementTermsCommand,
  SearchAgreementsCommand,
  type AgreementViewSummary,
  type DescribeAgreementCommandOutput,
  type Filter,
} from '@aws-sdk/client-marketplace-agreement';
import { fail } from '../../shared/errors/app-error.ts';
import type { AgreementDoor, Priority } from '../aws/access.ts';

const CATALOG = 'AWSMarketplace';
/** The largest page that AWS takes. */
const PAGE_SIZE = 50;

export interface AgreementReading {
  readonly door: AgreementDoor;
  readonly priority: Priority;
  readonly signal?: AbortSignal;
}

/** Limits of the last update; null = open. */
export interface UpdatedRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What AWS is asked to do itself; older versions of the API refuse the range, then the sort too. */
export interface SearchSupport {
  readonly range: boolean;
  readonly sort: boolean;
}

/** Agreements that this account sells, newest update first where the sort is supported. */
export async function* searchPages(
  reading: AgreementReading,
  range: UpdatedRange,
  support: SearchSupport,
): AsyncGenerator<AgreementViewSummary[]> {
  const filters: Filter[] = [only('PartyType', 'Proposer'), only('AgreementType', 'PurchaseAgreement')];
  if (support.range && range.from !== null) filters.push(only('AfterLastUpdateTime', range.from));
  if (support.range && range.to !== null) filters.push(only('BeforeLastUpdateTime', range.to));
  const request = {
    catalog: CATALOG,
    filters,
    maxResults: PAGE_SIZE,
    ...(support.sort ? { sort: { sortBy: 'LastUpdateTime', sortOrder: 'DESCENDING' as const } } : {}),
  };
  yield* pages(async (token) => {
    const answer = await reading.door.send(
      new SearchAgreementsCommand({ ...request, ...(token === undefined ? {} : { nextToken: token }) }),
      reading,
    );
    return { items: answer.agreementViewSummaries ?? [], next: answer.nextToken };
  });
}

export async function describeAgreement(
  reading: AgreementReading,
  id: string,
): Promise<DescribeAgreementCommandOutput> {
  return reading.door.send(new DescribeAgreementCommand({ agreementId: id }), reading);
}

/** All accepted terms, as they come: union members that this version does not know are among them. */
export async function readTerms(reading: AgreementReading, id: string): Promise<unknown[]> {
  return collect(async (token) => {
    const answer = await reading.door.send(
      new GetAgreementTermsCommand({
        agreementId: id,
        maxResults: PAGE_SIZE,
        ...(token === undefined ? {} : { nextToken: token }),
      }),
      reading,
    );
    return { items: answer.acceptedTerms ?? [], next: answer.nextToken };
  });
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Everything of a paged answer. */
export async function collect<T>(ask: (token: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for await (const items of pages(ask)) all.push(...items);
  return all;
}

async function* pages<T>(ask: (token: string | undefined) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let token: string | undefined;
  do {
    const page = await ask(token);
    // A token that leads to itself would never end.
    if (token !== undefined && page.next === token) fail('malformed-answer', { params: { field: 'nextToken' } });
    token = page.next;
    yield [...page.items];
  } while (token);
}

function only(name: string, value: string): Filter {
  return { name, values: [value] };
}
