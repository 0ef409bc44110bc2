/** Temporary credentials. The token carries its own facts under a seal, so that nothing secret has to be kept on disk. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SessionFacts {
  readonly accessKeyId: string;
  readonly accountId: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** Epoch milliseconds, real time. */
  readonly expiresAt: number;
}

export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

// Guards nothing of value: whoever runs the simulator holds all of its keys anyway. It only makes a changed token detectable.
const SEAL_KEY = 'offerdeck-simulator-session-seal';
const KEY_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function issueSession(facts: Omit<SessionFacts, 'accessKeyId'>, nonce: string): SessionCredentials {
  const digest = createHmac('sha256', SEAL_KEY).update(`key:${nonce}`).digest();
  const accessKeyId = `ASIA${Array.from(digest.subarray(0, 16), (byte) => KEY_ALPHABET.charAt(byte % 32)).join('')}`;
  const payload = Buffer.from(JSON.stringify({ ...facts, accessKeyId })).toString('base64url');
  return {
    accessKeyId,
    secretAccessKey: sessionSecret(accessKeyId),
    sessionToken: `${payload}.${seal(payload)}`,
  };
}

/** The facts of a token issued here; null for anything else. */
export function readSession(token: string): SessionFacts | null {
  const [payload = '', given = '', ...rest] = token.split('.');
  const expected = Buffer.from(seal(payload));
  const actual = Buffer.from(given);
  if (rest.length > 0 || expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as SessionFacts;
}

export function sessionSecret(accessKeyId: string): string {
  return createHmac('sha256', SEAL_KEY).update(`secret:${accessKeyId}`).digest('base64').slice(0, 40);
}

function seal(payload: string): string {
  return createHmac('sha256', SEAL_KEY).update(`token:${payload}`).digest('base64url');
}
