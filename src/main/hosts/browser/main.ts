/** Entry of the browser host: the core on plain Node, reached through a browser on this machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maskText } from '../../masking/mask.ts';
import type { SecretBox } from '../../ports.ts';
import { defaultDataRoot } from '../common/data-folder.ts';
import { createLogWriter } from '../common/log-file.ts';
import { createLogger } from '../common/logger.ts';
import { parseHostOptions, type HostOptions } from '../common/options.ts';
import { startPracticeWorker } from '../common/practice.ts';
import { openPreferenceFile } from '../common/preferences.ts';
import { createRuntime, type Runtime } from '../common/runtime.ts';
import { sharePractice } from '../common/share-practice.ts';
import { openInBrowser } from './open-in-browser.ts';
import { startBrowserServer } from './server.ts';

const isBuilt = import.meta.filename.endsWith('.js');
const projectRoot = join(import.meta.dirname, isBuilt ? '../..' : '../../../..');
const SIMULATOR_ENTRY = new URL(isBuilt ? './simulator.js' : '../../../simulator/worker.ts', import.meta.url);
const RENDERER_FOLDER = join(projectRoot, 'out', 'renderer');
/** Less than the starter's own patience, so that our exit code is the one that is seen. */
const SHUT_DOWN_WITHIN_MS = 2500;

/** Nothing here can keep a key as well as an operating system's keychain can, so nothing is kept. */
const noSecretBox: SecretBox = {
  availability: async () => ({ available: false, reasonKey: 'common:encryption.browser-host' }),
  encrypt: async () => Promise.reject(new Error('the browser host keeps no secrets')),
  decrypt: async () => Promise.reject(new Error('the browser host keeps no secrets')),
};

async function main(): Promise<void> {
  const options = readOptions();
  process.umask(0o077);
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  const dataRoot = options.dataRoot ?? defaultDataRoot();
  const lowest = process.env['OFFERDECK_LOG'] === 'debug' ? 'debug' : 'info';

  const runtime: Runtime = await createRuntime(
    {
      host: 'browser',
      version,
      secretBox: noSecretBox,
      files: { saveText: async () => ({ path: null, downloadInRenderer: true }) },
      opener: { openLink: openInBrowser },
      // Only a page can speak to the system from here.
      notifier: { notify: async (announcement) => runtime.tell('app.announced', announcement) },
      logger: createLogger(createLogWriter(dataRoot), maskText, lowest),
      openPreferences: openPreferenceFile,
      startPractice: (data, onClock) =>
        sharePractice(data, onClock, (own, onMove) => startPracticeWorker(SIMULATOR_ENTRY, own, onMove)),
    },
    { dataRoot, speed: options.speed, practice: options.practice },
  );
  const server = await startBrowserServer({ core: runtime, folder: RENDERER_FOLDER, port: options.port });

  endWith(async () => {
    await server.close();
    await runtime.close();
  });

  const url = server.newAddress();
  if (options.json) process.stdout.write(`${JSON.stringify({ url, host: 'browser', mode: runtime.mode() })}\n`);
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

/** Ends in order on a signal, or when the starter is gone: npm may leave its child behind when it is killed. */
function endWith(close: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), SHUT_DOWN_WITHIN_MS).unref();
    await close();
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void end();
  }, 500).unref();
}

await main();
