/** All deeds by name, and the kinds of calls that the journal makes of them. */
import type { Deed, DeedKindName } from '../../../shared/domain/engagement/deed.ts';
import type { AwsAccess, CallOptions } from '../../aws/access.ts';
import type { CallKind } from '../../changes/kinds.ts';
import {
  deedPayloadSchema,
  readingOf,
  type DeedKind,
  type DeedPayload,
  type DeedRow,
  type DeedTable,
} from './deed-kind.ts';
import { contextCreate } from './context-create.ts';
import { engagementCreate } from './engagement-create.ts';
import { engagementInvite } from './engagement-invite.ts';
import { leadOpportunity } from './lead-opportunity.ts';
import { leadProspecting } from './lead-prospecting.ts';
import { leadUpdate } from './lead-update.ts';
import { snapshotRole } from './snapshot-role.ts';
import {
  snapshotCreate,
  snapshotJobCreate,
  snapshotJobDelete,
  snapshotJobStart,
  snapshotJobStop,
} from './snapshots.ts';
import { tagDrop, tagPut } from './tags.ts';

const DEEDS: DeedTable = {
  'lead-update': leadUpdate,
  'lead-opportunity': leadOpportunity,
  'lead-prospecting': leadProspecting,
  'engagement-create': engagementCreate,
  'context-create': contextCreate,
  'engagement-invite': engagementInvite,
  'snapshot-create': snapshotCreate,
  'snapshot-job-create': snapshotJobCreate,
  'snapshot-job-start': snapshotJobStart,
  'snapshot-job-stop': snapshotJobStop,
  'snapshot-job-delete': snapshotJobDelete,
  'snapshot-role': snapshotRole,
  'tag-put': tagPut,
  'tag-drop': tagDrop,
};

const NAMES = Object.keys(DEEDS) as DeedKindName[];

/** The table pairs each name with its own shape, which TypeScript cannot follow through an index. */
export function deedKindOf(name: DeedKindName): DeedKind<Deed> {
  return DEEDS[name] as unknown as DeedKind<Deed>;
}

export function createDeedCallKinds(aws: Pick<AwsAccess, 'selling'>): CallKind<DeedPayload>[] {
  return NAMES.map((name) => {
    const deed = deedKindOf(name);
    const at = (row: DeedRow, options: CallOptions) => readingOf(aws.selling(row.account), row, options);
    const { follow } = deed;
    return {
      kind: name,
      payload: deedPayloadSchema,
      send: (row, options) => deed.send(row, at(row, options)),
      look: (row, options) => deed.look(row, at(row, options)),
      ...(follow ? { follow: (row: DeedRow, options: CallOptions) => follow(row, at(row, options)) } : {}),
    };
  });
}
