/** A core on real storage in a folder of its own, with twins for what a host would provide; everything it says is kept. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCore, type Core } from '../../src/main/core.ts';
import { createClock } from '../../src/main/hosts/common/clock.ts';
import { DEFAULT_PREFERENCES } from '../../src/main/hosts/common/preferences.ts';
import type { Logger, Ports } from '../../src/main/ports.ts';
import type {
  EventName,
  EventPayload,
  MethodInput,
  MethodName,
  MethodOutput,
  Reply,
} from '../../src/shared/contract/index.ts';
import { OfferdeckError, type AppError } from '../../src/shared/errors/app-error.ts';
import { createTestSecretBox } from './secret-box.ts';
import { makeTempFolder } from './temp-folder.ts';

export interface TestCore {
  readonly core: Core;
  readonly dataFolder: string;
  /** Everything that left the core: logs, events, answers. For secret scans. */
  readonly captured: { readonly logs: unknown[]; readonly events: CapturedEvent[]; readonly answers: unknown[] };
  /** The value, or throws the failure as OfferdeckError. */
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** The failure; throws when the call succeeds. */
  failure<M extends MethodName>(method: M, input: unknown): Promise<AppError>;
  eventsOf<E extends EventName>(name: E): EventPayload<E>[];
  /** The first event of this name that was or will be emitted and that `accept` takes. */
  nextEvent<E extends EventName>(name: E, accept?: (payload: EventPayload<E>) => boolean): Promise<EventPayload<E>>;
}

interface CapturedEvent {
  readonly name: EventName;
  readonly payload: unknown;
}

export async function startTestCore(changes: Partial<Ports> = {}): Promise<TestCore> {
  const captured: TestCore['captured'] = { logs: [], events: [], answers: [] };
  const ports = { ...testPorts(captured.logs), ...changes };
  const core = await createCore(ports);
  const waiting = new Set<() => void>();
  core.subscribe((name, payload) => {
    captured.events.push({ name, payload });
    for (const look of [...waiting]) look();
  });
  onTestFinished(async () => core.close());

  const call = async (method: MethodName, input: unknown): Promise<Reply<unknown>> => {
    const reply = await core.call(method, input);
    captured.answers.push({ method, reply });
    return reply;
  };
  const eventsOf = <E extends EventName>(name: E) =>
    captured.events.filter((event) => event.name === name).map((event) => event.payload as EventPayload<E>);

  return {
    core,
    dataFolder: ports.dataFolder,
    captured,
    async call(method, input) {
      const reply = await call(method, input);
      if (!reply.ok) throw new OfferdeckError(reply.error);
      return reply.value as MethodOutput<typeof method>;
    },
    async failure(method, input) {
      const reply = await call(method, input);
      if (reply.ok) throw new Error(`${method} was expected to fail`);
      return reply.error;
    },
    eventsOf,
    nextEvent(name, accept = () => true) {
      return new Promise((resolve) => {
        const look = () => {
          const found = eventsOf(name).find(accept);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** What a host would provide: real clock and folder, everything else a twin. */
export function testPorts(logs: unknown[]): Ports {
  const dataFolder = makeTempFolder();
  let preferences = DEFAULT_PREFERENCES;
  return {
    host: 'cli',
    version: '0.0.0-test',
    mode: 'practice',
    dataFolder,
    timeZone: 'UTC',
    clock: createClock(),
    secretBox: createTestSecretBox(),
    files: { saveText: async () => ({ path: null, downloadInRenderer: true }) },
    opener: { openLink: async () => {} },
    web: { getText: async () => Promise.reject(new Error('no test reads pages of others')) },
    notifier: { notify: async () => {} },
    preferences: {
      get: async () => preferences,
      async set(patch) {
        preferences = { ...preferences, ...patch };
        return preferences;
      },
    },
    logger: keepingLogger(logs),
    practice: null,
    awsEnvironment: {
      configFile: join(dataFolder, 'no-config'),
      credentialsFile: join(dataFolder, 'no-credentials'),
      endpointOverrides: [],
    },
    switchMode: async () => {},
  };
}

function keepingLogger(logs: unknown[]): Logger {
  const keep = (level: string) => (message: string, details?: Record<string, unknown>) =>
    void logs.push({ level, message, details });
  return { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}
