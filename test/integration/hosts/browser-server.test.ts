/** The loopback server's walls: who may talk to it, and who is turned away. */
import { request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBrowserServer, type BrowserServer } from '../../../src/main/hosts/browser/server.ts';
import type { Core } from '../../../src/main/core.ts';
import { createEventBus, type EventBus } from '../../../src/main/events.ts';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

let folder: string;
let server: BrowserServer;
let events: EventBus;
let calls: { method: string; input: unknown }[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offerdeck-host-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  events = createEventBus();
  calls = [];
  const core: Pick<Core, 'call' | 'subscribe'> = {
    async call(method, input) {
      calls.push({ method, input });
      return { ok: true, value: { echoed: method } };
    },
    subscribe: events.subscribe,
  };
  server = await startBrowserServer({ core, folder, port: 0 });
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (incoming) => {
        let body = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

const oneTimeToken = () => new URLSearchParams(new URL(server.newAddress()).hash.slice(1)).get('token') ?? '';

async function signIn(token = oneTimeToken()): Promise<{ cookie: string; header: string; status: number }> {
  const answer = await send('/session', {
    method: 'POST',
    headers: { origin: server.origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (answer.status !== 200) return { cookie: '', header: '', status: answer.status };
  const setCookie = String(answer.headers['set-cookie']);
  expect(setCookie).toMatch(/HttpOnly; SameSite=Strict/);
  return {
    cookie: setCookie.split(';')[0] ?? '',
    header: (JSON.parse(answer.body) as { token: string }).token,
    status: 200,
  };
}

const callApi = (headers: Record<string, string>) =>
  send('/api/app.info', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });

test('a signed-in page may call a method and gets the reply of the core', async () => {
  const { cookie, header } = await signIn();
  const answer = await callApi({ origin: server.origin, cookie, 'x-offerdeck-token': header });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { echoed: 'app.info' } });
  expect(calls).toEqual([{ method: 'app.info', input: {} }]);
});

test('a one-time token works once', async () => {
  const token = oneTimeToken();
  expect((await signIn(token)).status).toBe(200);
  expect((await signIn(token)).status).toBe(401);
  expect((await signIn('unknown')).status).toBe(401);
});

test('a foreign Host is refused, whatever else is right', async () => {
  const { cookie, header } = await signIn();
  for (const host of ['evil.example', 'localhost:80', '127.0.0.1', '127.0.0.1:1']) {
    const answer = await callApi({ host, origin: server.origin, cookie, 'x-offerdeck-token': header });
    expect(answer.status).toBe(421);
  }
  expect(calls).toEqual([]);
});

test('a foreign or missing Origin is refused for every POST', async () => {
  const { cookie, header } = await signIn();
  const good = { cookie, 'x-offerdeck-token': header };
  expect((await callApi({ ...good, origin: 'http://127.0.0.1:1' })).status).toBe(403);
  expect((await callApi({ ...good, origin: 'null' })).status).toBe(403);
  expect((await callApi(good)).status).toBe(403);
  expect(calls).toEqual([]);
});

test('the cookie alone or the header alone is not enough, nor halves of two sessions', async () => {
  const first = await signIn();
  const second = await signIn();
  const origin = server.origin;
  expect((await callApi({ origin, cookie: first.cookie })).status).toBe(401);
  expect((await callApi({ origin, 'x-offerdeck-token': first.header })).status).toBe(401);
  expect((await callApi({ origin, cookie: first.cookie, 'x-offerdeck-token': second.header })).status).toBe(401);
  expect((await callApi({ origin, cookie: first.cookie, 'x-offerdeck-token': 'short' })).status).toBe(401);
  expect(calls).toEqual([]);
});

test('events need the same site and both halves of the session', async () => {
  const { cookie, header } = await signIn();
  expect((await send('/events', { headers: { cookie, 'x-offerdeck-token': header } })).status).toBe(403);
  expect(
    (await send('/events', { headers: { cookie, 'x-offerdeck-token': header, 'sec-fetch-site': 'cross-site' } }))
      .status,
  ).toBe(403);
  expect((await send('/events', { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status).toBe(401);
});

test('events reach a signed-in page as one JSON object a line', async () => {
  const { cookie, header } = await signIn();
  const { port } = new URL(server.origin);
  const line = await new Promise<string>((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: '/events',
        headers: { cookie, 'x-offerdeck-token': header, 'sec-fetch-site': 'same-origin' },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          if (text === '\n') events.emit('app.modeSwitched', { mode: 'real' });
          else {
            outgoing.destroy();
            resolve(text.trim());
          }
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
  expect(JSON.parse(line)).toEqual({ name: 'app.modeSwitched', payload: { mode: 'real' } });
});

test('files outside the renderer folder are not served', async () => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%00',
    '/nothing.js',
    '/%E0%A4%A',
  ]) {
    expect((await send(path)).status).toBe(404);
  }
  const page = await send('/');
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['access-control-allow-origin']).toBeUndefined();
});

test('a body that is not JSON or too deep in bytes is a refusal, not a crash', async () => {
  const { cookie, header } = await signIn();
  const answer = await send('/api/app.info', {
    method: 'POST',
    headers: { origin: server.origin, cookie, 'x-offerdeck-token': header },
    body: '{not json',
  });
  expect(answer.status).toBe(400);
  expect((await send('/')).status).toBe(200);
});

test('it listens on 127.0.0.1 alone', async (context) => {
  const { port } = new URL(server.origin);
  const other = Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry && entry.family === 'IPv4' && !entry.internal);
  if (!other) return context.skip('this machine has no other IPv4 interface');
  const outcome = await new Promise<string>((resolve) => {
    const socket = connect({ host: other.address, port: Number(port) });
    socket.on('connect', () => resolve('connected'));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
  });
  expect(outcome).toBe('ECONNREFUSED');
});
