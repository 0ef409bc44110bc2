/** Client tokens: the same request with the same token is done once and answered alike. */
import { createHash } from 'node:crypto';
import { nowOf, type Asked, type SellingContext } from './context.ts';
import { conflict } from './errors.ts';

/** AWS publishes no window; a day is what other services of this simulator's kind keep. */
const WINDOW_MS = 86_400_000;

/** Tokens are apart by account and operation. */
export function once(
  operation: string,
  { input, caller }: Asked,
  context: SellingContext,
  work: () => Record<string, unknown>,
): { readonly answer: Readonly<Record<string, unknown>>; readonly isRepeat: boolean } {
  const { ClientToken, ...payload } = input;
  const key = `${caller.accountId} ${operation} ${String(ClientToken)}`;
  const earlier = context.store.tokens.get(key);
  const body = createHash('sha256').update(JSON.stringify(payload)).digest('base64url');
  if (earlier && context.deps.clock.now() - Date.parse(earlier.usedAt) < WINDOW_MS) {
    if (earlier.body === body) return { answer: earlier.answer, isRepeat: true };
    throw conflict('Conflicting client token submitted for a new request body.');
  }
  const answer = work();
  context.store.tokens.set(key, { body, answer, usedAt: nowOf(context) });
  return { answer, isRepeat: false };
}
