import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientSettings } from '../../support/simulator.ts';
import { makeTempFolder } from '../../support/temp-folder.ts';

const MAIN = join(import.meta.dirname, '../../../src/simulator/main.ts');
const RUN = join(import.meta.dirname, '../../../scripts/run.mjs');
const WORKER = new URL('../../../src/simulator/worker.ts', import.meta.url);

interface Printed {
  readonly endpoint: string;
  readonly region: string;
  readonly accounts: readonly { accountId: string; name: string; accessKeyId: string; secretAccessKey: string }[];
}

interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Exit code and signal. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function run(...args: string[]): Program {
  return launch(process.execPath, [MAIN, ...args]);
}

function launch(command: string, args: readonly string[]): Program {
  const child = spawn(command, args);
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

async function ready(program: Program): Promise<Printed> {
  await expect.poll(() => program.stdout(), { timeout: 20_000 }).toContain('\n');
  return JSON.parse(program.stdout()) as Printed;
}

describe('npm run simulator', () => {
  it('prints exactly one line of JSON and serves any client with those keys', async () => {
    const program = run('--port', '0', '--json');
    const printed = await ready(program);
    expect(program.stdout().match(/\n/g)).toHaveLength(1);
    expect(printed.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(printed.region).toBe('us-east-1');
    for (const account of printed.accounts) {
      expect(Object.keys(account)).toEqual(['accountId', 'name', 'accessKeyId', 'secretAccessKey']);
      const identity = await new STSClient(clientSettings(printed, account)).send(new GetCallerIdentityCommand({}));
      expect(identity.Account).toBe(account.accountId);
    }
    program.child.kill('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends within 3 s of %s, open connections or not, and keeps its world',
    async (signal) => {
      const file = join(makeTempFolder(), 'world.json');
      const program = run('--json', '--state', file);
      const { endpoint } = await ready(program);
      // Leaves an idle connection behind.
      await fetch(`${endpoint}/_simulator/world`);
      const started = performance.now();
      program.child.kill(signal);
      expect(await program.ended).toEqual({ code: 0, signal: null });
      expect(performance.now() - started).toBeLessThan(3000);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, endpoint });
    },
  );

  it.skipIf(process.platform === 'win32')('ends when the shell that started it is killed', async () => {
    // The second command keeps the shell from handing its process over to the first.
    const program = launch('sh', ['-c', `"${process.execPath}" "${RUN}" simulator --json; true`]);
    const { endpoint } = await ready(program);
    program.child.kill('SIGKILL');
    const answers = () =>
      fetch(`${endpoint}/_simulator/world`).then(
        () => true,
        () => false,
      );
    await expect.poll(answers, { timeout: 3000 }).toBe(false);
  });

  it('refuses an option that makes no sense, and says why', async () => {
    const program = run('--port', 'eighty');
    expect((await program.ended).code).toBe(2);
    expect(program.stderr()).toContain('--port takes 0 to 65535, not "eighty".');
    expect(program.stderr()).toContain('Usage:');
    expect(program.stdout()).toBe('');
  });
});

describe('the embedded entry', () => {
  it('tells its host where it listens and when its clock is moved, and keeps its world when stopped', async () => {
    const stateFile = join(makeTempFolder(), 'simulator.json');
    const worker = new Worker(WORKER, { workerData: { speed: 10, stateFile } });
    onTestFinished(async () => void (await worker.terminate()));
    const messages: Record<string, unknown>[] = [];
    worker.on('message', (message: Record<string, unknown>) => messages.push(message));
    await expect.poll(() => messages.length, { timeout: 20_000 }).toBe(1);
    const [first] = messages;
    expect(first).toMatchObject({ kind: 'ready', clockOffsetMs: 0 });
    const cloud = first?.['cloud'] as Printed;
    const account = cloud.accounts.find(({ accountId }) => accountId.startsWith('0'));
    expect(account).toEqual({
      accountId: '012345678901',
      name: expect.any(String),
      accessKeyId: expect.stringMatching(/^AKIA/),
      secretAccessKey: expect.any(String),
      eulaBucket: expect.any(String),
      role: 'isv',
    });

    await fetch(`${cloud.endpoint}/_simulator/clock`, { method: 'POST', body: '{"advanceMs":60000}' });
    await expect.poll(() => messages.at(-1)).toEqual({ kind: 'clock', clockOffsetMs: 60_000 });

    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage({ kind: 'stop' });
    expect(await gone).toBe(0);
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ clockOffsetMs: 60_000 });
  });
});
