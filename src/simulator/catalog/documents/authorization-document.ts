/** The DescribeEntity document of a resale authorization; terms and rules carry ids that nobody sent. */
import { createHash } from 'node:crypto';
import type { SimulatorClock } from '../../types.ts';
import { endOfDay, withMilliseconds } from '../instants.ts';
import { offerExtendedStatus } from '../listing/authorization-summary.ts';
import type { JsonObject, Term } from '../model.ts';
import { authorizedBuyers, RESALE_TERM_GROUPS, type ResaleAuthorizationEntity } from '../model-resale.ts';
import type { CatalogStore } from '../store.ts';
import { describedTerm } from './described-term.ts';

export function authorizationDocument(
  authorization: ResaleAuthorizationEntity,
  store: CatalogStore,
  clock: SimulatorClock,
): Record<string, unknown> {
  const terms = RESALE_TERM_GROUPS.flatMap((group) => authorization.terms[group]);
  const idOf = (name: string) => partId(authorization.id, name);
  return {
    Name: authorization.name,
    Description: authorization.description,
    ProductId: authorization.productId,
    ProductName: authorization.productName,
    PricingModel: authorization.pricingModel,
    Status: authorization.status,
    PreExistingBuyerAgreement: authorization.preExistingBuyerAgreement,
    CreatedDate: withMilliseconds(authorization.createdAt),
    ManufacturerLegalName: authorization.manufacturerName,
    ManufacturerAccountId: authorization.owner,
    Dimensions: store.product(authorization.productId)?.dimensions ?? [],
    OfferDetails: {
      OfferExtendedStatus: offerExtendedStatus(authorization),
      OfferCreatedCount: authorization.offersCreated,
    },
    Terms: terms.map((term) => ({ Id: idOf(term.Type), ...shownTerm(term, authorization, { store, clock }) })),
    Rules: rules(authorization, idOf),
  };
}

function shownTerm(
  term: Term,
  authorization: ResaleAuthorizationEntity,
  { store, clock }: { store: CatalogStore; clock: SimulatorClock },
): Term {
  if (term.Type !== 'BuyerTargetingTerm') return describedTerm(term, clock);
  const buyers = authorizedBuyers(authorization).map((AwsAccountId) => ({
    AwsAccountId,
    LegalName: store.sellers.get(AwsAccountId)?.legalName ?? null,
  }));
  return { ...term, PositiveTargeting: { BuyerAccounts: buyers } };
}

function rules(authorization: ResaleAuthorizationEntity, idOf: (name: string) => string): JsonObject[] {
  const { availabilityEndDate: end, offersMaxQuantity } = authorization;
  return [
    {
      Type: 'AvailabilityRule',
      Id: idOf('AvailabilityRule'),
      Usage: offersMaxQuantity === null ? 'Unlimited' : 'Limited',
      AvailabilityEndDate: end === null ? null : endOfDay(end),
      OffersMaxQuantity: offersMaxQuantity,
    },
    {
      Type: 'PartnerTargetingRule',
      Id: idOf('PartnerTargetingRule'),
      ResellerAccountId: authorization.resellerAccountId,
      ResellerLegalName: authorization.resellerName,
    },
  ];
}

/** Looks like AWS's ids and stays the same at each description. */
function partId(authorizationId: string, name: string): string {
  const hex = createHash('sha256').update(`${authorizationId} ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
