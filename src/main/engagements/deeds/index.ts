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
import { leadOpportunity } from './lead-opportunity.ts';
import { leadProspecting } from './lead-prospecting.ts';
import { leadUpdate } from './lead-update.ts';

const DEEDS: DeedTable = {
  'lead-update': leadUpdate,
  'lead-opportunity': leadOpportunity,
  'lead-prospecting': leadProspecting,
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
