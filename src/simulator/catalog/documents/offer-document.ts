/** The DescribeEntity document of an offer: not what was sent, but what AWS makes of it. */
import type { SimulatorClock } from '../../types.ts';
import { endOfDay } from '../instants.ts';
import { TERM_GROUPS, type JsonObject, type OfferEntity } from '../model.ts';
import { describedTerm } from './described-term.ts';

/** The pricing model is not told; members that were never set are left out. */
export function offerDocument(offer: OfferEntity, clock: SimulatorClock): Record<string, unknown> {
  const terms = TERM_GROUPS.flatMap((group) => offer.terms[group]);
  return {
    Id: offer.id,
    State: offer.state,
    ...(offer.name === null ? {} : { Name: offer.name }),
    ...(offer.description === null ? {} : { Description: offer.description }),
    ProductId: offer.productId,
    PreExistingAgreement: offer.preExistingAgreement,
    OfferSetId: offer.offerSetId,
    ...(offer.resale === null ? {} : { ResaleAuthorizationId: offer.resale.authorizationId }),
    ...(offer.resale?.markup === null || offer.resale === null ? {} : { MarkupPercentage: offer.resale.markup }),
    Terms: terms.map((term) => describedTerm(term, clock)),
    Rules: rules(offer),
  };
}

function rules(offer: OfferEntity): JsonObject[] {
  const positive = {
    ...(offer.buyerAccounts.length > 0 ? { BuyerAccounts: offer.buyerAccounts } : {}),
    ...(offer.countryCodes.length > 0 ? { CountryCodes: offer.countryCodes } : {}),
  };
  const targeting = {
    ...(Object.keys(positive).length > 0 ? { PositiveTargeting: positive } : {}),
    ...(offer.excludedCountryCodes.length > 0
      ? { NegativeTargeting: { CountryCodes: offer.excludedCountryCodes } }
      : {}),
  };
  return [
    ...(offer.availabilityEndDate === null
      ? []
      : [{ Type: 'AvailabilityRule', AvailabilityEndDate: endOfDay(offer.availabilityEndDate) }]),
    ...(Object.keys(targeting).length > 0 ? [{ Type: 'TargetingRule', ...targeting }] : []),
  ];
}
