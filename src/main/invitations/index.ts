/** Invitations of AWS to deals and leads: the local copy, and what follows from an answer. */
import type { InvitationDetail } from '../../shared/domain/opportunity/invitation.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Changes } from '../changes/index.ts';
import { createLooks } from '../entities/looks.ts';
import { keepInStep, type SyncDependencies } from '../entities/sync-job.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Jobs, StartedJob } from '../jobs/index.ts';
import type { Opportunities } from '../opportunities/index.ts';
import { placeOf, placesOf, syncedAt, syncProblems, type PlaceSource } from '../opportunities/places.ts';
import { textAt } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import type { Logger } from '../ports.ts';
import type { Priority } from '../aws/access.ts';
import { createAccepting, type Accepting } from './accepting.ts';
import { createAnswers, planAnswer } from './answer.ts';
import { createInvitationCopy } from './copy.ts';
import { findInvitation, listInvitations } from './list-query.ts';
import { createInvitationStore } from './store.ts';
import { invitationSyncKind, syncInvitations } from './sync.ts';

export interface Invitations {
  readonly handlers: HandlersOf<'invitations'>;
  readonly accepting: Accepting;
  sync(account: string, full: boolean): StartedJob;
  /** An event of AWS is about this invitation: it is read again where it is one that this account has received. */
  noticed(account: string, id: string, signal: AbortSignal, event?: { readonly document: unknown }): Promise<void>;
  close(): Promise<void>;
}

export interface InvitationDependencies extends Omit<SyncDependencies, 'accounts'> {
  readonly accounts: PlaceSource;
  readonly events: EventBus;
  readonly logger: Logger;
  readonly jobs: Pick<Jobs, 'runJob'>;
  readonly changes: Pick<Changes, 'beginCall' | 'handlers' | 'isUnderWay'>;
  readonly opportunities: Pick<Opportunities, 'read'>;
}

/** States after which an invitation may stand otherwise at AWS. */
const DECIDED: readonly string[] = ['succeeded', 'verified', 'failed', 'refused'];

export function createInvitations(deps: InvitationDependencies): Invitations {
  const { database, accounts, changes, clock, events, aws } = deps;
  const store = createInvitationStore(database);
  const copy = createInvitationCopy({
    database,
    clock,
    store,
    awsAccountIdOf: (account) => accounts.getSettings(account).awsAccountId,
    readOpportunity: deps.opportunities.read,
  });
  const answer = createAnswers({ accounts, changes, copy });
  // One after the other for each invitation, so that its opportunity is read once.
  const looks = createLooks(deps.logger, 'an answered invitation could not be read');
  const announce = (account: string) => events.emit('invitations.changed', { account });
  const reading = (place: Place, signal: AbortSignal, priority: Priority = 'user') => ({
    door: aws.selling(place.account),
    catalog: place.catalog,
    priority,
    signal,
  });

  async function read(account: string, id: string, signal: AbortSignal, priority?: Priority): Promise<void> {
    const place = placeOf(accounts, account);
    // Announced where something was read: a screen that asks again because of a failure would go round and round.
    await copy.read(place, id, reading(place, signal, priority));
    announce(account);
  }

  async function detailOf(account: string, id: string, signal: AbortSignal): Promise<InvitationDetail> {
    const place = placeOf(accounts, account);
    const summary = findInvitation(database, place, id, clock.now()) ?? fail('not-found', { params: { name: id } });
    const held = store.document(place, id);
    const { items } = await changes.handlers['changes.list'](
      {
        account,
        entityId: id,
        kinds: ['invitation-accept', 'lead-accept', 'invitation-reject'],
        states: [],
        bulkId: null,
        page: 1,
        pageSize: 1,
      },
      { signal },
    );
    return { ...summary, document: held?.document ?? null, readAt: held?.readAt ?? null, change: items[0] ?? null };
  }

  function sync(account: string, full: boolean): StartedJob {
    const place = placeOf(accounts, account);
    const { awsAccountId } = accounts.getSettings(account);
    return deps.jobs.runJob({
      kind: 'invitations.sync',
      account,
      async work(report, signal) {
        const request = { account, awsAccountId, announce: () => announce(account) };
        await keepInStep(deps, request, { report, signal }, (options, follow) => {
          const background = { ...reading(place, signal), ...options };
          return syncInvitations({
            database,
            clock,
            sync: deps.store,
            copy: store,
            place,
            full,
            reading: background,
            report: follow((phase) => `invitations.sync.${phase}`),
            readOne: async (id) => void (await copy.read(place, id, background)),
          });
        });
      },
    });
  }

  /** What an answer has made of it: the unmasked deal, another status. What cannot be read now is read by the next sync. */
  function lookAgain(account: string, id: string, priority: Priority): void {
    looks.again(account, id, (signal) => read(account, id, signal, priority));
  }

  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'changes.changed' || !('entityType' in payload) || !('state' in payload)) return;
    if (payload.entityType !== 'EngagementInvitation') return;
    const { account, entityId, state, bulkId } = payload;
    if (entityId === null || !DECIDED.includes(state)) return;
    if (bulkId === null) lookAgain(account, entityId, 'user');
    // Nobody waits for a row of a run: once is enough.
    else if (state !== 'succeeded') lookAgain(account, entityId, 'background');
  });

  return {
    accepting: createAccepting({ ...deps, store }),
    sync,
    async noticed(account, id, signal, event) {
      const place = placeOf(accounts, account);
      const catalog = textAt(event?.document, 'detail', 'catalog');
      const side = textAt(event?.document, 'detail', 'engagementInvitation', 'participantType');
      if ((catalog !== '' && catalog !== place.catalog) || side.toLowerCase() === 'sender') return;
      await read(account, id, signal);
    },
    async close() {
      stopListening();
      await looks.close();
    },
    handlers: {
      async 'invitations.list'({ filter, ...paged }) {
        const { catalog, catalogs, places } = placesOf(accounts, filter);
        const found = listInvitations(database, { places, filter, now: clock.now() }, paged);
        return {
          ...found,
          catalog,
          catalogs: [...catalogs],
          syncedAt: syncedAt(deps.store, places, (each) => [invitationSyncKind(each)]),
        };
      },
      async 'invitations.get'({ account, invitationId, refresh }, { signal }) {
        const place = placeOf(accounts, account);
        const status = findInvitation(database, place, invitationId, clock.now())?.status;
        const isUnread = status === undefined || (status === 'PENDING' && store.document(place, invitationId) === null);
        if (refresh || isUnread) await read(account, invitationId, signal);
        return detailOf(account, invitationId, signal);
      },
      'invitations.sync': async ({ account, full }) => ({ jobId: sync(account, full).id }),
      'invitations.syncProblems': async ({ account }) => syncProblems(deps, account, invitationSyncKind),
      async 'invitations.plan'(input) {
        const place = placeOf(accounts, input.account);
        const known = findInvitation(database, place, input.invitationId, clock.now());
        const { catalog, operation, request } = planAnswer(input, place.catalog, known?.payloadType ?? '');
        return { catalog, operation, json: JSON.stringify(request, null, 2) };
      },
      async 'invitations.answer'(input, { signal }) {
        const place = placeOf(accounts, input.account);
        try {
          return { change: await answer(input, place, reading(place, signal)) };
        } finally {
          announce(input.account);
        }
      },
    },
  };
}
