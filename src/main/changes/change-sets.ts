/** The three calls of the Catalog API that the journal needs: start a change set, find it by its name, read its state. */
import {
  DescribeChangeSetCommand,
  ListChangeSetsCommand,
  StartChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  type StartChangeSetCommandInput,
} from '@aws-sdk/client-marketplace-catalog';
import { fail } from '../../shared/errors/app-error.ts';
import type { CallOptions, CatalogDoor } from '../aws/access.ts';
import type { EntityRequest } from './intent.ts';

const CATALOG = 'AWSMarketplace';
/** Room for a clock of ours that is ahead of AWS's; the name alone identifies the change set. */
const SKEW_MS = 60 * 60 * 1000;
const PAGE_SIZE = 20;

export interface FoundChangeSet {
  readonly id: string;
  readonly status: string;
}

/** A single attempt: whether it may be repeated is for the journal to find out, not for the SDK. */
export async function startChangeSet(door: CatalogDoor, request: EntityRequest, options: CallOptions): Promise<string> {
  const input = { ...request, ChangeSet: [...request.ChangeSet] } as StartChangeSetCommandInput;
  const { ChangeSetId } = await door.send(new StartChangeSetCommand(input), { ...options, maxAttempts: 1 });
  return ChangeSetId ?? fail('malformed-answer', { retryable: true });
}

/** All pages, since AWS may answer a short or empty page that still has a next one. */
export async function findChangeSet(
  door: CatalogDoor,
  wanted: { name: string; intendedAt: string },
  options: CallOptions,
): Promise<FoundChangeSet | null> {
  const after = new Date(Date.parse(wanted.intendedAt) - SKEW_MS).toISOString();
  let nextToken: string | undefined;
  do {
    const page = await door.send(
      new ListChangeSetsCommand({
        Catalog: CATALOG,
        FilterList: [
          { Name: 'ChangeSetName', ValueList: [wanted.name] },
          { Name: 'AfterStartTime', ValueList: [after.replace(/\.\d+Z$/, 'Z')] },
        ],
        MaxResults: PAGE_SIZE,
        ...(nextToken === undefined ? {} : { NextToken: nextToken }),
      }),
      options,
    );
    const found = page.ChangeSetSummaryList?.find((summary) => summary.ChangeSetName === wanted.name);
    if (found?.ChangeSetId) return { id: found.ChangeSetId, status: found.Status ?? 'PREPARING' };
    nextToken = page.NextToken;
  } while (nextToken !== undefined && nextToken !== '');
  return null;
}

export async function describeChangeSet(
  door: CatalogDoor,
  changeSetId: string,
  options: CallOptions,
): Promise<DescribeChangeSetCommandOutput> {
  return door.send(new DescribeChangeSetCommand({ Catalog: CATALOG, ChangeSetId: changeSetId }), options);
}
