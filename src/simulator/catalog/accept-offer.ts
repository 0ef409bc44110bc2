/** A buyer accepts an offer: not an AWS call of sellers, but what tests and training need to see a deal through. */
import { ServiceError, type ServiceDependencies } from '../types.ts';
import { invalidField, notFound } from './errors.ts';
import { agreementCreatedEvents } from './events.ts';
import { addDuration, endOfDay, startOfDay, toDay, toInstant } from './instants.ts';
import type { AgreementRecord, OfferEntity, ProductEntity } from './model.ts';
import { pricingTerm, validityTerm } from './rules/offer-terms.ts';
import type { CatalogStore } from './store.ts';

export interface Acceptance {
  readonly offerId: string;
  readonly buyerAccountId: string;
}

export function acceptOffer(
  { offerId, buyerAccountId }: Acceptance,
  store: CatalogStore,
  deps: ServiceDependencies,
): AgreementRecord {
  if (!/^\d{12}$/.test(buyerAccountId)) throw invalidField('buyerAccountId', 'must be a 12-digit account id.');
  const offer = store.entity(offerId);
  const product = offer?.type === 'Offer' ? store.product(offer.productId) : undefined;
  if (offer?.type !== 'Offer' || !product || !isVisible(offer, buyerAccountId)) throw notFound('Offer', offerId);
  const today = toDay(deps.clock.now());
  if (offer.availabilityEndDate !== null && offer.availabilityEndDate < today) {
    throw conflict(`Offer '${offerId}' expired on ${offer.availabilityEndDate}.`);
  }
  const agreement = newAgreement({ offer, product, buyerAccountId }, deps);
  checkOtherAgreements(agreement, store);
  store.agreements.set(agreement.id, agreement);
  for (const event of agreementCreatedEvents(agreement, deps.randomId(32))) deps.emit(event);
  return agreement;
}

/** Who is not targeted learns nothing of an offer, not even that it exists. */
function isVisible(offer: OfferEntity, buyerAccountId: string): boolean {
  return (
    offer.state === 'Released' && (offer.buyerAccounts.length === 0 || offer.buyerAccounts.includes(buyerAccountId))
  );
}

interface Deal {
  readonly offer: OfferEntity;
  readonly product: ProductEntity;
  readonly buyerAccountId: string;
}

function newAgreement({ offer, product, buyerAccountId }: Deal, deps: ServiceDependencies): AgreementRecord {
  const acceptedAt = toInstant(deps.clock.now());
  const { AgreementStartDate: start, AgreementEndDate: end } = validityTerm(offer) ?? {};
  return {
    id: `agmt-${deps.randomId(25)}`,
    offerId: offer.id,
    productId: product.id,
    productType: product.type,
    proposer: offer.owner,
    acceptor: buyerAccountId,
    intent: 'NEW',
    status: 'ACTIVE',
    acceptedAt,
    startTime: start === undefined ? acceptedAt : startOfDay(start),
    endTime: end === undefined ? endAfterAcceptance(offer, acceptedAt.slice(0, 10)) : endOfDay(end),
    pricingModel: offer.pricingModel,
    terms: offer.terms,
  };
}

/** Where the buyer may choose among durations, the first one stands for the choice. */
function endAfterAcceptance(offer: OfferEntity, today: string): string | null {
  const duration =
    validityTerm(offer)?.AgreementDuration ??
    pricingTerm(offer, 'FixedUpfrontPricingTerm')?.Duration ??
    pricingTerm(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards[0]?.Selector.Value;
  return duration === undefined ? null : endOfDay(addDuration(today, duration));
}

/** A buyer has one running contract a product; a future dated one must begin after it and overlap no other. */
function checkOtherAgreements(agreement: AgreementRecord, store: CatalogStore): void {
  if (agreement.pricingModel !== 'Contract') return;
  const overlapping = [...store.agreements.values()].filter(
    (other) =>
      other.productId === agreement.productId &&
      other.acceptor === agreement.acceptor &&
      other.pricingModel === 'Contract' &&
      (other.endTime === null || agreement.startTime <= other.endTime) &&
      (agreement.endTime === null || other.startTime <= agreement.endTime),
  );
  const [first] = overlapping;
  if (!first) return;
  throw conflict(
    `Account ${agreement.acceptor} already has agreement '${first.id}' for this product until ${first.endTime ?? 'it is ended'}.`,
  );
}

function conflict(message: string): ServiceError {
  return new ServiceError('ConflictException', 409, message);
}
