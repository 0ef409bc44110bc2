/** The built browser host as a process of its own, on a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '../../../out/main/browser.js');
const START_TIMEOUT_MS = 30_000;

export interface HostOptions {
  /** Divides the simulator's waiting times and the app's pacing alike. */
  readonly speed: number;
  /** Data folder to go on with; a fresh one otherwise. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `practice` passes `--practice`; `stored` leaves the mode to what the data folder remembers. */
  readonly mode?: 'practice' | 'stored';
}

export interface Host {
  /** Signs one window in. */
  readonly url: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** What it has written to stderr so far. */
  log(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

async function createDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'offerdeck-e2e-'));
}

export async function removeDataFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

export async function startHost(options: HostOptions): Promise<Host> {
  const dataFolder = options.dataFolder ?? (await createDataFolder());
  const child = spawn(
    process.execPath,
    [
      ENTRY,
      ...(options.mode === 'stored' ? [] : ['--practice']),
      '--no-open',
      '--json',
      '--port',
      '0',
      '--data',
      dataFolder,
      '--speed',
      String(options.speed),
    ],
    { env: { ...process.env, ...isolatedAwsFiles(dataFolder), ...options.env }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await readUrl(child, () => log);
  return {
    url,
    dataFolder,
    process: child,
    log: () => log,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
    },
  };
}

/** The person's own AWS profiles are no part of a test. */
function isolatedAwsFiles(dataFolder: string): Record<string, string> {
  return {
    AWS_CONFIG_FILE: join(dataFolder, 'aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(dataFolder, 'aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function readUrl(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const giveUp = (why: string) => {
      child.kill('SIGKILL');
      reject(new Error(`the host did not start: ${why}\n${log()}`));
    };
    const timer = setTimeout(() => giveUp('no answer in time'), START_TIMEOUT_MS);
    child.once('exit', (code) => giveUp(`exit code ${String(code)}`));
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const line = output.split('\n').find((candidate) => candidate.startsWith('{') && candidate.endsWith('}'));
      if (!line) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve((JSON.parse(line) as { url: string }).url);
    });
  });
}
