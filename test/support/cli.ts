/** The command line as a child process: what it printed, and how it ended. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '../../src/main/hosts/cli/main.ts');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON. */
  json<T = unknown>(): T;
}

export interface CliOptions {
  readonly data: string;
  /** A built entry instead of the source. */
  readonly entry?: string;
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const home = join(options.data, 'home');
  const child = spawn(process.execPath, [options.entry ?? ENTRY, '--data', options.data, ...args], {
    // Nothing of the machine's own AWS set-up, and nothing that colours or translates.
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      USERPROFILE: home,
      LANG: 'C',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...options.env,
    },
    cwd: options.cwd ?? options.data,
    stdio: 'pipe',
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err, json: <T>() => JSON.parse(out) as T }));
  });
}
