/** What a rule sees of a resale authorization after a change set. */
import type { OfferEntity, ProductEntity, SellerProfile } from '../../model.ts';
import { NO_TERMS } from '../../model.ts';
import { authorizedBuyers, type ResaleAuthorizationEntity } from '../../model-resale.ts';
import { inheritedTerms, offerTerm } from '../inherited-terms.ts';
import type { OfferCase, OfferRule, Violation } from '../rule.ts';

export interface AuthorizationCase {
  /** The stored authorization; null where the change set creates it. */
  readonly before: ResaleAuthorizationEntity | null;
  readonly after: ResaleAuthorizationEntity;
  readonly product: ProductEntity;
  /** Change types of the set on this authorization. */
  readonly changed: ReadonlySet<string>;
  readonly releasing: boolean;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  readonly now: number;
  readonly manufacturer: SellerProfile | null;
  readonly reseller: SellerProfile | null;
}

export type AuthorizationRule = (subject: AuthorizationCase) => readonly Violation[];

export const RELEASE = 'ReleaseResaleAuthorization';

const OFFER_TERM_NAMES =
  /\b(UsageBasedPricingTerm|ConfigurableUpfrontPricingTerm|FixedUpfrontPricingTerm|PaymentScheduleTerm|NetPaymentTerm)\b/g;

/** AWS prices authorizations by the rules of offers: asks one of those about the offer that could be made from this one. */
export function byOfferRule(rule: OfferRule, codes: Readonly<Record<string, string>> = {}): AuthorizationRule {
  return (subject) =>
    rule(offerCase(subject)).map(({ code, message, on }) => ({
      code: codes[code] ?? code,
      message: message.replace(OFFER_TERM_NAMES, 'Resale$1'),
      on: on.map((changeType) => (changeType === 'ReleaseOffer' ? RELEASE : changeType)),
    }));
}

function offerCase({ before, after, ...subject }: AuthorizationCase): OfferCase {
  return {
    ...subject,
    before: before === null ? null : asOffer(before),
    after: asOffer(after),
    seller: subject.manufacturer,
    otherPublicOffers: [],
    authorization: null,
    agreement: null,
  };
}

function asOffer(authorization: ResaleAuthorizationEntity): OfferEntity {
  const buyers = authorizedBuyers(authorization);
  return {
    id: authorization.id,
    type: 'Offer',
    owner: authorization.owner,
    revision: authorization.revision,
    modifiedAt: authorization.modifiedAt,
    productId: authorization.productId,
    name: authorization.name,
    description: authorization.description,
    state: authorization.status === 'Draft' ? 'Draft' : 'Released',
    releasedAt: null,
    pricingModel: authorization.pricingModel,
    terms: {
      ...NO_TERMS,
      ...inheritedTerms(authorization),
      netPayment: authorization.terms.netPayment.map(offerTerm),
    },
    // What comes of it is private whoever the buyer will be.
    buyerAccounts: buyers.length > 0 ? buyers : [authorization.resellerAccountId],
    countryCodes: [],
    excludedCountryCodes: [],
    availabilityEndDate: authorization.availabilityEndDate,
    preExistingAgreement: null,
    createdBySource: 'Seller',
    lastPriceIncreaseAt: null,
    resale: { authorizationId: authorization.id, markup: null, ownPrices: false },
    replacesAgreementId: null,
    renewsAgreementId: null,
    offerSetId: null,
  };
}
