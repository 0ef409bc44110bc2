/** Drafts of a channel partner, filled from the authorization behind them and kept in step with it. */
import { onAuthorization, toResaleDraft } from '../../shared/domain/authorization/resell.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { resaleOf } from '../../shared/domain/offer/received-authorization.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AuthorizationSource } from '../authorizations/index.ts';
import type { Clock } from '../ports.ts';

export interface ResaleDependencies {
  readonly authorizations: Pick<AuthorizationSource, 'get'>;
  readonly clock: Clock;
}

interface ReadOptions {
  readonly refresh: boolean;
  readonly signal: AbortSignal;
}

export interface Resale {
  /** A new draft from the authorization; `refresh` reads it as AWS holds it now. */
  start(account: string, authorizationId: string, options: ReadOptions): Promise<OfferDraft>;
  /** A draft read from an offer, put on its authorization; as it is where that cannot be read, or where there is none. */
  adopt(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
  /** The draft with what AWS holds of its authorization now; a draft without one comes back as it is. */
  freshen(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
}

export function createResale({ authorizations, clock }: ResaleDependencies): Resale {
  async function start(account: string, authorizationId: string, options: ReadOptions): Promise<OfferDraft> {
    const detail = await authorizations.get(account, authorizationId, options);
    const readAt = new Date(clock.now()).toISOString();
    return toResaleDraft(detail, { today: readAt.slice(0, 10), readAt });
  }

  return {
    start,
    async adopt(account, draft, signal) {
      const resale = resaleOf(draft);
      if (!resale) return draft;
      try {
        return onAuthorization(draft, await start(account, resale.authorizationId, { refresh: true, signal }));
      } catch (error) {
        if (!(error instanceof OfferdeckError) || signal.aborted) throw error;
        return draft.source.kind === 'resale' ? { ...draft, eula: { kind: 'held-by-aws' } } : draft;
      }
    },
    async freshen(account, draft, signal) {
      const { source } = draft;
      if (source.kind !== 'resale' && source.kind !== 'resale-replacement') return draft;
      const { source: now } = await start(account, source.authorizationId, { refresh: true, signal });
      return now.kind === 'resale' && now.received
        ? { ...draft, source: { ...source, received: now.received } }
        : draft;
    },
  };
}
