/** The composition file: builds every service from the ports, in readable order. A table of contents of the core. */
import { createEventBus, type EventListener } from './events.ts';
import { createCall, type Call, type Handlers } from './handlers.ts';
import { unavailable } from './unavailable.ts';
import { createApp } from './app/index.ts';
import type { Ports } from './ports.ts';
import { openDatabase } from './storage/open.ts';

export interface Core {
  readonly call: Call;
  subscribe(listener: EventListener): () => void;
  /** Stops background work, waits for what must not be cut, closes the database. */
  close(): Promise<void>;
}

export async function createCore(ports: Ports): Promise<Core> {
  const { database, notices } = openDatabase(ports.dataFolder, ports.clock.realNow());
  const events = createEventBus();

  const app = createApp({ ports, events, notices });

  const handlers: Handlers = {
    ...app.handlers,
    ...unavailable('jobs'),
    ...unavailable('accounts'),
    ...unavailable('products'),
    ...unavailable('offers'),
    ...unavailable('changes'),
    ...unavailable('drafts'),
  };

  return {
    call: createCall(handlers, ports.logger),
    subscribe: events.subscribe,
    async close() {
      database.close();
    },
  };
}
