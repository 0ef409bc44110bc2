/** A buyer accepts an offer: not an AWS call of sellers, but what tests and training need to see a deal through. */
import type { AcceptanceRequest, ServiceDependencies } from '../types.ts';
import { newAgreement, type Deal } from './agreements/new-agreement.ts';
import { conflict, invalidField, notFound } from './errors.ts';
import { agreementCreatedEvents, agreementEndedEvents } from './agreements/agreement-events.ts';
import { toDay } from './instants.ts';
import type { AgreementRecord, OfferEntity } from './model.ts';
import type { CatalogStore } from './store.ts';

interface Prepared {
  readonly agreement: AgreementRecord;
  readonly replaced: Deal['replaced'];
}

export function acceptOffer(
  acceptance: AcceptanceRequest,
  store: CatalogStore,
  deps: ServiceDependencies,
): AgreementRecord {
  const prepared = prepare(acceptance, store, deps);
  conclude(prepared, store, deps);
  return prepared.agreement;
}

/** One agreement for each offer of the set, or none at all. */
export function acceptOfferSet(
  { offerSetId, buyerAccountId }: { readonly offerSetId: string; readonly buyerAccountId: string },
  store: CatalogStore,
  deps: ServiceDependencies,
): AgreementRecord[] {
  const set = store.entity(offerSetId);
  if (set?.type !== 'OfferSet' || set.state !== 'Released') throw notFound('Offer set', offerSetId);
  const prepared = set.offerIds.map((offerId) => prepare({ offerId, buyerAccountId }, store, deps));
  for (const one of prepared) conclude(one, store, deps);
  return prepared.map(({ agreement }) => agreement);
}

/** Everything that is checked before the agreement exists. */
function prepare(acceptance: AcceptanceRequest, store: CatalogStore, deps: ServiceDependencies): Prepared {
  const { offerId, buyerAccountId } = acceptance;
  if (!/^\d{12}$/.test(buyerAccountId)) throw invalidField('buyerAccountId', 'must be a 12-digit account id.');
  const offer = store.entity(offerId);
  const product = offer?.type === 'Offer' ? store.product(offer.productId) : undefined;
  if (offer?.type !== 'Offer' || !product || !isVisible(offer, buyerAccountId)) throw notFound('Offer', offerId);
  const today = toDay(deps.clock.now());
  if (offer.availabilityEndDate !== null && offer.availabilityEndDate < today) {
    throw conflict(`Offer '${offerId}' expired on ${offer.availabilityEndDate}.`);
  }
  const replaced = replacedAgreement(offer, store);
  const agreement = newAgreement({ offer, product, acceptance, replaced }, deps);
  checkOtherAgreements(agreement, store);
  return { agreement, replaced };
}

/** Who is not targeted learns nothing of an offer, not even that it exists. */
function isVisible(offer: OfferEntity, buyerAccountId: string): boolean {
  return (
    offer.state === 'Released' && (offer.buyerAccounts.length === 0 || offer.buyerAccounts.includes(buyerAccountId))
  );
}

function replacedAgreement(offer: OfferEntity, store: CatalogStore): AgreementRecord | null {
  if (offer.replacesAgreementId === null) return null;
  const agreement = store.agreements.get(offer.replacesAgreementId);
  if (agreement?.status === 'ACTIVE') return agreement;
  throw conflict(
    `Agreement '${offer.replacesAgreementId}', which the offer replaces, is ${agreement?.status ?? 'unknown'}; only an ACTIVE one can be replaced.`,
  );
}

/** The new agreement comes into force and the one it replaces ends, at the same instant. */
function conclude({ agreement, replaced }: Prepared, store: CatalogStore, deps: ServiceDependencies): void {
  store.agreements.set(agreement.id, agreement);
  if (replaced) {
    const ended: AgreementRecord = {
      ...replaced,
      status: 'REPLACED',
      endTime: agreement.acceptedAt,
      updatedAt: agreement.acceptedAt,
    };
    store.agreements.set(ended.id, ended);
    for (const event of agreementEndedEvents(ended, deps.randomId(32))) deps.emit(event);
  }
  for (const event of agreementCreatedEvents(agreement, deps.randomId(32))) deps.emit(event);
}

/** A buyer has one running contract a product; a future dated one must begin after it and overlap no other. */
function checkOtherAgreements(agreement: AgreementRecord, store: CatalogStore): void {
  if (agreement.pricingModel !== 'Contract') return;
  const first = [...store.agreements.values()].find(
    (other) =>
      other.status === 'ACTIVE' &&
      other.id !== agreement.sourceAgreementId &&
      other.productId === agreement.productId &&
      other.acceptor === agreement.acceptor &&
      other.pricingModel === 'Contract' &&
      (other.endTime === null || agreement.startTime <= other.endTime) &&
      (agreement.endTime === null || other.startTime <= agreement.endTime),
  );
  if (!first) return;
  throw conflict(
    `Account ${agreement.acceptor} already has agreement '${first.id}' for this product until ${first.endTime ?? 'it is ended'}.`,
  );
}
