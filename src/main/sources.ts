/** What drafts and the journal ask of other features; core.ts connects them. */
import type { AccountSettings } from '../shared/domain/account/account.ts';
import type { Product } from '../shared/domain/product/product.ts';

export interface AccountSource {
  /** Throws `not-found` for an account that is not set up here. */
  get(account: string): Promise<AccountSettings>;
}

export interface ProductSource {
  /** This machine's copy; throws `not-found` when there is none. */
  get(account: string, productId: string): Promise<Product>;
}

/** An offer entity as AWS describes it now. */
export interface OfferEntity {
  readonly offerId: string;
  readonly revision: string;
  readonly document: unknown;
}

export interface OfferSource {
  /** Reads the entity from AWS and keeps the copy up to date. */
  read(account: string, offerId: string, signal: AbortSignal): Promise<OfferEntity>;
}
