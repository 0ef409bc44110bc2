/** Reads the partner's solutions from Partner Central, page by page to the end. */
import { ListSolutionsCommand } from '@aws-sdk/client-partnercentral-selling';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { sendForWire } from '../aws/wire.ts';
import { at, textAt, toInstantText } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';

/** The largest page that AWS gives. */
const PAGE_SIZE = 100;

export interface ReadSolution {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly category: string;
  readonly createdAt: string | null;
  readonly marketplaceArn: string | null;
}

/** Of every status: one that AWS takes no more is still known by its name. An entry without an id is left out. */
export async function readSolutions(
  aws: Pick<AwsAccess, 'selling'>,
  { account, catalog }: Place,
  options: CallOptions,
  onPage: (done: number) => void = () => {},
): Promise<ReadSolution[]> {
  const found = new Map<string, ReadSolution>();
  let token: string | undefined;
  do {
    const command = new ListSolutionsCommand({
      Catalog: catalog,
      MaxResults: PAGE_SIZE,
      Sort: { SortBy: 'Identifier', SortOrder: 'ASCENDING' },
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const answer = await sendForWire(aws.selling(account), command, options);
    const entries = answer['SolutionSummaries'];
    if (!Array.isArray(entries)) fail('malformed-answer', { params: { field: 'SolutionSummaries' } });
    for (const solution of entries.map(toSolution)) if (solution.id !== '') found.set(solution.id, solution);
    onPage(found.size);
    const next = answer['NextToken'];
    // A token that leads to itself would never end.
    if (token !== undefined && next === token) fail('malformed-answer', { params: { field: 'NextToken' } });
    token = typeof next === 'string' && next !== '' ? next : undefined;
  } while (token !== undefined);
  return [...found.values()];
}

function toSolution(entry: unknown): ReadSolution {
  return {
    id: textAt(entry, 'Id'),
    name: textAt(entry, 'Name'),
    status: textAt(entry, 'Status'),
    category: textAt(entry, 'Category'),
    createdAt: toInstantText(at(entry, 'CreatedDate')),
    marketplaceArn: textAt(entry, 'AwsMarketplaceSolutionArn') || null,
  };
}
