/** The core as a host holds it: built for a mode, rebuilt on the other data folder when the user switches. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modeSchema, type Mode } from '../../../shared/contract/app.ts';
import { createCore, type Core } from '../../core.ts';
import type { EventListener } from '../../events.ts';
import type { Call } from '../../handlers.ts';
import type { Files, Logger, Notifier, Opener, Ports, SecretBox } from '../../ports.ts';
import { readAwsEnvironment } from './aws-environment.ts';
import { createClock } from './clock.ts';
import { modeFolder } from './data-folder.ts';
import { createPreferenceStore, type KeyValueFile } from './preferences.ts';
import type { PracticeHandle, PracticeWorkerData } from './practice.ts';
import { createWeb } from './web.ts';

/** What differs between hosts. */
export interface HostParts {
  readonly host: Ports['host'];
  readonly version: string;
  readonly secretBox: SecretBox;
  readonly files: Files;
  readonly opener: Opener;
  readonly notifier: Notifier;
  readonly logger: Logger;
  openPreferences(folder: string): KeyValueFile;
  startPractice(data: PracticeWorkerData, onClock: (offsetMs: number) => void): Promise<PracticeHandle>;
}

export interface RuntimeOptions {
  readonly dataRoot: string;
  readonly speed: number;
  /** Asked for on the command line: practice, whatever was used last. */
  readonly practice: boolean;
  /** The same for real mode. */
  readonly real?: boolean;
}

export interface Runtime {
  readonly mode: () => Mode;
  readonly call: Call;
  readonly preferences: () => Ports['preferences'];
  /** Events of whichever core runs; also `app.modeSwitched`. */
  subscribe(listener: EventListener): () => void;
  /** What the host itself has to tell the page. */
  readonly tell: EventListener;
  close(): Promise<void>;
}

/** A reply in flight still belongs to the core that is being left. */
const LEAVE_AFTER_MS = 500;

interface Running {
  readonly core: Core;
  readonly mode: Mode;
  readonly practice: PracticeHandle | null;
  readonly preferences: Ports['preferences'];
}

export async function createRuntime(parts: HostParts, options: RuntimeOptions): Promise<Runtime> {
  const listeners = new Set<EventListener>();
  const tell: EventListener = (name, payload) => {
    for (const listener of listeners) listener(name, payload);
  };
  const start = async (mode: Mode): Promise<Running> => {
    const running = await startCore(parts, options, mode, switchMode);
    running.core.subscribe(tell);
    return running;
  };
  const stop = async (which: Running) => {
    await which.core.close();
    await which.practice?.stop();
  };
  async function switchMode(mode: Mode): Promise<void> {
    const previous = running;
    running = await start(mode);
    rememberMode(options.dataRoot, mode);
    tell('app.modeSwitched', { mode });
    setTimeout(() => void stop(previous), LEAVE_AFTER_MS);
  }

  let running = await start(options.practice ? 'practice' : options.real ? 'real' : recallMode(options.dataRoot));
  return {
    mode: () => running.mode,
    call: (method, input, signal) => running.core.call(method, input, signal),
    preferences: () => running.preferences,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
    close: () => stop(running),
  };
}

async function startCore(
  parts: HostParts,
  options: RuntimeOptions,
  mode: Mode,
  switchMode: (mode: Mode) => Promise<void>,
): Promise<Running> {
  const dataFolder = modeFolder(options.dataRoot, mode);
  const clock = createClock(mode === 'practice' ? options.speed : 1);
  const practice =
    mode === 'practice'
      ? await parts.startPractice(
          { speed: options.speed, stateFile: join(dataFolder, 'simulator.json') },
          clock.setOffset,
        )
      : null;
  const preferences = createPreferenceStore(parts.openPreferences(dataFolder));
  const core = await createCore({
    ...parts,
    web: createWeb(),
    mode,
    dataFolder,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    clock,
    preferences,
    practice: practice?.cloud ?? null,
    awsEnvironment: readAwsEnvironment(process.env),
    switchMode,
  });
  return { core, mode, practice, preferences };
}

const modeFile = (dataRoot: string) => join(dataRoot, 'mode');

/** The mode used last; practice on a first start. */
function recallMode(dataRoot: string): Mode {
  try {
    return modeSchema.parse(readFileSync(modeFile(dataRoot), 'utf8').trim());
  } catch {
    // No file or not ours: a first start.
    return 'practice';
  }
}

function rememberMode(dataRoot: string, mode: Mode): void {
  writeFileSync(modeFile(dataRoot), `${mode}\n`, { mode: 0o600 });
}
