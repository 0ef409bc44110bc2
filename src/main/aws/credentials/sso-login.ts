/** Notices when an SSO login has to be renewed, says how, and goes on by itself when the login is back. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { getSSOTokenFilepath } from '@smithy/shared-ini-file-loader';
import { createAppError, fail, OfferdeckError } from '../../../shared/errors/app-error.ts';
import type { EventBus } from '../../events.ts';
import type { Clock } from '../../ports.ts';

const LOOK_EVERY_MS = 2_000;
/** After that the next call starts the watch anew. */
const WATCH_AT_MOST_MS = 60 * 60_000;

interface SsoLogin {
  readonly profile: string;
  readonly tokenId: string;
}

export interface SsoLoginWatch {
  /** Whether the stored login has not expired. (AWS may still refuse it: signed out elsewhere.) */
  isFresh(login: SsoLogin): Promise<boolean>;
  /** Announces that the login is needed, watches for it, and answers the error to throw. */
  needed(account: string, login: SsoLogin, refusedByAws: boolean): Promise<OfferdeckError>;
  /** Resolves once the login of this profile is back; at once when nobody waits for it. */
  whenBack(profile: string, signal: AbortSignal): Promise<void>;
  close(): void;
}

export function createSsoLoginWatch(deps: {
  events: EventBus;
  clock: Clock;
  /** Drops what was cached for this profile before anybody is told. */
  onBack: (profile: string) => void;
}): SsoLoginWatch {
  const { events, clock, onBack } = deps;
  const watches = new Map<string, { readonly back: Promise<void>; readonly announcedTo: Set<string> }>();
  const end = new AbortController();

  const watch = async (login: SsoLogin, refused: string | null): Promise<void> => {
    const until = clock.realNow() + WATCH_AT_MOST_MS;
    while (clock.realNow() < until) {
      await clock.sleep(LOOK_EVERY_MS, end.signal);
      const token = await readToken(login.tokenId);
      if (!token || token.expiresAt <= clock.realNow() || token.fingerprint === refused) continue;
      onBack(login.profile);
      events.emit('accounts.ssoLoginDone', { profile: login.profile });
      return;
    }
  };

  return {
    async isFresh(login) {
      const token = await readToken(login.tokenId);
      return token !== null && token.expiresAt > clock.realNow();
    },
    async needed(account, login, refusedByAws) {
      const command = loginCommand(login.profile);
      if (!watches.has(login.profile)) {
        // A login that looks good on disk but was refused is not the one to go on with.
        const refused = refusedByAws ? ((await readToken(login.tokenId))?.fingerprint ?? null) : null;
        const back = watch(login, refused)
          .catch(() => {}) // closed
          .finally(() => watches.delete(login.profile));
        watches.set(login.profile, { back, announcedTo: new Set() });
      }
      const announcedTo = watches.get(login.profile)?.announcedTo;
      // Polls go on failing meanwhile; each carries the command, one announcement is enough.
      if (!announcedTo?.has(account)) {
        announcedTo?.add(account);
        events.emit('accounts.ssoLoginNeeded', { account, profile: login.profile, command });
      }
      return new OfferdeckError(
        createAppError('sso-login-needed', {
          params: { profile: login.profile, command },
          retryable: true,
          action: { kind: 'copy-command', command },
        }),
      );
    },
    async whenBack(profile, signal) {
      const back = watches.get(profile)?.back;
      if (!back) return;
      await new Promise<void>((resolve, reject) => {
        const onAbort = () => reject(new OfferdeckError(createAppError('cancelled')));
        if (signal.aborted) onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        void back.then(() => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        });
      });
      if (end.signal.aborted) fail('cancelled');
    },
    close() {
      end.abort();
    },
  };
}

/** The exact command for a shell; names with blanks are quoted. */
function loginCommand(profile: string): string {
  return `aws sso login --profile ${/^[\w.@+-]+$/.test(profile) ? profile : `"${profile.replaceAll('"', '\\"')}"`}`;
}

/** A missing or unreadable file is an absent login. The token itself is never kept, only what tells it from another. */
async function readToken(tokenId: string): Promise<{ expiresAt: number; fingerprint: string } | null> {
  try {
    const parsed: unknown = JSON.parse(await readFile(getSSOTokenFilepath(tokenId), 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { accessToken, expiresAt } = parsed as { accessToken?: unknown; expiresAt?: unknown };
    if (typeof accessToken !== 'string' || typeof expiresAt !== 'string') return null;
    const at = Date.parse(expiresAt);
    if (Number.isNaN(at)) return null;
    return { expiresAt: at, fingerprint: createHash('sha256').update(accessToken).digest('hex') };
  } catch {
    return null;
  }
}
