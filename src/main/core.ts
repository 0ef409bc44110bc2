/** The composition file: builds every service from the ports, in readable order. A table of contents of the core. */
import { createEventBus, type EventListener } from './events.ts';
import { createCall, type Call, type Handlers } from './handlers.ts';
import { unavailable } from './unavailable.ts';
import { announceChanges } from './app/announce.ts';
import { createApp } from './app/index.ts';
import { createJobs } from './jobs/index.ts';
import type { Ports } from './ports.ts';
import { createLeases } from './storage/leases.ts';
import { openDatabase } from './storage/open.ts';
import { createTicker } from './ticker.ts';

export interface Core {
  readonly call: Call;
  subscribe(listener: EventListener): () => void;
  /** Stops background work, waits for what must not be cut, closes the database. */
  close(): Promise<void>;
}

export async function createCore(ports: Ports): Promise<Core> {
  const { database, notices } = openDatabase(ports.dataFolder, ports.clock.realNow());
  const events = createEventBus();
  const leases = createLeases({ database, clock: ports.clock });
  const ticker = createTicker(ports);

  const app = createApp({ ports, events, notices });
  announceChanges(events, ports.notifier);

  const jobs = createJobs({ database, events, leases, ...ports });
  jobs.tend();

  const handlers: Handlers = {
    ...app.handlers,
    ...jobs.handlers,
    ...unavailable('accounts'),
    ...unavailable('products'),
    ...unavailable('offers'),
    ...unavailable('changes'),
    ...unavailable('drafts'),
  };

  ticker.every('leases', leases.lastsMs / 3, () => {
    leases.renewAll();
    jobs.tend();
  });

  return {
    call: createCall(handlers, ports.logger),
    subscribe: events.subscribe,
    async close() {
      await ticker.stop();
      await jobs.close();
      leases.releaseAll();
      database.close();
    },
  };
}
