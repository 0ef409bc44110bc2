/** What a channel partner sends of its offer: a markup on the inherited prices, or a fixed price and schedule of its own. */
import { parseAmount } from '../money/amount.ts';
import type { WireTerm } from './change-set.ts';
import { compileTerms, type FieldReader } from './compile-terms.ts';
import type { OfferDraft } from './draft.ts';
import { resaleOf } from './received-authorization.ts';
import type { CreateChange } from './source.ts';

export const MARKUP_DECIMALS = 9;

export const resaleCreate: CreateChange = {
  changeType: 'CreateOfferUsingResaleAuthorization',
  details: ({ source, offerSetId }) => ({
    ResaleAuthorizationId: source.kind === 'resale' ? source.authorizationId : '',
    ...(offerSetId !== null && { OfferSetId: offerSetId }),
  }),
  names: ['Name', 'Description'],
  // The authorization says it.
  leavesOut: ['UpdateLegalTerms'],
};

/** A partner's agreement is amended from a new authorization for the same product and buyer. */
export const resaleReplacementCreate: CreateChange = {
  changeType: 'CreateReplacementOfferUsingResaleAuthorization',
  details: ({ source }) =>
    source.kind === 'resale-replacement'
      ? { AgreementId: source.agreementId, ResaleAuthorizationId: source.authorizationId }
      : {},
  leavesOut: ['UpdateTargeting'],
};

const OWN_PRICES = ['FixedUpfrontPricingTerm', 'PaymentScheduleTerm'];
const PRICE_CHANGES = ['UpdatePricingTerms', 'UpdatePaymentScheduleTerms'];

/** Inherited prices are never sent back: AWS has them already. */
export function compileResaleTerms(draft: OfferDraft, reader: FieldReader): WireTerm[] {
  const own = resaleOf(draft)?.ownPrices ?? false;
  return compileTerms(draft, reader).filter(
    ({ Type }) => Type === 'ValidityTerm' || (own && OWN_PRICES.includes(Type)),
  );
}

/** Changes about prices that must not be sent for this draft. */
export function resaleLeavesOut(draft: OfferDraft): readonly string[] {
  const resale = resaleOf(draft);
  return resale && !resale.ownPrices ? PRICE_CHANGES : [];
}

/** null where no markup is to be sent. A draft at AWS may hold an earlier one, which own prices do not go with. */
export function markupOf(draft: OfferDraft, reader: FieldReader): string | null {
  const resale = resaleOf(draft);
  if (!resale) return null;
  if (resale.ownPrices) return draft.target === null ? null : '0';
  const typed = draft.markup.normalize('NFKC').trim();
  if (typed === '') return draft.target === null ? null : '0';
  const parsed = parseAmount(typed, { decimals: MARKUP_DECIMALS });
  if (!parsed.ok) {
    reader.refuse('markup');
    return null;
  }
  return /^\d+(\.\d{1,9})?$/.test(typed) ? typed : parsed.amount;
}
