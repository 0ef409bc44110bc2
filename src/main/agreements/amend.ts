/** Drafts made from agreements, and the agreement behind a draft looked at again before anything is sent. */
import {
  toAmendmentDraft,
  toRenewalDraft,
  toReplaced,
  type AmendedAgreement,
} from '../../shared/domain/agreement/amendment.ts';
import { toOfferedTerms } from '../../shared/domain/agreement/accepted-terms.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { replacementOf } from '../../shared/domain/offer/replaced-agreement.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import { readOfferEntity } from '../../shared/domain/offer/entity.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { OfferSource, ProductSource } from '../sources.ts';
import type { Agreements } from './index.ts';

export interface AmendDependencies {
  readonly agreements: Pick<Agreements, 'get' | 'store'>;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly drafts: Pick<DraftStore, 'insert'>;
  readonly events: EventBus;
  readonly clock: Clock;
}

export interface Amendments {
  readonly handlers: Pick<Handlers, 'agreements.amend' | 'agreements.renew'>;
  /** The draft with what AWS holds of the agreement now; a draft that replaces none comes back as it is. */
  freshen(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
}

export function createAmendments(deps: AmendDependencies): Amendments {
  const { agreements, products, offers, drafts, events, clock } = deps;

  async function read(account: string, agreementId: string, signal: AbortSignal): Promise<AmendedAgreement> {
    const { summary, payments } = await agreements.get(account, agreementId, { refresh: true, signal });
    const at = new Date(clock.now()).toISOString();
    return {
      summary,
      payments,
      terms: toOfferedTerms(agreements.store.terms(account, agreementId)?.accepted ?? []),
      offer: await describeOffer(account, summary.offerId, signal),
      product: await findProduct(account, summary.productId, signal),
      today: at.slice(0, 10),
      readAt: at,
    };
  }

  /** What the accepted offer was called; it may be gone, or not for these credentials to read. */
  async function describeOffer(account: string, offerId: string, signal: AbortSignal) {
    try {
      const { document } = offers.find(account, offerId) ?? (await offers.read(account, offerId, signal));
      const { name = '', description = '' } = readOfferEntity(document) ?? {};
      return { name, description };
    } catch (error) {
      if (!(error instanceof OfferdeckError) || error.data.code === 'cancelled') throw error;
      return { name: '', description: '' };
    }
  }

  /** Names of dimensions and kinds of offers come from the product: read where the copy does not have it yet. */
  async function findProduct(account: string, productId: string, signal: AbortSignal) {
    if (productId === '') return null;
    return products.find(account, productId) ?? products.get(account, productId, signal);
  }

  async function start(
    account: string,
    agreementId: string,
    signal: AbortSignal,
    toDraft: (agreement: AmendedAgreement) => OfferDraft,
  ): Promise<{ id: string }> {
    const { id } = drafts.insert(account, toDraft(await read(account, agreementId, signal)));
    events.emit('drafts.changed', { id, account });
    return { id };
  }

  return {
    async freshen(account, draft, signal) {
      const replacement = replacementOf(draft);
      if (!replacement || draft.target !== null) return draft;
      const { source } = draft;
      if (source.kind !== 'replacement' && source.kind !== 'resale-replacement') return draft;
      return {
        ...draft,
        source: { ...source, replaced: toReplaced(await read(account, replacement.agreementId, signal)) },
      };
    },
    handlers: {
      'agreements.amend': ({ account, agreementId }, { signal }) =>
        start(account, agreementId, signal, toAmendmentDraft),
      'agreements.renew': ({ account, agreementId }, { signal }) => start(account, agreementId, signal, toRenewalDraft),
    },
  };
}
