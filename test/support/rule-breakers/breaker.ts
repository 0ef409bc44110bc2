/** What it takes to break a rule. */
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { OfferDraft, OfferKind } from '../../../src/shared/domain/offer/draft.ts';
import type { PreflightContext } from '../../../src/shared/domain/offer/preflight/index.ts';
import type { Dimension, Product } from '../../../src/shared/domain/product/product.ts';
import type { DraftCase } from '../offer-drafts.ts';

/** What preflight is asked about: a draft, the product, and what else it knows. */
export interface PreflightCase {
  readonly draft: OfferDraft;
  readonly product: Product | null;
  readonly context: PreflightContext;
}

/** Everything a breaker may change, as a private copy. */
export interface Breakable {
  draft: OfferDraft;
  product: Product;
  context: { -readonly [K in keyof PreflightContext]: PreflightContext[K] };
}

export interface Breaker {
  readonly kind: OfferKind;
  /** Forced where the rule is about one of the two. */
  readonly installments: boolean;
  readonly serviceMode?: OfferDraft['service']['mode'];
  /**
   * `draft`: a service is expected to refuse the same draft. `product`, `context`: something beside the draft is changed.
   * `own`: a rule or a hint of ours; a service may well take the draft.
   */
  readonly changes: 'draft' | 'product' | 'context' | 'own';
  /** What a draft must have so that the rule can be broken at all. */
  readonly needs?: (valid: DraftCase) => boolean;
  readonly breakIn: (all: Breakable) => void;
}

/** Day `days` after the expiry of the offer. */
export function afterExpiry(draft: OfferDraft, days: number): string {
  return addDays(draft.availabilityEndDate, days);
}

/** As many dimensions as a list needs to be too long. */
export function manyDimensions(count: number, type: Dimension['types'][number]): Dimension[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `dimension_${index + 1}`;
    return { key, name: key, description: key, unit: 'Units', types: [type] };
  });
}
