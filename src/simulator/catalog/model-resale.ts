/** Resale authorizations: what a manufacturer lets one channel partner sell, and at which price to itself. */
import type { EntityBase, JsonObject, Term } from './model.ts';

/** Replaced group by group, one `Update...Terms` change each. */
export const RESALE_TERM_GROUPS = [
  'pricing',
  'schedule',
  'legal',
  'buyerTargeting',
  'buyerValidity',
  'netPayment',
] as const;
export type ResaleTermGroup = (typeof RESALE_TERM_GROUPS)[number];
export type ResaleTerms = Readonly<Record<ResaleTermGroup, readonly Term[]>>;

export type ResalePricingModel = 'Free' | 'Usage' | 'Contract';

export interface ResaleAuthorizationEntity extends EntityBase {
  readonly type: 'ResaleAuthorization';
  readonly productId: string;
  /** Title of the product when the authorization was made. */
  readonly productName: string;
  readonly name: string;
  readonly description: string | null;
  readonly manufacturerName: string;
  readonly resellerAccountId: string;
  readonly resellerName: string;
  /** Expired and consumed are computed, never stored. */
  readonly status: 'Draft' | 'Active' | 'Restricted';
  readonly createdAt: string;
  readonly pricingModel: ResalePricingModel | null;
  readonly terms: ResaleTerms;
  /** `YYYY-MM-DD`; null = no set duration. */
  readonly availabilityEndDate: string | null;
  /** 1 = good for a single offer; null = for any number. */
  readonly offersMaxQuantity: 1 | null;
  readonly preExistingBuyerAgreement: JsonObject | null;
  /** Offers that the partner has made from it, drafts included. */
  readonly offersCreated: number;
}

export const NO_RESALE_TERMS: ResaleTerms = {
  pricing: [],
  schedule: [],
  legal: [],
  buyerTargeting: [],
  buyerValidity: [],
  netPayment: [],
};

/** Single use, and used. */
export function isConsumed({ offersMaxQuantity, offersCreated }: ResaleAuthorizationEntity): boolean {
  return offersMaxQuantity !== null && offersCreated >= offersMaxQuantity;
}

export function hasExpired({ availabilityEndDate }: ResaleAuthorizationEntity, today: string): boolean {
  return availabilityEndDate !== null && availabilityEndDate < today;
}

/** Buyers that the partner may sell to; empty = anybody. */
export function authorizedBuyers({ terms }: ResaleAuthorizationEntity): readonly string[] {
  const [term] = terms.buyerTargeting;
  const targeting = term?.['PositiveTargeting'] as { readonly BuyerAccounts?: readonly string[] } | undefined;
  return targeting?.BuyerAccounts ?? [];
}
