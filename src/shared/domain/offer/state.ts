/** Where an offer stands, from AWS's two states and the date. */
import type { OfferState } from './offer.ts';

/**
 * AWS knows Draft and Released only. An offer can be accepted until the end of its last day, UTC;
 * one without a last day (a public offer) does not expire.
 */
export function toOfferState(awsState: string, availabilityEndDate: string | null, todayUtc: string): OfferState {
  if (awsState !== 'Released') return 'draft';
  return availabilityEndDate !== null && availabilityEndDate < todayUtc ? 'expired' : 'active';
}
