/** Drafts made from agreements, and the agreement behind a draft looked at again before anything is sent. */
import {
  toAmendmentDraft,
  toRenewalDraft,
  toReplaced,
  type AcceptedOffer,
  type AmendedAgreement,
} from '../../shared/domain/agreement/amendment.ts';
import { toOfferedTerms } from '../../shared/domain/agreement/accepted-terms.ts';
import type { DraftNote } from '../../shared/contract/drafts.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { replacementOf } from '../../shared/domain/offer/replaced-agreement.ts';
import { refuseBy } from '../drafts/check.ts';
import type { AwsAccess } from '../aws/access.ts';
import { carryEula } from '../drafts/carry-eula.ts';
import type { EulaFiles } from '../drafts/eula-files.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import { readOfferEntity } from '../../shared/domain/offer/entity.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { OfferSource, ProductSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import type { Agreements } from './index.ts';
import { findOrigin } from './origin.ts';

export interface AmendDependencies {
  readonly database: Database;
  readonly agreements: Pick<Agreements, 'get' | 'store'>;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly drafts: Pick<DraftStore, 'insert'>;
  readonly eulaFiles: Pick<EulaFiles, 'add'>;
  readonly aws: Pick<AwsAccess, 'download'>;
  readonly events: EventBus;
  readonly clock: Clock;
}

export interface Amendments {
  readonly handlers: Pick<Handlers, 'agreements.amend' | 'agreements.renew'>;
  /** Everything that an amendment starts from; `refresh` asks AWS whatever the copy says. */
  read(
    account: string,
    agreementId: string,
    options: { refresh: boolean; signal: AbortSignal },
  ): Promise<AmendedAgreement>;
  /** AWS does not tell which agreement an offer's draft there would replace; the journal does where it was made here. */
  adopt(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
  /** The draft with what AWS holds of the agreement now; a draft that replaces none comes back as it is. */
  freshen(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
}

const UNREADABLE: AcceptedOffer = { name: '', description: '', authorizationId: null, markup: '' };
/** What stops an amendment before it is begun: another way leads there. */
const OTHER_WAY = ['replacement-way'];

export function createAmendments(deps: AmendDependencies): Amendments {
  const { agreements, products, offers, drafts, events, clock } = deps;

  async function read(
    account: string,
    agreementId: string,
    { refresh, signal }: { refresh: boolean; signal: AbortSignal },
  ): Promise<AmendedAgreement> {
    const { summary, payments } = await agreements.get(account, agreementId, { refresh, signal });
    const at = new Date(clock.now()).toISOString();
    const offer = await describeOffer(account, summary.offerId, signal);
    const isDirect = offer.authorizationId === null && summary.resaleAuthorizationId === null;
    return {
      summary,
      payments,
      terms: toOfferedTerms(agreements.store.terms(account, agreementId)?.accepted ?? []),
      offer: { ...offer, authorizationId: offer.authorizationId ?? summary.resaleAuthorizationId },
      // AWS does not show a channel partner the seller's product.
      product: isDirect ? await findProduct(account, summary.productId, signal) : null,
      today: at.slice(0, 10),
      readAt: at,
    };
  }

  /** What was accepted beside the terms; the offer may be gone, or not for these credentials to read. */
  async function describeOffer(account: string, offerId: string, signal: AbortSignal): Promise<AcceptedOffer> {
    try {
      const { document } = offers.find(account, offerId) ?? (await offers.read(account, offerId, signal));
      const found = readOfferEntity(document);
      if (!found) return UNREADABLE;
      const { name, description, resaleAuthorizationId: authorizationId, markup } = found;
      return { name, description, authorizationId, markup };
    } catch (error) {
      if (!(error instanceof OfferdeckError) || error.data.code === 'cancelled') throw error;
      return UNREADABLE;
    }
  }

  /** Names of dimensions and kinds of offers come from the product: read where the copy does not have it yet. */
  async function findProduct(account: string, productId: string, signal: AbortSignal) {
    if (productId === '') return null;
    return products.find(account, productId) ?? products.get(account, productId, signal);
  }

  /** Not asked for again: what the buyer accepted once goes along, as it does into a clone. */
  async function withEula(
    account: string,
    draft: OfferDraft,
    offerId: string,
    signal: AbortSignal,
    notes: DraftNote[],
  ) {
    if (draft.eula.kind !== 'held-by-aws') return draft;
    const document = await offers.read(account, offerId, signal).then(
      (entity) => entity.document,
      (error: unknown) => {
        if (!(error instanceof OfferdeckError) || signal.aborted) throw error;
        return null;
      },
    );
    return carryEula(draft, document, { account, aws: deps.aws, eulaFiles: deps.eulaFiles, signal, notes });
  }

  async function start(
    account: string,
    agreementId: string,
    signal: AbortSignal,
    toDraft: (agreement: AmendedAgreement) => OfferDraft,
  ): Promise<{ id: string; notes: DraftNote[] }> {
    const agreement = await read(account, agreementId, { refresh: true, signal });
    const draft = toDraft(agreement);
    refuseBy(OTHER_WAY, draft);
    const notes: DraftNote[] = [];
    const { id } = drafts.insert(account, await withEula(account, draft, agreement.summary.offerId, signal, notes));
    events.emit('drafts.changed', { id, account });
    return { id, notes };
  }

  async function freshen(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft> {
    const replacement = replacementOf(draft);
    const { source } = draft;
    if (!replacement || (source.kind !== 'replacement' && source.kind !== 'resale-replacement')) return draft;
    const agreement = await read(account, replacement.agreementId, { refresh: true, signal });
    return { ...draft, source: { ...source, replaced: toReplaced(agreement) } };
  }

  return {
    read,
    freshen,
    async adopt(account, draft, signal) {
      const origin = draft.target?.state === 'Draft' ? findOrigin(deps.database, account, draft.target.offerId) : null;
      if (!origin || replacementOf({ source: origin }) === null) return draft;
      const adopted = { ...draft, source: origin };
      try {
        return await freshen(account, adopted, signal);
      } catch (error) {
        if (!(error instanceof OfferdeckError) || signal.aborted) throw error;
        return adopted;
      }
    },
    handlers: {
      'agreements.amend': ({ account, agreementId }, { signal }) =>
        start(account, agreementId, signal, toAmendmentDraft),
      'agreements.renew': ({ account, agreementId }, { signal }) => start(account, agreementId, signal, toRenewalDraft),
    },
  };
}
