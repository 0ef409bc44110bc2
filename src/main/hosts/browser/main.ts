/** Entry of the browser host: the core on plain Node, reached through a browser on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCore, type Core } from '../../core.ts';
import { maskText } from '../../masking/mask.ts';
import type { Mode } from '../../../shared/contract/app.ts';
import type { Ports } from '../../ports.ts';
import { readAwsEnvironment } from '../common/aws-environment.ts';
import { createClock } from '../common/clock.ts';
import { defaultDataRoot, modeFolder } from '../common/data-folder.ts';
import { createLogger } from '../common/logger.ts';
import { parseHostOptions, type HostOptions } from '../common/options.ts';
import { startPracticeWorker, type PracticeWorker } from '../common/practice.ts';
import { createPreferenceStore, openPreferenceFile } from '../common/preferences.ts';
import { openInBrowser } from './open-in-browser.ts';
import { startBrowserServer, type BrowserServer } from './server.ts';

const isBuilt = import.meta.filename.endsWith('.js');
const projectRoot = join(import.meta.dirname, isBuilt ? '../..' : '../../../..');
const SIMULATOR_ENTRY = new URL(isBuilt ? './simulator.js' : '../../../simulator/worker.ts', import.meta.url);
const RENDERER_FOLDER = join(projectRoot, 'out', 'renderer');

interface Running {
  readonly core: Core;
  readonly practice: PracticeWorker | null;
}

async function main(): Promise<void> {
  const options = readOptions();
  process.umask(0o077);
  const logger = createLogger(
    (line) => process.stderr.write(`${line}\n`),
    maskText,
    process.env['OFFERDECK_LOG'] === 'debug' ? 'debug' : 'info',
  );
  const dataRoot = options.dataRoot ?? defaultDataRoot();
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };

  let server: BrowserServer | null = null;
  let mode: Mode = options.practice || !existsSync(join(dataRoot, 'real')) ? 'practice' : 'real';
  let running = await start(mode);

  async function start(nextMode: Mode): Promise<Running> {
    const dataFolder = modeFolder(dataRoot, nextMode);
    const clock = createClock(nextMode === 'practice' ? options.speed : 1);
    const practice =
      nextMode === 'practice'
        ? await startPracticeWorker({
            entry: SIMULATOR_ENTRY,
            data: { speed: options.speed, stateFile: join(dataFolder, 'simulator.json') },
            onClock: clock.setOffset,
          })
        : null;
    const ports: Ports = {
      host: 'browser',
      version,
      mode: nextMode,
      dataFolder,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      clock,
      secretBox: {
        availability: async () => ({ available: false, reasonKey: 'encryption.browser-host' }),
        encrypt: async () => Promise.reject(new Error('the browser host keeps no secrets')),
        decrypt: async () => Promise.reject(new Error('the browser host keeps no secrets')),
      },
      files: { saveText: async () => ({ path: null, downloadInRenderer: true }) },
      opener: { openLink: async (url) => openInBrowser(url) },
      notifier: { notify: async () => {} },
      preferences: createPreferenceStore(openPreferenceFile(dataFolder)),
      logger,
      practice: practice?.cloud ?? null,
      awsEnvironment: readAwsEnvironment(process.env),
      switchMode,
    };
    return { core: await createCore(ports), practice };
  }

  async function switchMode(next: Mode): Promise<void> {
    const previous = running;
    running = await start(next);
    mode = next;
    server?.useCore(running.core);
    // After the reply has left: the caller is still talking to the previous core.
    setTimeout(() => void stop(previous), 500).unref();
  }

  async function stop(which: Running): Promise<void> {
    await which.core.close();
    await which.practice?.stop();
  }

  server = await startBrowserServer({ core: running.core, folder: RENDERER_FOLDER, port: options.port });

  let stopping = false;
  const shutDown = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 2500).unref();
    await server?.close();
    await stop(running);
    process.exit(0);
  };
  process.on('SIGINT', () => void shutDown());
  process.on('SIGTERM', () => void shutDown());
  watchParent(() => void shutDown());

  const url = server.newAddress();
  if (options.json) process.stdout.write(`${JSON.stringify({ url, host: 'browser', mode })}\n`);
  process.stderr.write(`Offerdeck is ready at ${url}\n`);
  if (options.open) await openInBrowser(url);
}

function readOptions(): HostOptions {
  try {
    return parseHostOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}

/** npm may leave its child behind when it is killed: end when the starter is gone. */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 500).unref();
}

await main();
