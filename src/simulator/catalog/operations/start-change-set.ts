/** StartChangeSet: everything that is refused at once, then the start of the asynchronous work. */
import { createHash } from 'node:crypto';
import { changeSetArn } from '../arns.ts';
import { admit } from '../change-sets/admission.ts';
import type { ChangeSetRecord } from '../change-sets/record.ts';
import { readChangeSet, type RequestedChangeSet } from '../change-sets/request.ts';
import { findTargets, type ChangeSetTargets } from '../change-sets/targets.ts';
import { invalidField } from '../errors.ts';
import { toDay, toInstant } from '../instants.ts';
import { checkCatalog, type CatalogContext, type Operation, type OperationInput } from './operation.ts';

export const startChangeSet: Operation = (input, caller, context) => {
  checkCatalog(input);
  const request = readChangeSet(input);
  const owner = caller.accountId;
  const payload = payloadFingerprint(input);
  const tokenKey = request.token === null ? null : `${owner} ${request.token}`;
  const replayed = tokenKey === null ? null : replayedId(tokenKey, payload, context);
  if (replayed !== null) return { ChangeSetId: replayed, ChangeSetArn: changeSetArn(owner, replayed) };
  const targets = findTargets(request.changes, {
    owner,
    store: context.store,
    today: toDay(context.deps.clock.now()),
  });
  admit({ owner, changes: request.changes, targets }, context.store);
  const record = newRecord(request, { owner, targets }, context);
  const arn = changeSetArn(owner, record.id);
  if (tokenKey !== null) context.store.tokens.set(tokenKey, { payload, changeSetId: record.id });
  const tags = Object.entries(request.tags);
  if (tags.length > 0) context.store.tags.set(arn, new Map(tags));
  context.runner.start(record);
  return { ChangeSetId: record.id, ChangeSetArn: arn };
};

/** The change set a token already started; the same token for something else is refused. */
function replayedId(tokenKey: string, payload: string, { store, controls }: CatalogContext): string | null {
  const used = controls.tokensForgotten ? undefined : store.tokens.get(tokenKey);
  if (!used) return null;
  if (used.payload === payload) return used.changeSetId;
  throw invalidField('ClientRequestToken', 'was already used for a different request.');
}

interface Start {
  readonly owner: string;
  readonly targets: ChangeSetTargets;
}

function newRecord(request: RequestedChangeSet, start: Start, { deps, controls }: CatalogContext): ChangeSetRecord {
  const script = controls.takeScript(start.owner);
  const needsReview = request.changes.some(
    ({ changeType, details }) =>
      changeType === 'UpdateVisibility' && (details as Record<string, unknown>)['TargetVisibility'] === 'Public',
  );
  const { prepareMs, applyMs, reviewMs } = controls.timing;
  return {
    id: deps.randomId(25),
    owner: start.owner,
    name: request.name ?? `Submitted by ${start.owner}`,
    intent: request.intent,
    status: 'PREPARING',
    startTime: toInstant(deps.clock.now()),
    endTime: null,
    failureCode: null,
    failureDescription: null,
    changes: request.changes.map(({ changeType, changeName, entityType, identifier, details, entityTags }) => ({
      ...{ changeType, changeName, entityType, identifier, details, entityTags },
      errors: [],
    })),
    ...start.targets,
    nextStepAt: deps.clock.now() + (script?.prepareMs ?? prepareMs),
    applyMs: script?.applyMs ?? (needsReview ? reviewMs : applyMs),
    forced: script?.outcome ?? null,
  };
}

/** The same for the same request, whatever the order of its members. */
function payloadFingerprint(input: OperationInput): string {
  const { ClientRequestToken: _token, ...payload } = input;
  return createHash('sha256')
    .update(JSON.stringify(sorted(payload)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
