/** Offer sets: private offers on several products that a buyer takes together. */
import type { EntityBase } from './model.ts';

export interface OfferSetEntity extends EntityBase {
  readonly type: 'OfferSet';
  readonly name: string;
  readonly buyerNotes: string | null;
  readonly state: 'Draft' | 'Released';
  readonly releasedAt: string | null;
  readonly offerIds: readonly string[];
}
