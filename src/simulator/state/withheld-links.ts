/**
 * Presigned addresses in the saved world: the signature and the session token stay out of the file. In their place stands
 * a seal of the simulator's own, good for its document fetcher alone, so that what was under way goes on after a restart.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readSession } from '../identity/sessions.ts';

/** In whose name a withheld link may still be opened, and until when. */
export interface WithheldLink {
  readonly accessKeyId: string;
  /** Set where a session signed. */
  readonly role: { readonly accountId: string; readonly name: string } | null;
  /** Epoch milliseconds, real time. */
  readonly until: number;
}

const PRESIGNED_LINK = /https?:\/\/[^"\\\s]*X-Amz-Signature=[^"\\\s]*/g;
const WITHHELD = 'withheld-';
const ROLE = 'X-Amz-Withheld-Role';
const UNTIL = 'X-Amz-Withheld-Until';
// Guards nothing of value, like the seal of sessions: it keeps a made-up address from passing for one of ours.
const SEAL_KEY = 'offerdeck-simulator-link-seal';

/** Takes the secrets out of every presigned address in a text. */
export function withholdSignatures(text: string): string {
  return text.replace(PRESIGNED_LINK, (link) => {
    const url = new URL(link);
    if (isWithheld(url)) return link;
    const session = readSession(url.searchParams.get('X-Amz-Security-Token') ?? '');
    url.searchParams.delete('X-Amz-Security-Token');
    url.searchParams.delete('X-Amz-Signature');
    if (session) url.searchParams.set(ROLE, `${session.accountId}/${session.roleName}`);
    url.searchParams.set(UNTIL, String(Math.min(linkEnd(url), session?.expiresAt ?? Number.POSITIVE_INFINITY)));
    url.searchParams.set('X-Amz-Signature', `${WITHHELD}${seal(url)}`);
    return url.href;
  });
}

export function isWithheld(url: URL): boolean {
  return url.searchParams.get('X-Amz-Signature')?.startsWith(WITHHELD) ?? false;
}

/** Null when the seal is not ours. */
export function openWithheld(url: URL): WithheldLink | null {
  const given = Buffer.from(url.searchParams.get('X-Amz-Signature') ?? '');
  const bare = new URL(url);
  bare.searchParams.delete('X-Amz-Signature');
  const expected = Buffer.from(`${WITHHELD}${seal(bare)}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [accountId, name] = (bare.searchParams.get(ROLE) ?? '').split('/');
  return {
    accessKeyId: bare.searchParams.get('X-Amz-Credential')?.split('/')[0] ?? '',
    role: accountId && name ? { accountId, name } : null,
    until: Number(bare.searchParams.get(UNTIL)),
  };
}

function linkEnd(url: URL): number {
  const signedAt = (url.searchParams.get('X-Amz-Date') ?? '').replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  );
  const end = Date.parse(signedAt) + Number(url.searchParams.get('X-Amz-Expires')) * 1000;
  return Number.isNaN(end) ? 0 : end;
}

/** The host stays out of it: after a restart the simulator may listen on another port. */
function seal(url: URL): string {
  return createHmac('sha256', SEAL_KEY).update(`${url.pathname}?${url.searchParams.toString()}`).digest('base64url');
}
