/**
 * Puts a draft at AWS in steps: create or update, associate, share. Each step is a row of the journal; the next one begins when the one
 * before has succeeded, in whichever process notices. Nothing is sent when the draft, the account or AWS's record is another than was seen.
 */
import type { Change } from '../../../shared/domain/change/change.ts';
import type { ChangeKind } from '../../../shared/domain/change/kinds.ts';
import { isBlockingOpportunity } from '../../../shared/domain/opportunity/lint/index.ts';
import { bodyOf } from '../../../shared/domain/opportunity/draft.ts';
import { goOnFrom, mergeBodies, rebase } from '../../../shared/domain/opportunity/merge.ts';
import type { JsonObject } from '../../../shared/domain/opportunity/record.ts';
import { isShared } from '../../../shared/domain/opportunity/stage.ts';
import { toSendSteps, type SendOperation } from '../../../shared/domain/opportunity/steps.ts';
import type { OpportunityFinding } from '../../../shared/domain/opportunity/finding.ts';
import type { ParsedInput } from '../../../shared/contract/index.ts';
import { fail, OfferdeckError, type AppError } from '../../../shared/errors/app-error.ts';
import type { AwsAccess } from '../../aws/access.ts';
import type { Changes } from '../../changes/index.ts';
import { refuseOtherAccount } from '../../changes/writes.ts';
import type { EventBus } from '../../events.ts';
import type { Handlers } from '../../handlers.ts';
import type { Logger } from '../../ports.ts';
import type { AccountSource } from '../../sources.ts';
import type { Database } from '../../storage/database.ts';
import { withPartnerId, type OpportunityDrafts, type StoredOpportunity } from '../drafts/index.ts';
import { tasksBefore } from '../share-kind.ts';
import { createSendStore, type Send } from './send-store.ts';

type SendMethod =
  | 'opportunities.drafts.plan'
  | 'opportunities.drafts.send'
  | 'opportunities.drafts.stop'
  | 'opportunities.drafts.progress';
type SendInput = ParsedInput<'opportunities.drafts.send'>;

export interface OpportunitySending {
  readonly handlers: Pick<Handlers, SendMethod>;
  /** Begins a send; `automatic` where no person has clicked. */
  send(input: SendInput, signal: AbortSignal, automatic?: boolean): Promise<Change>;
  /** Whether a send of the draft is on its way. */
  isRunning(draftId: string): boolean;
  /** Goes on with what another process has left. Called periodically. */
  tend(): void;
  close(): Promise<void>;
}

export interface SendingDependencies {
  readonly database: Database;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly aws: Pick<AwsAccess, 'selling'>;
  readonly accounts: AccountSource;
  readonly changes: Pick<Changes, 'beginCall' | 'get'>;
  readonly drafts: OpportunityDrafts;
}

const KIND_OF: Readonly<Record<SendOperation, ChangeKind>> = {
  CreateOpportunity: 'opportunity-create',
  AssociateOpportunity: 'opportunity-associate',
  UpdateOpportunity: 'opportunity-update',
  DisassociateOpportunity: 'opportunity-disassociate',
  StartEngagementFromOpportunityTask: 'opportunity-share',
};

const DONE: readonly string[] = ['succeeded', 'verified'];
const FAILED: readonly string[] = ['failed', 'cancelled', 'refused'];

/** It may have reached AWS, or will. */
function isLive(row: Change | null): boolean {
  return row !== null && !DONE.includes(row.state) && !FAILED.includes(row.state);
}

export function createOpportunitySending(deps: SendingDependencies): OpportunitySending {
  const { database, events, accounts, changes, drafts } = deps;
  const store = createSendStore(database);
  const closing = new AbortController();
  /** One step at a time for each draft in this process; the database keeps two processes apart. */
  const busy = new Map<string, { readonly work: Promise<void>; readonly leave: AbortController }>();
  /** Why the next step of a send could not begin here, until it does. */
  const hindrances = new Map<string, AppError>();

  const keyOf = (send: Send, step: number) => `${send.draftId}/${send.attempt}.${step}`;

  function rowOf(send: Send, step: number): Change | null {
    const row = database.get<{ id: string }>(
      'SELECT id FROM changes WHERE draft_id = ? ORDER BY seq DESC LIMIT 1',
      keyOf(send, step),
    );
    return row ? changes.get(row.id) : null;
  }

  /** Known from the draft, or from the step that has made it. */
  function opportunityIdOf(send: Send): string | null {
    const { target } = drafts.store.get(send.draftId).document;
    if (target) return target.opportunityId;
    return send.steps[0]?.operation === 'CreateOpportunity' ? (rowOf(send, 0)?.entityId ?? null) : null;
  }

  /** The request with what only its turn makes known. */
  async function completeRequest(
    send: Send,
    step: number,
    id: string | null,
    signal: AbortSignal,
  ): Promise<JsonObject> {
    const { operation, request } = send.steps[step] ?? fail('internal');
    if (operation !== 'UpdateOpportunity') return { ...request, ...idsOf(id)[operation] };
    // Associating has moved the instant that an update must name; the record itself must still be as it was seen.
    return { ...request, LastModifiedDate: await currentInstant(drafts.store.get(send.draftId), signal) };
  }

  /** What the journal keeps of a step beside its request, so that it finds it again. */
  async function payloadOf(send: Send, step: number, id: string | null, signal: AbortSignal) {
    const request = await completeRequest(send, step, id, signal);
    const catalog = drafts.catalogOf(send.account);
    if (request['Catalog'] !== catalog) fail('draft-changed', { params: { name: send.title } });
    if (send.steps[step]?.operation !== 'StartEngagementFromOpportunityTask' || id === null)
      return { catalog, request };
    const place = { account: send.account, catalog };
    return { catalog, request, tasksBefore: await tasksBefore(deps.aws, place, id, { priority: 'user', signal }) };
  }

  /** The instant of AWS's record; refuses when the record says something else than this draft was begun from. */
  async function currentInstant({ account, name, document }: StoredOpportunity, signal: AbortSignal): Promise<string> {
    const { target } = document;
    if (!target) fail('internal');
    const { target: newest } = await drafts.read(account, target.opportunityId, signal);
    if (!newest) fail('malformed-answer', { params: { field: 'Id' } });
    const { taken, clashes } = mergeBodies(target.base, target.base, newest.base);
    if (taken.length + clashes.length > 0) fail('opportunity-conflict', { params: { name } });
    return newest.lastModifiedDate;
  }

  async function beginStep(send: Send, step: number, signal: AbortSignal): Promise<Change> {
    const { operation, what } = send.steps[step] ?? fail('internal');
    const id = opportunityIdOf(send);
    const payload = await payloadOf(send, step, id, signal);
    return changes.beginCall(
      {
        account: send.account,
        kind: KIND_OF[operation],
        title: what === '' ? send.title : `${send.title}: ${what}`,
        entityType: 'Opportunity',
        entityId: operation === 'CreateOpportunity' ? null : id,
        draftId: keyOf(send, step),
        automatic: send.automatic,
        payload,
      },
      {
        confirmedAccountId: send.confirmedAccountId,
        signal,
        alongside: true,
        // Another process may have begun it, or a person given it up, while we were asking AWS.
        check: () => {
          const now = store.get(send.draftId);
          const isOver = now?.attempt !== send.attempt || now.state !== 'running';
          if (isOver || rowOf(send, step)) fail('already-under-way', { params: { name: send.title } });
        },
      },
    );
  }

  /** Begins the next step where the one before has succeeded; ends the send where nothing is left, or one has failed. */
  async function advance(send: Send, signal: AbortSignal): Promise<void> {
    for (const [step] of send.steps.entries()) {
      const row = rowOf(send, step);
      if (row && DONE.includes(row.state)) continue;
      if (row && FAILED.includes(row.state)) return finish(send, 'stopped');
      if (row === null) await beginStep(send, step, signal);
      return drafts.changed({ id: send.draftId, account: send.account });
    }
    return finish(send, 'done');
  }

  function wroteRecord(send: Send): boolean {
    return send.steps.some(
      ({ operation }, step) =>
        (operation === 'CreateOpportunity' || operation === 'UpdateOpportunity') &&
        DONE.includes(rowOf(send, step)?.state ?? ''),
    );
  }

  /** From now on the draft is about what AWS holds. */
  async function finish(send: Send, state: 'done' | 'stopped'): Promise<void> {
    const id = opportunityIdOf(send);
    if (id !== null && (state === 'done' || wroteRecord(send))) await adopt(send, id);
    store.finish(send, state);
    drafts.changed({ id: send.draftId, account: send.account });
  }

  /** What was sent is AWS's now; what was typed meanwhile, or could not be associated, stays to be sent. */
  async function adopt(send: Send, id: string): Promise<void> {
    const held = await drafts.read(send.account, id, closing.signal);
    if (!held.target) return;
    const stored = drafts.store.get(send.draftId);
    const sharing = isShared(held) ? held.sharing : stored.document.sharing;
    const document = { ...goOnFrom(stored.document, send.document, held.target), sharing };
    drafts.store.save(stored.id, stored.revision, document);
  }

  /** Shown in the editor; told once, since it is met again at each tick. */
  function noteHindrance(send: Send, error: unknown): void {
    if (!(error instanceof OfferdeckError)) return;
    const isNews = hindrances.get(send.draftId)?.code !== error.data.code;
    hindrances.set(send.draftId, error.data);
    if (isNews) drafts.changed({ id: send.draftId, account: send.account });
  }

  /** Tries once; what fails is tried again by the next event or tick, and noted where nobody waits for an answer. */
  function go(send: Send): Promise<void> {
    const running = busy.get(send.draftId);
    if (running) return running.work;
    const leave = new AbortController();
    const signal = AbortSignal.any([closing.signal, leave.signal]);
    const work = advance(send, signal)
      .then(() => void hindrances.delete(send.draftId))
      .catch((error: unknown) => {
        if (signal.aborted) return;
        noteHindrance(send, error);
        if (error instanceof OfferdeckError && error.data.code === 'opportunity-conflict')
          store.finish(send, 'stopped');
        deps.logger.warn('a step of an opportunity could not begin', { draft: send.draftId, error });
      })
      .finally(() => busy.delete(send.draftId));
    busy.set(send.draftId, { work, leave });
    return work;
  }

  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('draftId' in payload) || typeof payload.draftId !== 'string') return;
    const [draftId = ''] = payload.draftId.split('/');
    const send = store.get(draftId);
    if (send?.state === 'running' && (DONE.includes(payload.state) || FAILED.includes(payload.state))) void go(send);
  });

  /** Gives up what could not begin. What AWS has taken stays, and the draft is about it from now on. */
  async function stop(id: string): Promise<void> {
    const send = store.get(id);
    if (send?.state !== 'running') return;
    const attempt = busy.get(id);
    attempt?.leave.abort();
    await attempt?.work;
    const isStopped = database.transaction(() => {
      const isOnItsWay = send.steps.some((_step, index) => isLive(rowOf(send, index)));
      if (!isOnItsWay) store.finish(send, 'stopped');
      return !isOnItsWay;
    });
    if (!isStopped) fail('already-publishing', { params: { name: send.title } });
    hindrances.delete(id);
    const opportunityId = opportunityIdOf(send);
    if (opportunityId !== null && wroteRecord(send)) {
      // AWS may be what cannot be reached: then what was sent counts until it is read.
      await adopt(send, opportunityId).catch(() => adoptUnread(send, opportunityId));
    }
    drafts.changed({ id, account: send.account });
  }

  /** A record that was made must never be made again, whether or not it can be read. */
  function adoptUnread(send: Send, opportunityId: string): void {
    const stored = drafts.store.get(send.draftId);
    if (stored.document.target) return;
    const associations = send.document.associations.filter(({ type, id }) =>
      send.steps.some(
        ({ request }, step) =>
          request['RelatedEntityType'] === type &&
          request['RelatedEntityIdentifier'] === id &&
          DONE.includes(rowOf(send, step)?.state ?? ''),
      ),
    );
    const base = bodyOf(send.document);
    const target = {
      opportunityId,
      // Older than any that AWS will name: the first reading takes its place.
      lastModifiedDate: new Date(0).toISOString(),
      // So AWS begins each, and nothing shared it yet.
      base: { ...base, lifeCycle: { ...base.lifeCycle, reviewStatus: 'Pending Submission' } },
      origin: 'Partner Referral',
      associations,
    };
    drafts.store.save(stored.id, stored.revision, rebase(stored.document, target, {}));
  }

  function refuseOtherRevision(stored: StoredOpportunity, revision: number): void {
    if (stored.revision !== revision) fail('draft-changed', { params: { name: stored.name } });
  }

  async function send(input: SendInput, signal: AbortSignal, automatic = false): Promise<Change> {
    const stored = drafts.store.get(input.id);
    const { account, name } = stored;
    refuseOtherRevision(stored, input.revision);
    refuseOtherAccount(accounts.getSettings(account), input.confirmedAccountId, account);
    if (store.get(input.id)?.state === 'running') fail('already-publishing', { params: { name } });
    if (input.share && isShared(stored.document)) fail('already-published', { params: { name, offerId: '' } });
    const document = withPartnerId(stored.id, stored.document);
    refuseFindings(drafts.check({ ...stored, document }), input);
    if (document.target) await currentInstant({ ...stored, document }, signal);
    const steps = toSendSteps(document, drafts.catalogOf(account), input.share);
    if (steps.length === 0) fail('nothing-to-send', { params: { name } });
    refuseOtherRevision(drafts.store.get(input.id), input.revision);
    if (document !== stored.document) drafts.store.save(stored.id, stored.revision, document);
    const { confirmedAccountId, share } = input;
    const begun = store.begin({
      draftId: input.id,
      account,
      confirmedAccountId,
      share,
      automatic,
      title: name,
      steps,
      document,
    });
    try {
      return await beginStep(begun, 0, signal);
    } catch (error) {
      store.finish(begun, 'stopped');
      throw error;
    } finally {
      drafts.changed(stored);
    }
  }

  return {
    handlers: {
      async 'opportunities.drafts.plan'({ id, share }) {
        const stored = drafts.store.get(id);
        const document = withPartnerId(id, stored.document);
        const steps = toSendSteps(document, drafts.catalogOf(stored.account), share && !isShared(document));
        return {
          steps: steps.map(({ operation, request }) => ({ operation, json: JSON.stringify(request, null, 2) })),
        };
      },
      'opportunities.drafts.send': async (input, { signal }) => ({ change: await send(input, signal) }),
      async 'opportunities.drafts.stop'({ id }) {
        await stop(id);
        return {};
      },
      async 'opportunities.drafts.progress'({ id }) {
        const last = store.get(id);
        if (!last) return { state: null, share: false, steps: [], opportunityId: null, hindrance: null };
        return {
          state: last.state,
          share: last.share,
          steps: last.steps.map(({ operation, what }, step) => ({ operation, what, change: rowOf(last, step) })),
          opportunityId: opportunityIdOf(last),
          hindrance: last.state === 'running' ? (hindrances.get(id) ?? null) : null,
        };
      },
    },
    send,
    isRunning: (draftId) => store.get(draftId)?.state === 'running',
    tend() {
      for (const running of store.running()) void go(running);
    },
    async close() {
      closing.abort();
      stopListening();
      await Promise.allSettled([...busy.values()].map(({ work }) => work));
    },
  };
}

/** The opportunity's id under the name that each request has for it; nothing while AWS has not given one. */
function idsOf(id: string | null | undefined): Partial<Record<SendOperation, JsonObject>> {
  if (!id) return {};
  return {
    AssociateOpportunity: { OpportunityIdentifier: id },
    DisassociateOpportunity: { OpportunityIdentifier: id },
    StartEngagementFromOpportunityTask: { Identifier: id },
  };
}

function refuseFindings(findings: readonly OpportunityFinding[], { share, acknowledgedWarnings }: SendInput): void {
  const open = findings.filter(
    (finding) =>
      isBlockingOpportunity(finding, share ? 'share' : 'save') ||
      (finding.severity === 'warning' && !acknowledgedWarnings.includes(finding.ruleId)),
  );
  if (open.length === 0) return;
  fail('preflight-failed', {
    params: { count: open.length },
    fields: open.map(({ path, messageKey, params }) => ({ path, messageKey, params })),
  });
}
