/** Ports of a core on plain Node: real clock, storage and network; nobody to show anything to. */
import { join } from 'node:path';
import { createClock } from '../../src/main/hosts/common/clock.ts';
import { DEFAULT_PREFERENCES } from '../../src/main/hosts/common/preferences.ts';
import type { JournalPoint, Logger, Ports, PracticeCloud } from '../../src/main/ports.ts';

export interface PlainPortOptions {
  readonly dataFolder: string;
  readonly cloud: PracticeCloud;
  readonly speed: number;
  onJournalPoint?(point: JournalPoint): void;
}

export function createPlainPorts({ dataFolder, cloud, speed, onJournalPoint }: PlainPortOptions): Ports {
  const noSecrets = async () => Promise.reject(new Error('a practice core keeps no secrets'));
  return {
    host: 'cli',
    version: '0.0.0-kills',
    mode: 'practice',
    dataFolder,
    timeZone: 'UTC',
    clock: createClock(speed),
    secretBox: {
      availability: async () => ({ available: false, reasonKey: 'encryption:browser-host' }),
      encrypt: noSecrets,
      decrypt: noSecrets,
    },
    files: { saveText: async () => ({ path: null, downloadInRenderer: true }) },
    opener: { openLink: async () => {} },
    web: { getText: async () => Promise.reject(new Error('a practice core reads no pages')) },
    notifier: { notify: async () => {} },
    preferences: { get: async () => DEFAULT_PREFERENCES, set: async () => DEFAULT_PREFERENCES },
    logger: standardErrorLogger,
    practice: cloud,
    awsEnvironment: {
      configFile: join(dataFolder, 'no-config'),
      credentialsFile: join(dataFolder, 'no-credentials'),
      endpointOverrides: [],
    },
    switchMode: async () => {},
    ...(onJournalPoint ? { onJournalPoint } : {}),
  };
}

const say = (message: string, details?: Record<string, unknown>) =>
  void process.stderr.write(`${message} ${JSON.stringify(details ?? {}, errorText)}\n`);

const standardErrorLogger: Logger = { debug() {}, info() {}, warn: say, error: say };

function errorText(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}
