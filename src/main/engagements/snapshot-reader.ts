/** Reads snapshots, the jobs that keep them fresh, the role under which those run, and tags, as AWS has them now. */
import {
  GetResourceSnapshotCommand,
  GetResourceSnapshotJobCommand,
  GetSellingSystemSettingsCommand,
  ListResourceSnapshotJobsCommand,
  ListResourceSnapshotsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-partnercentral-selling';
import { sendForWire } from '../aws/wire.ts';
import { isGone, type OpportunityReading } from '../opportunities/reader.ts';
import { textAt, type Json } from '../opportunities/readings.ts';
import { allOf } from './reader.ts';
import { listOf } from './readings.ts';

const PAGE_SIZE = 1000;

export interface SnapshotName {
  readonly engagementId: string;
  readonly opportunityId: string;
  readonly template: string;
}

async function orNull(answer: Promise<Json>): Promise<Json | null> {
  try {
    return await answer;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** The newest, or one revision; null where there is none, or it is not for this account. */
export function findSnapshot(
  reading: OpportunityReading,
  { engagementId, opportunityId, template }: SnapshotName,
  revision: number | null = null,
): Promise<Json | null> {
  const command = new GetResourceSnapshotCommand({
    Catalog: reading.catalog,
    EngagementIdentifier: engagementId,
    ResourceType: 'Opportunity',
    ResourceIdentifier: opportunityId,
    ResourceSnapshotTemplateIdentifier: template,
    ...(revision === null ? {} : { Revision: revision }),
  });
  return orNull(sendForWire(reading.door, command, reading));
}

/** AWS lists the newest revision of each. */
export function listSnapshots(reading: OpportunityReading, engagementId: string): Promise<unknown[]> {
  return allOf(
    (token) =>
      sendForWire(
        reading.door,
        new ListResourceSnapshotsCommand({
          ...token,
          Catalog: reading.catalog,
          EngagementIdentifier: engagementId,
          MaxResults: PAGE_SIZE,
        }),
        reading,
      ),
    'ResourceSnapshotSummaries',
  );
}

export function findJob(reading: OpportunityReading, id: string): Promise<Json | null> {
  const command = new GetResourceSnapshotJobCommand({ Catalog: reading.catalog, ResourceSnapshotJobIdentifier: id });
  return orNull(sendForWire(reading.door, command, reading));
}

/** Each whole: the list names neither opportunity nor template. */
export async function listJobs(reading: OpportunityReading, engagementId: string): Promise<Json[]> {
  const listed = await allOf(
    (token) =>
      sendForWire(
        reading.door,
        new ListResourceSnapshotJobsCommand({
          ...token,
          Catalog: reading.catalog,
          EngagementIdentifier: engagementId,
          MaxResults: PAGE_SIZE,
        }),
        reading,
      ),
    'ResourceSnapshotJobSummaries',
  );
  const jobs: Json[] = [];
  for (const entry of listed) {
    const job = await findJob(reading, textAt(entry, 'Id'));
    if (job) jobs.push(job);
  }
  return jobs;
}

export async function readSnapshotRole(reading: OpportunityReading): Promise<string | null> {
  const command = new GetSellingSystemSettingsCommand({ Catalog: reading.catalog });
  const settings = await orNull(sendForWire(reading.door, command, reading));
  return textAt(settings, 'ResourceSnapshotJobRoleArn') || null;
}

export async function readTags(
  reading: OpportunityReading,
  arn: string,
): Promise<{ readonly key: string; readonly value: string }[]> {
  const answer = await sendForWire(reading.door, new ListTagsForResourceCommand({ ResourceArn: arn }), reading);
  return listOf(answer, 'Tags').map((tag) => ({ key: textAt(tag, 'Key'), value: textAt(tag, 'Value') }));
}
