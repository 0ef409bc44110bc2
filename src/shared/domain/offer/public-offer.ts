/** Public offers: what tells them from private ones, and what is free in them. */
import { isZeroAmount } from '../money/amount.ts';
import { typeOfTerm } from './carried.ts';
import type { OfferDraft } from './draft.ts';

/** Terms that AWS takes in public offers only. */
const PUBLIC_ONLY: ReadonlySet<string> = new Set(['FreeTrialPricingTerm', 'RecurringPaymentTerm']);

export function isPublicOffer({ source }: Pick<OfferDraft, 'source'>): boolean {
  return source.kind === 'public';
}

/** A public offer that AWS shows to buyers already: changing it changes what everybody buys. */
export function isReleasedPublicOffer(draft: Pick<OfferDraft, 'source' | 'target'>): boolean {
  return isPublicOffer(draft) && draft.target?.state === 'Released';
}

/** A public free trial, which is an offer of its own. */
export function isFreeTrialOffer({ source, kind }: Pick<OfferDraft, 'source' | 'kind'>): boolean {
  return source.kind === 'public' && kind === 'saas-free-trial';
}

/**
 * Whether what was read from AWS is public. A released offer that names no buyers and never expires is; a draft that names
 * nobody could become either, unless it holds what private offers cannot have.
 */
export function isPublicDocument(read: OfferDraft): boolean {
  if (read.source.kind !== 'direct' || read.buyers.length > 0) return false;
  if (read.target?.state === 'Released') return read.availabilityEndDate === '';
  const hasPublicTerm = read.carried.terms.some((term) => PUBLIC_ONLY.has(typeOfTerm(term)));
  return hasPublicTerm || read.freeTrial.duration !== '' || read.excludesCountries === true;
}

/** AWS has a pricing model of its own for what costs nothing, and changes it for no other. */
export function isFreeOfCharge(draft: OfferDraft): boolean {
  if (!isPublicOffer(draft) || draft.kind === null) return false;
  if (draft.kind === 'saas-free-trial') return true;
  if (draft.carried.terms.some((term) => typeOfTerm(term) === 'RecurringPaymentTerm')) return false;
  const lines = [...draft.usagePrices, ...draft.contract.rateCards.flatMap(({ prices }) => prices)];
  const priced = lines.filter(({ price }) => price.trim() !== '');
  return priced.length > 0 && priced.every(({ price }) => isZeroAmount(price));
}
