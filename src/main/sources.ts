/** What drafts and the journal ask of other features; core.ts connects them. */
import type { AccountSettings } from '../shared/domain/account/account.ts';
import type { OfferDraft } from '../shared/domain/offer/draft.ts';
import type { Finding } from '../shared/domain/offer/finding.ts';
import type { Product } from '../shared/domain/product/product.ts';
import type { VersionedEntity, VersionForm, VersionKind } from '../shared/domain/version/version.ts';

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

/** A state to keep: of an offer or authorization as AWS held it, of an agreement's terms, of a draft. */
export interface NewVersion {
  readonly account: string;
  readonly entityType: VersionedEntity;
  readonly entityId: string;
  readonly kind: VersionKind;
  readonly form: VersionForm;
  /** Signed addresses in it are masked before it is kept. */
  readonly document: unknown;
  /** ISO instant. */
  readonly at: string;
  readonly label?: string;
  readonly revision?: string | null;
  readonly changeId?: string | null;
  /** The offer that a draft was cloned from, or that an agreement accepted. */
  readonly relatedId?: string | null;
  readonly eulaSha256?: string | null;
}

export interface VersionKeeper {
  /** Keeps what is not known yet; the same content again adds nothing. May be called inside a transaction. */
  keep(version: NewVersion): unknown;
}
