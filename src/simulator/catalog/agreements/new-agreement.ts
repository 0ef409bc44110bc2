/** The agreement that an accepted offer makes: its parties, dates, terms, and what the buyer chose. */
import type { AcceptanceRequest, ServiceDependencies } from '../../types.ts';
import { addDuration, endOfDay, startOfDay, toInstant } from '../instants.ts';
import type { AgreementChoice, AgreementRecord, OfferEntity, ProductEntity } from '../model.ts';
import { pricingTerm, validityTerm } from '../rules/offer-terms.ts';
import { readChoice } from './choice.ts';

export interface Deal {
  readonly offer: OfferEntity;
  readonly product: ProductEntity;
  readonly acceptance: AcceptanceRequest;
  /** The agreement that the offer replaces. */
  readonly replaced: AgreementRecord | null;
}

export function newAgreement(deal: Deal, deps: Pick<ServiceDependencies, 'clock' | 'randomId'>): AgreementRecord {
  return agreementOf(deal, { id: `agmt-${deps.randomId(25)}`, acceptedAt: toInstant(deps.clock.now()) });
}

/** Also makes the agreements of the seed world, which were accepted earlier. */
export function agreementOf(deal: Deal, { id, acceptedAt }: { id: string; acceptedAt: string }): AgreementRecord {
  const { offer, product, acceptance, replaced } = deal;
  const { AgreementStartDate: start, AgreementEndDate: end } = validityTerm(offer) ?? {};
  const choice = readChoice(offer, acceptance);
  return {
    id,
    offerId: offer.id,
    offerSetId: offer.offerSetId,
    resaleAuthorizationId: offer.resale?.authorizationId ?? null,
    productId: product.id,
    productType: product.type,
    proposer: offer.owner,
    manufacturer: product.owner,
    acceptor: acceptance.buyerAccountId,
    intent: replaced ? 'REPLACE' : offer.renewsAgreementId === null ? 'NEW' : 'RENEW',
    status: 'ACTIVE',
    acceptedAt,
    startTime: start === undefined ? acceptedAt : startOfDay(start),
    endTime: end === undefined ? endAfterAcceptance(offer, choice, acceptedAt.slice(0, 10)) : endOfDay(end),
    updatedAt: acceptedAt,
    initialAgreementId: replaced?.initialAgreementId ?? id,
    sourceAgreementId: replaced?.id ?? offer.renewsAgreementId,
    pricingModel: offer.pricingModel,
    terms: offer.terms,
    choice,
    autoRenew: offer.terms.renewal.length === 0 ? null : (acceptance.autoRenew ?? false),
  };
}

function endAfterAcceptance(offer: OfferEntity, choice: AgreementChoice | null, today: string): string | null {
  const duration =
    validityTerm(offer)?.AgreementDuration ??
    pricingTerm(offer, 'FixedUpfrontPricingTerm')?.Duration ??
    choice?.duration;
  return duration === undefined ? null : endOfDay(addDuration(today, duration));
}
