/** The two ways a write can go: one change set of the catalog, or a direct call. What they share, the journal does. */
import type { AwsAccess, CallOptions } from '../aws/access.ts';
import { findChangeSet, startChangeSet } from './change-sets.ts';
import { withDocumentUrls, type CallIntent, type ChangeSetIntent } from './intent.ts';
import { callKindOf, type CallKind, type CallResult, type CallRow, type Kinds } from './kinds.ts';
import type { ChangePatch, JournalRow } from './store.ts';

/** The state that an answer leads to, and what is known by it. */
export interface Landed {
  readonly state: 'sent' | 'succeeded';
  readonly patch: ChangePatch;
}

export interface Carrier {
  /** What must be made anew for each send; may be repeated without harm. Gives the send itself, a single attempt. */
  prepare(row: JournalRow, options: CallOptions): Promise<(options: CallOptions) => Promise<Landed>>;
  /** Finds what an earlier send has made; null where it is not to be seen (yet). */
  look(row: JournalRow, options: CallOptions): Promise<Landed | null>;
}

export interface CarrierDependencies {
  readonly aws: AwsAccess;
  readonly kinds: Kinds;
}

export function createCarriers(deps: CarrierDependencies): (row: JournalRow) => Carrier {
  const changeSets = createChangeSetCarrier(deps);
  const calls = createCallCarrier(deps);
  return (row) => (row.intent.form === 'call' ? calls : changeSets);
}

function createChangeSetCarrier({ aws }: CarrierDependencies): Carrier {
  return {
    async prepare(row, options) {
      const urls = new Map<string, string>();
      for (const { sha256, key } of row.documents) {
        urls.set(sha256, (await aws.presignEula(row.account, key, options)).url);
      }
      const request = withDocumentUrls(changeSetOf(row).request, urls);
      return async (sendOptions) => {
        const changeSetId = await startChangeSet(aws.catalog(row.account), request, sendOptions);
        return { state: 'sent', patch: { changeSetId, awsStatus: 'PREPARING' } };
      };
    },
    async look(row, options) {
      const wanted = { name: changeSetOf(row).request.ChangeSetName, intendedAt: row.createdAt };
      const found = await findChangeSet(aws.catalog(row.account), wanted, options);
      return found && { state: 'sent', patch: { changeSetId: found.id, awsStatus: found.status } };
    },
  };
}

function createCallCarrier({ kinds }: CarrierDependencies): Carrier {
  return {
    async prepare(row) {
      const kind = callKindOf(kinds, row.kind);
      const call = toCallRow(row, kind);
      return async (options) => landed(kind, await kind.send(call, { ...options, maxAttempts: 1 }));
    },
    async look(row, options) {
      const kind = callKindOf(kinds, row.kind);
      const found = await kind.look(toCallRow(row, kind), options);
      return found && landed(kind, found);
    },
  };
}

function landed(kind: CallKind, { resultId, entityId, after }: CallResult): Landed {
  const patch: ChangePatch = { resultId, after, ...(entityId === undefined ? {} : { entityId }) };
  return { state: kind.follow ? 'sent' : 'succeeded', patch };
}

export function toCallRow(row: JournalRow, kind: CallKind): CallRow<unknown> {
  return { ...row, payload: kind.payload.parse(callOf(row).payload) };
}

export function changeSetOf({ intent, id }: JournalRow): ChangeSetIntent {
  if (intent.form !== 'change-set') throw new Error(`${id} is no change set`);
  return intent;
}

function callOf({ intent, id }: JournalRow): CallIntent {
  if (intent.form !== 'call') throw new Error(`${id} is no direct call`);
  return intent;
}
