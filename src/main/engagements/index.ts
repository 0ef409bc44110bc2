/** Engagements with AWS and partners: the local copy kept in step, and what is done about them through the journal. */
import type { EngagementDetail } from '../../shared/domain/engagement/engagement.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Changes } from '../changes/index.ts';
import { refuseOtherAccount } from '../changes/writes.ts';
import { createLooks } from '../entities/looks.ts';
import { keepInStep, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import type { Opportunities } from '../opportunities/index.ts';
import { placeOf, placesOf, syncedAt, syncProblems, type PlaceSource } from '../opportunities/places.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import { textAt } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import type { Logger } from '../ports.ts';
import { deedKindOf } from './deeds/index.ts';
import type { Known } from './deeds/deed-kind.ts';
import { findEngagement, listEngagements } from './list-query.ts';
import { readEngagement } from './reader.ts';
import { readMember, readSent } from './readings.ts';
import { createSnapshotReads } from './snapshot-reads.ts';
import { createEngagementStore } from './store.ts';
import { engagementSyncKind, syncEngagements } from './sync.ts';

export interface Engagements {
  readonly handlers: HandlersOf<'engagements'>;
  sync(account: string, full: boolean): StartedJob;
  /** An event of AWS is about this engagement. */
  noticed(account: string, id: string, signal: AbortSignal, event?: { readonly document: unknown }): Promise<void>;
  close(): Promise<void>;
}

export interface EngagementDependencies extends Omit<SyncDependencies, 'accounts'> {
  readonly accounts: PlaceSource;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly changes: Pick<Changes, 'beginCall' | 'handlers'>;
  readonly opportunities: Pick<Opportunities, 'read' | 'store'>;
}

/** States after which an engagement may stand otherwise at AWS. */
const DECIDED: readonly string[] = ['verified', 'failed'];

export function createEngagements(deps: EngagementDependencies): Engagements {
  const { database, accounts, changes, clock, events, aws, opportunities } = deps;
  const store = createEngagementStore(database);
  const looks = createLooks(deps.logger, 'a changed engagement could not be read');
  const announce = (account: string) => events.emit('engagements.changed', { account });
  const now = () => new Date(clock.now()).toISOString();
  const readingFor = (place: Place, signal: AbortSignal): OpportunityReading & { readonly signal: AbortSignal } => ({
    door: aws.selling(place.account),
    catalog: place.catalog,
    priority: 'user',
    signal,
  });

  async function readInto(place: Place, id: string, reading: OpportunityReading): Promise<void> {
    const engagement = await readEngagement(reading, id);
    if (!store.saveRead(place, engagement, now())) fail('malformed-answer', { params: { entityId: id } });
  }

  async function read(account: string, id: string, signal: AbortSignal): Promise<void> {
    const place = placeOf(accounts, account);
    await readInto(place, id, readingFor(place, signal));
    // Announced where something was read: a screen that asks again because of a failure would go round and round.
    announce(account);
  }

  /** Opportunities of ours that belong to it and are not in the copy yet, such as one that a lead has just become. */
  async function readNewOpportunities(account: string, id: string, signal: AbortSignal): Promise<void> {
    const place = placeOf(accounts, account);
    const own = accounts.getSettings(account).awsAccountId;
    for (const resource of store.resources(place, id)) {
      const isNew = resource.createdBy === own && opportunities.store.record(place, resource.id) === null;
      if (isNew) await opportunities.read(account, resource.id, signal);
    }
  }

  async function detailOf(account: string, id: string, signal: AbortSignal): Promise<EngagementDetail> {
    const place = placeOf(accounts, account);
    const summary = findEngagement(database, place, id) ?? fail('not-found', { params: { name: id } });
    const held = store.held(place, id);
    const own = accounts.getSettings(account).awsAccountId;
    const page = { kinds: [], states: [], bulkId: null, page: 1, pageSize: 1 };
    const { items } = await changes.handlers['changes.list']({ ...page, account, entityId: id }, { signal });
    return {
      ...summary,
      document: held?.document ?? null,
      readAt: held?.readAt ?? null,
      members: (held?.members ?? []).map(readMember),
      resources: store.resources(place, id).map((one) => ({ ...one, isOwn: one.createdBy === own })),
      invitations: (held?.invitations ?? []).map(readSent),
      invitationId: store.invitationOf(place, id),
      change: items[0] ?? null,
    };
  }

  function sync(account: string, full: boolean): StartedJob {
    const place = placeOf(accounts, account);
    const { awsAccountId } = accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'engagements.sync',
      account,
      async work(report, signal) {
        const request = { account, awsAccountId, announce: () => announce(account) };
        await keepInStep(deps, request, { report, signal }, (options, follow) => {
          const background = { ...readingFor(place, signal), ...options };
          return syncEngagements({
            database,
            clock,
            sync: deps.store,
            copy: store,
            place,
            full,
            reading: background,
            report: follow((phase) => `engagements.sync.${phase}`),
            readOne: (id) => readInto(place, id, background),
          });
        });
      },
    });
  }

  /** What a write has made of it. What cannot be read now is read by the next sync. */
  function lookAgain(account: string, id: string): void {
    looks.again(account, id, async (signal) => {
      await read(account, id, signal);
      await readNewOpportunities(account, id, signal);
    });
  }

  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('entityType' in payload) || !('state' in payload)) return;
    const { account, entityType, entityId, kind, state } = payload;
    if (entityId === null || !DECIDED.includes(state)) return;
    if (entityType === 'Engagement') lookAgain(account, entityId);
    // A lead that was accepted: its engagement is ours to read from now on.
    if (kind === 'lead-accept' && state === 'verified') {
      const engagementId = store.engagementOf(placeOf(accounts, account), entityId);
      if (engagementId !== null) lookAgain(account, engagementId);
    }
  });

  const knownIn = (place: Place): Known => ({
    place,
    awsAccountId: accounts.getSettings(place.account).awsAccountId,
    engagement: (id) => store.held(place, id)?.document ?? null,
  });

  return {
    sync,
    async noticed(account, id, signal, event) {
      const catalog = textAt(event?.document, 'detail', 'catalog');
      if (catalog !== '' && catalog !== placeOf(accounts, account).catalog) return;
      await read(account, id, signal);
    },
    async close() {
      stopListening();
      await looks.close();
    },
    handlers: {
      async 'engagements.list'({ filter, ...paged }) {
        const { catalog, catalogs, places } = placesOf(accounts, filter);
        const found = listEngagements(database, places, filter, paged);
        return {
          ...found,
          catalog,
          catalogs: [...catalogs],
          syncedAt: syncedAt(deps.store, places, (each) => [engagementSyncKind(each)]),
        };
      },
      async 'engagements.get'({ account, engagementId, refresh }, { signal }) {
        const place = placeOf(accounts, account);
        if (refresh || store.isStale(place, engagementId)) await read(account, engagementId, signal);
        return detailOf(account, engagementId, signal);
      },
      'engagements.ofOpportunity': async ({ account, opportunityId }) =>
        store.ofOpportunity(placeOf(accounts, account), opportunityId),
      'engagements.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'engagements.syncProblems': async ({ account }) => syncProblems(deps, account, engagementSyncKind),
      ...createSnapshotReads({ accounts, readingFor }),
      async 'engagements.plan'({ account, deed }) {
        const place = placeOf(accounts, account);
        const { operation, request } = deedKindOf(deed.kind);
        const json = JSON.stringify(request(deed, knownIn(place)), null, 2);
        return { catalog: place.catalog, operation, json };
      },
      async 'engagements.write'({ account, deed, confirmedAccountId }, { signal }) {
        refuseOtherAccount(accounts.getSettings(account), confirmedAccountId, account);
        const place = placeOf(accounts, account);
        const kind = deedKindOf(deed.kind);
        const request = kind.request(deed, knownIn(place));
        const { earlier = [], ...wish } = await kind.admit(deed, readingFor(place, signal), request);
        const payload = { catalog: place.catalog, earlier: [...earlier], request };
        const change = await changes.beginCall(
          { ...wish, account, kind: deed.kind, payload },
          { confirmedAccountId, signal },
        );
        return { change };
      },
    },
  };
}
