/** What a rule sees of an offer or product after a change set, and what it may find wrong. */
import type { AgreementRecord, OfferEntity, ProductEntity, SellerProfile } from '../model.ts';
import type { ResaleAuthorizationEntity } from '../model-resale.ts';

export interface Violation {
  readonly code: string;
  readonly message: string;
  /** Change types that can be blamed, best first; where none is in the change set the finding does not apply. */
  readonly on: readonly string[];
}

export interface OfferCase {
  /** The stored offer; null where the change set creates it. */
  readonly before: OfferEntity | null;
  readonly after: OfferEntity;
  readonly product: ProductEntity;
  /** Change types of the set on this offer. */
  readonly changed: ReadonlySet<string>;
  readonly releasing: boolean;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Business time in ms. */
  readonly now: number;
  readonly seller: SellerProfile | null;
  /** Released public offers of the same product, this one left out. */
  readonly otherPublicOffers: readonly OfferEntity[];
  /** What a channel partner's offer is made from, as it stands after this change set; null for all others. */
  readonly authorization: ResaleAuthorizationEntity | null;
  /** What a replacement offer replaces; null for all others. */
  readonly agreement: AgreementRecord | null;
}

export type OfferRule = (subject: OfferCase) => readonly Violation[];

interface ProductCase {
  readonly before: ProductEntity | null;
  readonly after: ProductEntity;
  /** Details by change type of the set on this product. */
  readonly changed: ReadonlyMap<string, unknown>;
}

export type ProductRule = (subject: ProductCase) => readonly Violation[];

/** One violation where the condition holds. */
export function violation(when: boolean, code: string, on: string | readonly string[], message: string): Violation[] {
  return when ? [{ code, message, on: typeof on === 'string' ? [on] : on }] : [];
}

export function wasReleased({ before }: OfferCase): boolean {
  return before?.state === 'Released';
}

/** True once buyers can see the offer, now or before. */
export function isReleased({ after }: OfferCase): boolean {
  return after.state === 'Released';
}
