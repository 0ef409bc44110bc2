/** Reads one invitation into the copy, and once it was accepted finds the opportunity that this has made. */
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { OpportunityReading } from '../opportunities/reader.ts';
import { textAt, type Json } from '../opportunities/readings.ts';
import type { Place } from '../opportunities/store.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { findInvitation } from './list-query.ts';
import { listAcceptances, listPages, readInvitation } from './reader.ts';
import type { InvitationStore } from './store.ts';

interface CopyDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: InvitationStore;
  /** The 12 digits of the account: what it has sent itself is none of these. */
  readonly awsAccountIdOf: (account: string) => string;
  /** Reads the opportunity into its own copy: unmasked by now. */
  readonly readOpportunity: (account: string, id: string, signal?: AbortSignal) => Promise<unknown>;
}

export interface InvitationCopy {
  /** The invitation as AWS gives it; null where AWS shows it no more, which the list says by how it stands. */
  read(place: Place, id: string, reading: OpportunityReading): Promise<Json | null>;
}

export function createInvitationCopy({ database, clock, store, ...deps }: CopyDependencies): InvitationCopy {
  const now = () => new Date(clock.now()).toISOString();

  /** Access ends with a rejection: what was read before stays, and the list says how it stands now. */
  async function readListed(place: Place, id: string, reading: OpportunityReading, error: unknown): Promise<null> {
    const engagementId = store.engagementOf(place, id);
    if (!isLost(error) || engagementId === null) throw error;
    for await (const entries of listPages(reading, [engagementId])) {
      database.cacheTransaction(() => store.saveListed(place, entries, now()));
    }
    if (findInvitation(database, place, id, clock.now())?.status === 'PENDING') throw error;
    store.settle(place, id);
    return null;
  }

  /** Of whoever has accepted it. undefined: a task that is under way names it soon; null: none does. */
  async function ofTasks(id: string, reading: OpportunityReading): Promise<string | null | undefined> {
    const tasks = await listAcceptances(reading, { EngagementInvitationIdentifier: [id] });
    const made = tasks.find((task) => textAt(task, 'TaskStatus') === 'COMPLETE');
    if (!made && tasks.some((task) => textAt(task, 'TaskStatus') === 'IN_PROGRESS')) return undefined;
    return textAt(made, 'OpportunityId') || null;
  }

  async function link(place: Place, id: string, reading: OpportunityReading): Promise<void> {
    if (!store.toLink(place).includes(id)) return;
    const opportunityId = store.madeBy(place, id) ?? (await ofTasks(id, reading));
    if (opportunityId === undefined) return;
    if (opportunityId !== null) await deps.readOpportunity(place.account, opportunityId, reading.signal);
    store.link(place, id, opportunityId);
  }

  return {
    async read(place, id, reading) {
      let document: Json;
      try {
        document = await readInvitation(reading, id);
      } catch (error) {
        return readListed(place, id, reading, error);
      }
      const receiver = textAt(document, 'Receiver', 'Account', 'AwsAccountId');
      if (receiver !== '' && receiver !== deps.awsAccountIdOf(place.account)) return null;
      store.saveRead(place, document, now());
      await link(place, id, reading);
      return document;
    },
  };
}

function isLost(error: unknown): boolean {
  return error instanceof OfferdeckError && ['resource-not-found', 'access-denied'].includes(error.data.code);
}
