/** How a resale authorization looks in lists. */
import { endOfDay, withMilliseconds } from '../instants.ts';
import { isConsumed, type ResaleAuthorizationEntity } from '../model-resale.ts';

/** What lists show for authorizations that never end. */
const NO_END = '2099-12-31T23:59:59.999Z';

export function authorizationSummary(authorization: ResaleAuthorizationEntity): Record<string, unknown> {
  const { availabilityEndDate: end } = authorization;
  return {
    Name: authorization.name,
    ProductId: authorization.productId,
    ProductName: authorization.productName,
    ManufacturerAccountId: authorization.owner,
    ManufacturerLegalName: authorization.manufacturerName,
    ResellerAccountID: authorization.resellerAccountId,
    ResellerLegalName: authorization.resellerName,
    Status: authorization.status,
    OfferExtendedStatus: offerExtendedStatus(authorization),
    CreatedDate: withMilliseconds(authorization.createdAt),
    AvailabilityEndDate: end === null ? NO_END : endOfDay(end),
    ResellerRole: 'ChannelPartner',
    SourceAuthorization: null,
    IssuerAccountId: authorization.owner,
  };
}

export function offerExtendedStatus(authorization: ResaleAuthorizationEntity): string {
  if (authorization.offersCreated === 0) return 'Not Started';
  return isConsumed(authorization) ? 'Completed-Used' : 'Completed-Usable';
}
