/** What screens ask of snapshots, jobs, settings and tags: read from AWS each time, none of it is kept here. */
import { fail } from '../../shared/errors/app-error.ts';
import type { SnapshotSummary } from '../../shared/domain/engagement/snapshot.ts';
import type { Handlers } from '../handlers.ts';
import { placeOf, type PlaceSource } from '../opportunities/places.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import { at, textAt, toInstantText, type Json } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import { listOf } from './readings.ts';
import { findSnapshot, listJobs, listSnapshots, readSnapshotRole, readTags } from './snapshot-reader.ts';

type Methods = 'engagements.snapshots' | 'engagements.snapshot' | 'engagements.settings' | 'engagements.tags';

interface SnapshotReadsDependencies {
  readonly accounts: Pick<PlaceSource, 'getSettings'>;
  readonly readingFor: (place: Place, signal: AbortSignal) => OpportunityReading;
}

export function createSnapshotReads({ accounts, readingFor }: SnapshotReadsDependencies): Pick<Handlers, Methods> {
  const reading = (account: string, signal: AbortSignal) => readingFor(placeOf(accounts, account), signal);
  const ownOf = (account: string) => accounts.getSettings(account).awsAccountId;
  return {
    async 'engagements.snapshots'({ account, engagementId }, { signal }) {
      const from = reading(account, signal);
      const snapshots = await listSnapshots(from, engagementId);
      const jobs = await listJobs(from, engagementId);
      return { snapshots: snapshots.map((entry) => toSummary(entry, ownOf(account))), jobs: jobs.map(toJob) };
    },
    async 'engagements.snapshot'({ account, revision, ...name }, { signal }) {
      const found = await findSnapshot(reading(account, signal), name, revision);
      if (!found) fail('not-found', { params: { name: `${name.opportunityId} ${name.template}` } });
      return {
        ...toSummary(found, ownOf(account)),
        createdAt: toInstantText(at(found, 'CreatedAt')),
        payload: (at(found, 'Payload') ?? {}) as Json,
        targets: listOf(found, 'TargetMemberAccounts').filter((one) => typeof one === 'string'),
      };
    },
    async 'engagements.settings'({ account }, { signal }) {
      const { catalog } = placeOf(accounts, account);
      return { catalog, roleArn: await readSnapshotRole(reading(account, signal)) };
    },
    'engagements.tags': async ({ account, arn }, { signal }) => ({
      tags: await readTags(reading(account, signal), arn),
    }),
  };
}

function toSummary(entry: unknown, own: string): SnapshotSummary {
  const createdBy = textAt(entry, 'CreatedBy');
  return {
    opportunityId: textAt(entry, 'ResourceId'),
    template: textAt(entry, 'ResourceSnapshotTemplateName'),
    revision: Number(at(entry, 'Revision') ?? 0),
    createdBy,
    isOwn: createdBy === own,
  };
}

function toJob(job: Json) {
  return {
    id: textAt(job, 'Id'),
    arn: textAt(job, 'Arn'),
    status: textAt(job, 'Status'),
    opportunityId: textAt(job, 'ResourceId'),
    template: textAt(job, 'ResourceSnapshotTemplateName'),
    createdAt: toInstantText(at(job, 'CreatedAt')),
    lastSuccess: toInstantText(at(job, 'LastSuccessfulExecutionDate')),
    lastFailure: textAt(job, 'LastFailure'),
  };
}
