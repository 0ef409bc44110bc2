/** `npm start` as a machine sees it: one JSON line, and nothing left behind when any process above it is ended. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const started: { child: ChildProcess; folder: string }[] = [];

afterEach(() => {
  for (const { child, folder } of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});

interface Ready {
  readonly child: ChildProcess;
  readonly url: string;
  readonly stdout: () => string;
}

function start(args: readonly string[] = [], shell = process.platform === 'win32'): Promise<Ready> {
  const folder = mkdtempSync(join(tmpdir(), 'offerdeck-start-'));
  const command = ['start', '--', '--host', 'browser', '--practice', '--no-open', '--json', '--data', folder, ...args];
  const child = shell
    ? spawn(`npm ${command.join(' ')}`, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell })
    : spawn('npm', command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push({ child, folder });
  let stdout = '';
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const line = stdout.split('\n').find((candidate) => candidate.startsWith('{') && candidate.endsWith('}'));
      if (line) resolve({ child, url: (JSON.parse(line) as { url: string }).url, stdout: () => stdout });
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${stderr}`)));
  });
}

/** The process below npm that is the program's starter. */
function starterOf(npm: number): number {
  const pid = readFileSync(`/proc/${npm}/task/${npm}/children`, 'utf8').trim().split(' ')[0];
  return Number(pid);
}

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Milliseconds until nothing answers any more; the limit of the promise is 3 s. */
async function untilGone(url: string): Promise<number> {
  const began = performance.now();
  while (await answers(url)) {
    if (performance.now() - began > 10_000) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return performance.now() - began;
}

test('exactly one line of standard output is the JSON line', async () => {
  const { child, url, stdout } = await start();
  expect(await answers(url)).toBe(true);
  child.kill('SIGTERM');
  expect(await untilGone(url)).toBeLessThan(3000);
  const lines = stdout()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ url, host: 'browser', mode: 'practice' });
});

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '%s to npm ends server, simulator and workers within 3 s',
  async (signal) => {
    const { child, url } = await start();
    child.kill(signal);
    expect(await untilGone(url)).toBeLessThan(3000);
  },
);

test('SIGTERM to a shell that was started for npm ends the program within 3 s', async (context) => {
  if (process.platform === 'win32') return context.skip('there is no sh here');
  const { child, url } = await start([], true);
  child.kill('SIGTERM');
  expect(await untilGone(url)).toBeLessThan(3000);
});

test.for(['SIGINT', 'SIGTERM'] as const)('%s to the program itself ends it within 3 s', async (signal, context) => {
  if (process.platform !== 'linux') return context.skip('finding the program below npm needs /proc');
  const { child, url } = await start();
  process.kill(starterOf(child.pid ?? 0), signal);
  expect(await untilGone(url)).toBeLessThan(3000);
});

test.each([
  ['--port', '70000', '--port takes'],
  ['--speed', 'fast', '--speed takes'],
  ['--host', 'phone', '--host takes'],
  ['--nonsense', 'x', '--nonsense'],
])('%s %s is refused in one line', async (option, value, message) => {
  await expect(start([option, value])).rejects.toThrow(message);
});
