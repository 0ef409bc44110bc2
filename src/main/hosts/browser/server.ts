/** The loopback server: static renderer, `POST /session`, `POST /api/<method>`, `GET /events`. Never another interface. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from '../../core.ts';
import { createSessions } from './session.ts';
import { RESPONSE_HEADERS } from '../common/response-headers.ts';
import { readStatic } from '../common/static-files.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

export interface BrowserServer {
  readonly origin: string;
  /** A fresh address that signs one browser in. */
  newAddress(): string;
  close(): Promise<void>;
}

export async function startBrowserServer(options: {
  core: Pick<Core, 'call' | 'subscribe'>;
  folder: string;
  port: number;
}): Promise<BrowserServer> {
  const { core } = options;
  let cookieName = '';
  let sessions = createSessions(cookieName);
  const streams = new Set<ServerResponse>();
  let origin = '';
  let host = '';

  const unsubscribe = core.subscribe((name, payload) => {
    const line = `${JSON.stringify({ name, payload })}\n`;
    for (const stream of streams) stream.write(line);
  });

  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.end();
      else refuse(response, error instanceof BadRequest ? error.status : 500);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== host) return refuse(response, 421);
    const url = new URL(request.url ?? '/', origin);
    if (request.method === 'POST') {
      if (request.headers.origin !== origin) return refuse(response, 403);
      if (url.pathname === '/session') return exchange(request, response);
      if (!sessions.isKnown(request)) return refuse(response, 401);
      if (url.pathname.startsWith('/api/')) return api(url.pathname.slice('/api/'.length), request, response);
      return refuse(response, 404);
    }
    if (request.method !== 'GET') return refuse(response, 405);
    if (url.pathname === '/events') {
      if (request.headers['sec-fetch-site'] !== 'same-origin') return refuse(response, 403);
      if (!sessions.isKnown(request)) return refuse(response, 401);
      return stream(response);
    }
    const file = await readStatic(options.folder, url.pathname);
    if (!file) return refuse(response, 404);
    response.writeHead(200, { ...RESPONSE_HEADERS, 'content-type': file.mediaType });
    response.end(file.body);
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request);
    const token = typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : '';
    const session = sessions.exchange(token);
    if (!session) return refuse(response, 401);
    response.writeHead(200, {
      ...RESPONSE_HEADERS,
      'content-type': 'application/json',
      'set-cookie': `${cookieName}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`,
    });
    response.end(JSON.stringify({ token: session.header }));
  }

  async function api(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const input = await readJson(request);
    const aborter = new AbortController();
    response.on('close', () => {
      if (!response.writableEnded) aborter.abort();
    });
    const reply = await core.call(decodeURIComponent(method), input, aborter.signal);
    response.writeHead(200, { ...RESPONSE_HEADERS, 'content-type': 'application/json' });
    response.end(JSON.stringify(reply));
  }

  function stream(response: ServerResponse): void {
    response.writeHead(200, { ...RESPONSE_HEADERS, 'content-type': 'application/x-ndjson' });
    response.write('\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  host = `127.0.0.1:${port}`;
  cookieName = `offerdeck-${port}`;
  sessions = createSessions(cookieName);
  origin = `http://${host}`;

  return {
    origin,
    newAddress: () => `${origin}/#token=${sessions.issue()}`,
    close() {
      unsubscribe();
      for (const response of streams) response.end();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...RESPONSE_HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify({ refused: status }));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BadRequest(413);
    chunks.push(chunk);
  }
  if (chunks.length === 0) return {};
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadRequest(400);
  }
}

class BadRequest extends Error {
  readonly status: number;

  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}
