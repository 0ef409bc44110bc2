/** Who may talk to the loopback server: a one-time token in the address becomes a cookie and a header token. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const HEADER_NAME = 'x-offerdeck-token';

const newToken = () => randomBytes(32).toString('base64url');

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

export interface Sessions {
  /** A new one-time token for an address to open. */
  issue(): string;
  /** Exchanges a one-time token; null when unknown or used. */
  exchange(oneTime: string): { cookie: string; header: string } | null;
  /** Both halves must belong to the same session. */
  isKnown(request: IncomingMessage): boolean;
}

/** @param cookieName names the port too: browsers send a cookie of 127.0.0.1 to every port there. */
export function createSessions(cookieName: string): Sessions {
  const oneTime = new Set<string>();
  const sessions = new Map<string, string>();
  return {
    issue() {
      const token = newToken();
      oneTime.add(token);
      return token;
    },
    exchange(token) {
      if (!oneTime.delete(token)) return null;
      const session = { cookie: newToken(), header: newToken() };
      sessions.set(session.cookie, session.header);
      return session;
    },
    isKnown(request) {
      const cookie = readCookie(request, cookieName);
      const header = request.headers[HEADER_NAME];
      const expected = cookie ? sessions.get(cookie) : undefined;
      return typeof header === 'string' && expected !== undefined && equal(header, expected);
    },
  };
}

function readCookie(request: IncomingMessage, cookieName: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === cookieName && value) return value;
  }
  return null;
}
