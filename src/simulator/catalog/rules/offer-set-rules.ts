/** What an offer set may hold, and what must be alike in its offers when it is released. */
import { isPrivate, type OfferEntity } from '../model.ts';
import type { OfferSetEntity } from '../model-offer-set.ts';
import { pricingTerms, repeated, scheduleTerm } from './offer-terms.ts';
import type { Violation } from './rule.ts';
import { violation } from './rule.ts';

export interface OfferSetCase {
  /** The stored set; null where the change set creates it. */
  readonly before: OfferSetEntity | null;
  readonly after: OfferSetEntity;
  /** The offers of the set as they are after the change set. */
  readonly offers: readonly OfferEntity[];
  /** Details by change type of the set on this offer set. */
  readonly changed: ReadonlyMap<string, unknown>;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

type OfferSetRule = (subject: OfferSetCase) => readonly Violation[];

const ASSOCIATE = 'AssociateOffers';
const RELEASE = 'ReleaseOfferSet';
const MOST_OFFERS = 7;
const FEWEST_OFFERS = 2;

const lockedAfterRelease: OfferSetRule = ({ before, changed }) => {
  if (before?.state !== 'Released') return [];
  return [...changed.keys()].flatMap((changeType) =>
    violation(true, 'INVALID_UPDATE_REQUEST', changeType, `${changeType} is not possible after the set is released.`),
  );
};

const members: OfferSetRule = ({ before, after, offers, changed }) => {
  const strangers = offers.filter(({ offerSetId }) => offerSetId !== after.id);
  const removed = idsIn(changed.get('DisassociateOffers'));
  const unknown = removed.filter(
    (id) => !(before?.offerIds ?? []).includes(id) && !idsIn(changed.get(ASSOCIATE)).includes(id),
  );
  const products = repeated(offers.map(({ productId }) => productId));
  return [
    ...violation(
      strangers.length > 0,
      'INCOMPATIBLE_OFFER_SET_REFERENCE',
      ASSOCIATE,
      `Offers: ${idsOf(strangers)} was not created with this OfferSetId.`,
    ),
    ...violation(
      after.offerIds.length > MOST_OFFERS,
      'TOO_MANY_OFFERS',
      ASSOCIATE,
      `A set holds at most ${MOST_OFFERS} offers.`,
    ),
    ...violation(
      products.length > 0,
      'TOO_MANY_OFFERS_PER_PRODUCT',
      [ASSOCIATE, RELEASE],
      `Offers: ProductId ${products.join(', ')} has more than one offer in the set.`,
    ),
    ...violation(
      unknown.length > 0,
      'INVALID_UPDATE_REQUEST',
      'DisassociateOffers',
      `Offers: ${unknown.join(', ')} is not in the set.`,
    ),
  ];
};

function idsIn(details: unknown): string[] {
  const { Offers } = (details ?? {}) as { readonly Offers?: readonly { readonly OfferId: string }[] };
  return (Offers ?? []).map(({ OfferId }) => OfferId);
}

const releaseChecklist: OfferSetRule = ({ after, offers, changed, today }) => {
  if (!changed.has(RELEASE)) return [];
  const drafts = offers.filter(({ state }) => state !== 'Released');
  const expired = offers.filter(({ availabilityEndDate: end }) => end !== null && end < today);
  const open = offers.filter((offer) => !isPrivate(offer));
  return [
    ...violation(
      after.offerIds.length < FEWEST_OFFERS,
      'MISSING_OFFERS',
      RELEASE,
      `A set needs at least ${FEWEST_OFFERS} offers: send AssociateOffers.`,
    ),
    ...violation(
      after.buyerNotes === null,
      'MISSING_BUYER_NOTES',
      RELEASE,
      'BuyerNotes is missing: send UpdateInformation.',
    ),
    ...violation(drafts.length > 0, 'DRAFT_OFFERS', [RELEASE, ASSOCIATE], `Offers: ${idsOf(drafts)} is not released.`),
    ...violation(expired.length > 0, 'EXPIRED_OFFERS', [RELEASE, ASSOCIATE], `Offers: ${idsOf(expired)} is expired.`),
    ...violation(
      open.length > 0,
      'INCOMPATIBLE_OFFER_TARGETING_RULE',
      [RELEASE, ASSOCIATE],
      `Offers: ${idsOf(open)} is not made for named buyers.`,
    ),
    ...alike(offers),
  ];
};

function alike(offers: readonly OfferEntity[]): Violation[] {
  const differ = (key: (offer: OfferEntity) => string) => new Set(offers.map(key)).size > 1;
  return [
    ...violation(
      differ((offer) => currenciesOf(offer).join()),
      'INCONSISTENT_OFFER_CURRENCY_CODE',
      RELEASE,
      'Offers: CurrencyCode must be the same in all offers of the set.',
    ),
    ...violation(
      differ(({ availabilityEndDate }) => availabilityEndDate ?? ''),
      'INCONSISTENT_OFFER_AVAILABILITY_END_DATE',
      RELEASE,
      'Offers: AvailabilityEndDate must be the same in all offers of the set.',
    ),
    ...violation(
      differ(({ buyerAccounts }) => [...buyerAccounts].sort().join()),
      'INCONSISTENT_OFFER_TARGETING_RULE',
      RELEASE,
      'Offers: BuyerAccounts must be the same in all offers of the set.',
    ),
  ];
}

function currenciesOf(offer: OfferEntity): string[] {
  const codes = pricingTerms(offer).flatMap((term) => ('CurrencyCode' in term ? [term.CurrencyCode] : []));
  const schedule = scheduleTerm(offer);
  return [...new Set(schedule ? [...codes, schedule.CurrencyCode] : codes)].sort();
}

function idsOf(offers: readonly OfferEntity[]): string {
  return offers.map(({ id }) => id).join(', ');
}

export const OFFER_SET_RULES: readonly OfferSetRule[] = [lockedAfterRelease, members, releaseChecklist];
