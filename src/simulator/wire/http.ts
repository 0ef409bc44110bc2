/** Requests and answers as plain values, so that signing, routing and services never touch a socket. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface WireRequest {
  readonly method: string;
  /** As sent, never decoded: signatures cover these very characters. */
  readonly rawPath: string;
  readonly rawQuery: string;
  /** Names in lower case; a repeated header joined by commas, as AWS canonicalizes it. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** Whether the sender still waits for the answer; absent = not known. */
  readonly isOpen?: () => boolean;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

// Above AWS's own limits for what this simulator serves; keeps a runaway client from filling the memory.
const MAX_BODY_BYTES = 64 * 1024 * 1024;

export class BodyTooLarge extends Error {}

export async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    rawPath: mark < 0 ? target : target.slice(0, mark),
    rawQuery: mark < 0 ? '' : target.slice(mark + 1),
    headers: collectHeaders(message.rawHeaders),
    body: await readBody(message),
    isOpen: () => !message.socket.destroyed,
  };
}

export function sendAnswer(request: WireRequest, response: ServerResponse, answer: WireAnswer): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
  const isHead = request.method === 'HEAD';
  const hasOwnLength = 'content-length' in answer.headers;
  // The Date header is real time: the SDK corrects its signing clock by it.
  response.writeHead(answer.status, {
    ...(answer.status === 204 || hasOwnLength ? {} : { 'content-length': String(body.length) }),
    ...answer.headers,
  });
  response.end(isHead || answer.status === 204 ? undefined : body);
}

export function header(request: WireRequest, name: string): string | null {
  return request.headers.get(name) ?? null;
}

/** Decoded query parameters in the order sent; `null` for a query that is not valid percent-encoding. */
export function queryParameters(request: WireRequest): readonly (readonly [string, string])[] | null {
  if (request.rawQuery === '') return [];
  try {
    return request.rawQuery.split('&').map((part) => {
      const equals = part.indexOf('=');
      return equals < 0
        ? ([decodeURIComponent(part), ''] as const)
        : ([decodeURIComponent(part.slice(0, equals)), decodeURIComponent(part.slice(equals + 1))] as const);
    });
  } catch {
    return null;
  }
}

export function queryValue(request: WireRequest, name: string): string | null {
  return queryParameters(request)?.find(([key]) => key === name)?.[1] ?? null;
}

export function bodyText(request: WireRequest): string {
  return Buffer.from(request.body).toString('utf8');
}

function collectHeaders(raw: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase();
    const value = String(raw[index + 1]);
    const earlier = headers.get(name);
    headers.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return headers;
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
