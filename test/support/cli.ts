/** The command line, as a child process or inside the test's own: what it printed, and how it ended. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runProgram } from '../../src/main/hosts/cli/program.ts';
import { chooseLanguage, loadTexts } from '../../src/main/hosts/cli/texts.ts';

const SOURCES = join(import.meta.dirname, '../../src');
const ENTRY = join(SOURCES, 'main/hosts/cli/main.ts');
const SIMULATOR_ENTRY = new URL('../../src/simulator/worker.ts', import.meta.url);

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
  /** What a person answers at a terminal; absent = there is nobody. */
  readonly answer?: string;
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
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
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
    child.on('close', (code) => resolve(resultOf(code, out, err)));
  });
}

/** The same program without a process of its own, for what its commands answer: a start costs a second of a processor. */
export async function callCli(
  args: readonly string[],
  { data, answer }: Pick<CliOptions, 'data' | 'answer'>,
): Promise<CliResult> {
  const given = ['--data', data, ...args];
  const env = { LANG: 'C' };
  let out = '';
  let err = '';
  const code = await runProgram(given, {
    texts: await loadTexts(join(SOURCES, 'renderer/i18n'), chooseLanguage(given, env)),
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      env,
      isInteractive: answer !== undefined,
      async ask(question) {
        err += `${question}\n`;
        return answer ?? '';
      },
      readInput: async () => '',
    },
    version: '0.0.0-test',
    simulatorEntry: SIMULATOR_ENTRY,
  });
  return resultOf(code, out, err);
}

function resultOf(code: number | null, out: string, err: string): CliResult {
  return { code, out, err, json: <T>() => JSON.parse(out) as T };
}
