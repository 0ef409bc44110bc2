/** The core's way to AWS on real storage, without the rest of the core: for tests of single calls. */
import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createAccountStore } from '../../src/main/accounts/store.ts';
import { createAws, type Aws } from '../../src/main/aws/index.ts';
import { createEventBus, type EventBus } from '../../src/main/events.ts';
import { createMasker } from '../../src/main/masking/masker.ts';
import type { Ports } from '../../src/main/ports.ts';
import { openDatabase } from '../../src/main/storage/open.ts';
import type { Database } from '../../src/main/storage/database.ts';
import type { AccountSettings } from '../../src/shared/domain/account/account.ts';
import { testPorts } from './test-core.ts';

interface RecordedCall {
  readonly service: string;
  readonly operation: string;
  readonly outcome: string;
  readonly attempts: number | null;
  readonly request: string;
  readonly response: string;
}

export interface TestAws {
  readonly aws: Aws;
  readonly events: EventBus;
  readonly ports: Ports;
  readonly database: Database;
  /** Puts an account into the store as it is, past the checks of the service. */
  addAccount(settings: AccountSettings): string;
  recordedCalls(operation?: string): RecordedCall[];
}

export function startTestAws(changes: Partial<Ports> = {}): TestAws {
  const ports = { ...testPorts([]), ...changes };
  const { database } = openDatabase(ports.dataFolder, ports.clock.realNow());
  const events = createEventBus();
  const accounts = createAccountStore(database);
  const aws = createAws({ ports, database, events, masker: createMasker(), accounts });
  onTestFinished(() => {
    aws.close();
    database.close();
  });
  return {
    aws,
    events,
    ports,
    database,
    addAccount(settings) {
      const key = randomUUID();
      accounts.insert({ key, settings, createdAt: new Date(ports.clock.realNow()).toISOString() });
      return key;
    },
    recordedCalls(operation) {
      const calls = database.all<RecordedCall>(
        'SELECT service, operation, outcome, attempts, request, response FROM calls ORDER BY seq',
      );
      return operation === undefined ? calls : calls.filter((call) => call.operation === operation);
    },
  };
}
