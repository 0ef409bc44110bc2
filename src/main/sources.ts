/** What drafts and the journal ask of other features; core.ts connects them. */
import type { AccountSettings } from '../shared/domain/account/account.ts';
import type { OfferDraft } from '../shared/domain/offer/draft.ts';
import type { Finding } from '../shared/domain/offer/finding.ts';
import type { Product } from '../shared/domain/product/product.ts';

export interface AccountSource {
  /** Throws `not-found` for an account that is not set up here. */
  getSettings(account: string): AccountSettings;
}

export interface ProductSource {
  /** This machine's copy; throws `not-found` when there is none. */
  get(account: string, productId: string, signal?: AbortSignal): Promise<Product>;
  /** From the copy alone; null where it is not there. */
  find(account: string, productId: string): Product | null;
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
  /** From the copy alone, signed addresses masked; null where it is not there. */
  find(account: string, offerId: string): OfferEntity | null;
}

/** What the rules say about a draft as it would be sent. `held`: what AWS holds of the offer that it changes. */
export type DraftCheck = (
  draft: OfferDraft,
  product: Product | null,
  about: { readonly account: AccountSettings; readonly held: OfferDraft | null },
) => Finding[];
