/** Snapshots of an opportunity in an engagement, and the jobs that keep them fresh. */
import {
  CreateResourceSnapshotCommand,
  CreateResourceSnapshotJobCommand,
  DeleteResourceSnapshotJobCommand,
  StartResourceSnapshotJobCommand,
  StopResourceSnapshotJobCommand,
  type CreateResourceSnapshotRequest,
} from '@aws-sdk/client-partnercentral-selling';
import type { DeedOf } from '../../../shared/domain/engagement/deed.ts';
import { fail } from '../../../shared/errors/app-error.ts';
import { sendForWire } from '../../aws/wire.ts';
import { at, textAt, type Json } from '../../opportunities/readings.ts';
import type { Place } from '../../opportunities/store.ts';
import { findJob, findSnapshot, listJobs, type SnapshotName } from '../snapshot-reader.ts';
import type { Admission, DeedKind, DeedReading, DeedRow } from './deed-kind.ts';

type OfSnapshot = Pick<DeedOf<'snapshot-create'>, 'engagementId' | 'opportunityId' | 'template'>;

const toRequest = ({ engagementId, opportunityId, template }: OfSnapshot, { catalog }: Place): Json => ({
  Catalog: catalog,
  EngagementIdentifier: engagementId,
  ResourceType: 'Opportunity',
  ResourceIdentifier: opportunityId,
  ResourceSnapshotTemplateIdentifier: template,
});

const nameOf = (request: Json): SnapshotName => ({
  engagementId: textAt(request, 'EngagementIdentifier'),
  opportunityId: textAt(request, 'ResourceIdentifier'),
  template: textAt(request, 'ResourceSnapshotTemplateIdentifier'),
});

const about = (engagementId: string, title: string): Pick<Admission, 'title' | 'entityType' | 'entityId'> => ({
  title,
  entityType: 'Engagement',
  entityId: engagementId,
});

const revisionOf = (snapshot: unknown): number => Number(at(snapshot, 'Revision') ?? 0);

export const snapshotCreate: DeedKind<DeedOf<'snapshot-create'>> = {
  operation: 'CreateResourceSnapshot',
  request: (deed, { place }) => toRequest(deed, place),
  async admit(deed, reading) {
    const newest = await findSnapshot(reading, deed);
    return {
      ...about(deed.engagementId, deed.opportunityId),
      before: newest,
      earlier: [String(revisionOf(newest))],
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new CreateResourceSnapshotCommand({
      ...(request as unknown as CreateResourceSnapshotRequest),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: String(revisionOf(after)), after };
  },
  async look({ payload: { request, earlier } }, reading) {
    const newest = await findSnapshot(reading, nameOf(request));
    return revisionOf(newest) > Number(earlier[0] ?? 0)
      ? { resultId: String(revisionOf(newest)), after: newest }
      : null;
  },
};

export const snapshotJobCreate: DeedKind<DeedOf<'snapshot-job-create'>> = {
  operation: 'CreateResourceSnapshotJob',
  request: (deed, { place }) => toRequest(deed, place),
  async admit(deed, reading) {
    const jobs = await listJobs(reading, deed.engagementId);
    return {
      ...about(deed.engagementId, deed.opportunityId),
      before: null,
      earlier: jobs.map((job) => textAt(job, 'Id')),
    };
  },
  async send({ token, payload: { request } }, reading) {
    const command = new CreateResourceSnapshotJobCommand({
      ...(request as unknown as CreateResourceSnapshotRequest),
      ClientToken: token,
    });
    const after = await sendForWire(reading.door, command, reading);
    return { resultId: textAt(after, 'Id'), after };
  },
  async look({ payload: { request, earlier } }, reading) {
    const { engagementId, opportunityId, template } = nameOf(request);
    const jobs = await listJobs(reading, engagementId);
    const mine = jobs.find(
      (job) =>
        !earlier.includes(textAt(job, 'Id')) &&
        textAt(job, 'ResourceId') === opportunityId &&
        textAt(job, 'ResourceSnapshotTemplateName') === template,
    );
    return mine ? { resultId: textAt(mine, 'Id'), after: mine } : null;
  },
};

interface JobDeed {
  readonly engagementId: string;
  readonly jobId: string;
}

const toJobRequest = ({ jobId }: JobDeed, { catalog }: Place): Json => ({
  Catalog: catalog,
  ResourceSnapshotJobIdentifier: jobId,
});

interface JobInput {
  readonly Catalog: string;
  readonly ResourceSnapshotJobIdentifier: string;
}
const inputOf = (row: DeedRow) => row.payload.request as unknown as JobInput;

async function admitJob({ engagementId, jobId }: JobDeed, reading: DeedReading): Promise<Admission> {
  const job = (await findJob(reading, jobId)) ?? fail('not-found', { params: { name: jobId } });
  return { ...about(engagementId, textAt(job, 'ResourceId') || jobId), before: job };
}

/** None of these takes a token: how the job stands says whether it has happened. */
async function lookFor(status: string, row: DeedRow, reading: DeedReading) {
  const id = inputOf(row).ResourceSnapshotJobIdentifier;
  const job = await findJob(reading, id);
  return textAt(job, 'Status') === status ? { resultId: id, after: job } : null;
}

export const snapshotJobStart: DeedKind<DeedOf<'snapshot-job-start'>> = {
  operation: 'StartResourceSnapshotJob',
  request: (deed, { place }) => toJobRequest(deed, place),
  admit: admitJob,
  async send(row, reading) {
    await reading.door.send(new StartResourceSnapshotJobCommand(inputOf(row)), reading);
    return { resultId: inputOf(row).ResourceSnapshotJobIdentifier, after: null };
  },
  look: (row, reading) => lookFor('Running', row, reading),
};

export const snapshotJobStop: DeedKind<DeedOf<'snapshot-job-stop'>> = {
  operation: 'StopResourceSnapshotJob',
  request: (deed, { place }) => toJobRequest(deed, place),
  admit: admitJob,
  async send(row, reading) {
    await reading.door.send(new StopResourceSnapshotJobCommand(inputOf(row)), reading);
    return { resultId: inputOf(row).ResourceSnapshotJobIdentifier, after: null };
  },
  look: (row, reading) => lookFor('Stopped', row, reading),
};

export const snapshotJobDelete: DeedKind<DeedOf<'snapshot-job-delete'>> = {
  operation: 'DeleteResourceSnapshotJob',
  request: (deed, { place }) => toJobRequest(deed, place),
  async admit(deed, reading) {
    const admission = await admitJob(deed, reading);
    if (textAt(admission.before, 'Status') === 'Running') fail('snapshot-job-running');
    return admission;
  },
  async send(row, reading) {
    await reading.door.send(new DeleteResourceSnapshotJobCommand(inputOf(row)), reading);
    return { resultId: inputOf(row).ResourceSnapshotJobIdentifier, after: null };
  },
  async look(row, reading) {
    const id = inputOf(row).ResourceSnapshotJobIdentifier;
    return (await findJob(reading, id)) === null ? { resultId: id, after: null } : null;
  },
};
