/** Accepts many invitations one after the other: how the next ones stand is asked for ten at a time, as AWS's lists take them. */
import type { Change } from '../../shared/domain/change/change.ts';
import type { InvitationSummary } from '../../shared/domain/opportunity/invitation.ts';
import { fail, OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { Changes } from '../changes/index.ts';
import { refuseOtherAccount, type BeginOptions } from '../changes/writes.ts';
import { placeOf, type PlaceSource } from '../opportunities/places.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import { textAt } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { acceptanceOf, refuseClosed, refuseEarlier } from './answer.ts';
import { findInvitation } from './list-query.ts';
import { listAcceptances, listPages, MOST_IDS } from './reader.ts';
import type { InvitationStore } from './store.ts';

/** What was asked for longer ago (service time) is asked for again. */
const FRESH_MS = 60_000;
/** However fast the clock runs, ten rows are not begun in less than this, in real time. */
const SHORTEST_FRESH_MS = 2000;

export interface Accepting {
  /** As the copy knows it; throws `not-found`. */
  find(account: string, id: string): InvitationSummary;
  isUnderWay(account: string, id: string): boolean;
  /** Through the journal. `upcoming`: those that will be accepted next. */
  begin(
    wish: { readonly account: string; readonly id: string; readonly upcoming: readonly string[] },
    options: Pick<BeginOptions, 'confirmedAccountId' | 'signal' | 'check'> & { readonly bulkId: string },
  ): Promise<Change>;
}

interface AcceptingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly aws: Pick<AwsAccess, 'selling'>;
  readonly accounts: PlaceSource;
  readonly changes: Pick<Changes, 'beginCall' | 'isUnderWay'>;
  readonly store: InvitationStore;
}

/** An invitation as AWS's lists have it, and the tasks that were started to accept it. */
interface Standing {
  readonly entry: unknown;
  readonly tasks: readonly unknown[];
  readonly readAt: number;
}

export function createAccepting(deps: AcceptingDependencies): Accepting {
  const { database, clock, aws, accounts, changes, store } = deps;
  const standings = new Map<string, Standing>();
  const freshMs = Math.max(SHORTEST_FRESH_MS, FRESH_MS / clock.speed);
  const find = (account: string, id: string) =>
    findInvitation(database, placeOf(accounts, account), id, clock.now()) ??
    fail('not-found', { params: { name: id } });

  async function readStandings(place: Place, ids: readonly string[], signal: AbortSignal): Promise<void> {
    const { account, catalog } = place;
    const reading: OpportunityReading = { door: aws.selling(account), catalog, priority: 'background', signal };
    const engagements = ids.map((id) => store.engagementOf(place, id)).filter((id) => id !== null);
    const tasks = await listAcceptances(reading, { EngagementInvitationIdentifier: [...ids] });
    for await (const entries of listPages(reading, [...new Set(engagements)])) {
      database.cacheTransaction(() => store.saveListed(place, entries, new Date(clock.now()).toISOString()));
      for (const entry of entries) {
        const id = textAt(entry, 'Id');
        const ofIt = tasks.filter((task) => textAt(task, 'EngagementInvitationId') === id);
        standings.set(`${account} ${id}`, { entry, tasks: ofIt, readAt: clock.realNow() });
      }
    }
  }

  /** Used once: whoever tries again is told how it stands then. */
  function take(account: string, id: string): Standing | null {
    const key = `${account} ${id}`;
    const found = standings.get(key) ?? null;
    standings.delete(key);
    return found && clock.realNow() - found.readAt < freshMs ? found : null;
  }

  async function standingOf(place: Place, ids: readonly string[], signal: AbortSignal): Promise<Standing> {
    const [id = ''] = ids;
    const held = take(place.account, id);
    if (held) return held;
    try {
      await readStandings(place, ids, signal);
    } catch (error) {
      // AWS may blame another one of them.
      const isBlame = error instanceof OfferdeckError && !error.data.retryable && !signal.aborted;
      if (!isBlame || ids.length === 1) throw error;
      await readStandings(place, [id], signal);
    }
    return take(place.account, id) ?? fail('invitation-closed', { params: { status: '-' } });
  }

  return {
    find,
    isUnderWay: (account, id) => changes.isUnderWay(account, { type: 'EngagementInvitation', id }),
    async begin({ account, id, upcoming }, { bulkId, ...options }) {
      refuseOtherAccount(accounts.getSettings(account), options.confirmedAccountId, account);
      const place = placeOf(accounts, account);
      const ids = [...new Set([id, ...upcoming])].slice(0, MOST_IDS);
      const { entry, tasks } = await standingOf(place, ids, options.signal);
      refuseClosed(textAt(entry, 'Status'));
      const known = store.document(place, id)?.document ?? entry;
      const acceptance = acceptanceOf(place, id, { document: known, earlierTasks: refuseEarlier(tasks) });
      const title = find(account, id).title || id;
      return changes.beginCall({ ...acceptance, title, bulkId }, options);
    },
  };
}
