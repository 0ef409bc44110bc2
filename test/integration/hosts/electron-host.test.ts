/** The built desktop host under a stand-in for Electron: the real preload, the real channels, the real app:// handler. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
// The page's global: what the preload exposes.
import type {} from '../../../src/renderer/bridge/transport.ts';
import { methods } from '../../../src/shared/contract/index.ts';

const root = join(import.meta.dirname, '../../..');

interface Inspected {
  readonly channels: string[];
  readonly schemes: string[];
  readonly windows: { webPreferences: Record<string, unknown> }[];
  readonly prevented: string[];
  readonly opened: string[];
  readonly sandboxed: boolean;
  readonly readyWhenSandboxed: boolean;
  readonly shown: number;
  readonly focused: number;
  readonly notifications: { title: string; body: string }[];
}

let child: ChildProcess;
let browser: Browser;
let page: Page;
let dataFolder: string;
const waiting: ((line: Record<string, unknown>) => void)[] = [];
const nextLine = () => new Promise<Record<string, unknown>>((resolve) => waiting.push(resolve));

async function inspect(): Promise<Inspected> {
  const line = nextLine();
  child.stdin?.write('inspect\n');
  return (await line)['inspected'] as Inspected;
}

beforeAll(async () => {
  await ensureBuilt(process.execPath);
  dataFolder = mkdtempSync(join(tmpdir(), 'offerdeck-electron-'));
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('no Chromium was found; `npm test` installs one');
  const env = { ...process.env, OFFERDECK_CHROMIUM: executablePath, STANDIN_USER_DATA: dataFolder };
  child = spawn(process.execPath, [join(root, 'test/electron/standin/run.ts'), '--practice'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before its window was open`)));
  });
  ended.catch(() => {});
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    if (line.startsWith('{')) waiting.shift()?.(JSON.parse(line) as Record<string, unknown>);
  });
  const { debugging } = await Promise.race([nextLine(), ended]);
  browser = await chromium.connectOverCDP(debugging as string);
  const found = browser
    .contexts()
    .flatMap((context) => context.pages())
    .find((candidate) => candidate.url().includes('offerdeck.test'));
  if (!found) throw new Error('the host opened no window');
  page = found;
}, 90_000);

afterAll(async () => {
  await browser?.close();
  if (child?.exitCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}, 30_000);

const callFromPage = (method: string, input: unknown) =>
  page.evaluate(([name, given]) => window.offerdeck?.call('t', name as string, given), [method, input] as const);

test('every method of the contract has its channel, and there is no other', async () => {
  const { channels } = await inspect();
  expect(channels.toSorted()).toEqual(
    Object.keys(methods)
      .map((name) => `call:${name}`)
      .toSorted(),
  );
});

test('the window opens with the stated web preferences, sandboxed before the app is ready', async () => {
  const { windows, sandboxed, readyWhenSandboxed, shown, schemes } = await inspect();
  expect(windows).toHaveLength(1);
  expect(windows[0]?.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  });
  expect(sandboxed).toBe(true);
  expect(readyWhenSandboxed).toBe(false);
  expect(shown).toBe(1);
  expect(schemes).toEqual(['app']);
});

test('the page reaches the core through the preload alone', async () => {
  expect(await page.evaluate(() => Object.keys(window.offerdeck ?? {}))).toEqual(['call', 'cancel', 'subscribe']);
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  const reply = await callFromPage('app.info', {});
  expect(reply).toMatchObject({
    ok: true,
    value: { host: 'electron', mode: 'practice', encryption: { available: true } },
  });
});

test('bad input comes back as data with the field, an unknown method as a rejection', async () => {
  expect(await callFromPage('jobs.cancel', { id: 7 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', fields: [{ path: 'id' }] },
  });
  await expect(callFromPage('app.nonsense', {})).rejects.toThrow(/No handler registered/);
});

test('what cannot be cloned cannot be sent', async () => {
  const failed = await page.evaluate(async () => {
    try {
      await window.offerdeck?.call('t', 'app.info', { act: () => 1 });
      return 'sent';
    } catch (error) {
      return String(error);
    }
  });
  expect(failed).toContain('could not be cloned');
});

test('events of the core reach the page until it stops listening', async () => {
  const seen = await page.evaluate(async () => {
    const names: string[] = [];
    const stop = window.offerdeck?.subscribe((event) => names.push((event as { name: string }).name));
    await window.offerdeck?.call('t', 'app.notices.dismiss', { id: 'none' });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    stop?.();
    const before = names.length;
    await window.offerdeck?.call('t', 'app.notices.dismiss', { id: 'none' });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return { names, grew: names.length - before };
  });
  expect(seen.names).toContain('app.noticesChanged');
  expect(seen.grew).toBe(0);
});

test('the app shows itself under its own policy without a violation', async () => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  expect(await page.title()).toContain('Offerdeck');
  expect(violations).toEqual([]);
});

test('a click on an announcement brings the window to the front, at what it was about', async () => {
  const accounts = (await callFromPage('accounts.list', {})) as {
    value: { accounts: { key: string; awsAccountId: string; name: string }[] };
  };
  const without = accounts.value.accounts.find(({ name }) => name.includes('Quillmoor'));
  child.stdin?.write('blur\n');
  await callFromPage('role.create', { account: without?.key, confirmedAccountId: without?.awsAccountId });
  await expect.poll(async () => (await inspect()).notifications, { timeout: 20_000 }).toHaveLength(1);
  const before = (await inspect()).focused;
  child.stdin?.write('click\n');
  await expect.poll(() => page.evaluate(() => window.location.hash)).toBe(`#/accounts/${without?.key}`);
  expect((await inspect()).focused).toBe(before + 1);
});

test('navigation away is prevented', async () => {
  await page.evaluate(() => {
    window.location.href = 'https://evil.example/';
  });
  await expect.poll(async () => (await inspect()).prevented).toContain('https://evil.example/');
  expect((await inspect()).opened).toEqual([]);
});

test('data lies in the folder the host was given', () => {
  expect(readdirSync(join(dataFolder, 'practice'))).toContain('offerdeck.db');
});
