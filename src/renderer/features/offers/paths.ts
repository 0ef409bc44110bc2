/** Addresses of the offer pages. */
import type { OfferRef } from '../../../shared/contract/offers.ts';

export const OFFERS_PATH = '/offers';
export const ACTIVITY_PATH = '/activity';

export function toOfferPath({ account, offerId }: OfferRef): string {
  return `${OFFERS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(offerId)}`;
}
