/** What the rules say about the draft on the screen, as it is typed. */
import { useMemo } from 'react';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import type { Finding } from '../../../../shared/domain/offer/finding.ts';
import { resaleOf } from '../../../../shared/domain/offer/received-authorization.ts';
import { preflight } from '../../../../shared/domain/offer/preflight/index.ts';
import type { Product } from '../../../../shared/domain/product/product.ts';
import { preflightContextOf } from './preflight-context.ts';

interface FindingsInput {
  readonly draft: OfferDraft;
  readonly product: Product | null;
  readonly account: Account | null;
  readonly today: string;
  /** What AWS holds of a public offer that is changed; undefined while it is being read. */
  readonly held: OfferDraft | null | undefined;
}

const NONE: readonly Finding[] = [];

/** Empty while account or product are still being read: half the facts would make wrong findings. */
export function useFindings({ draft, product, account, today, held }: FindingsInput): readonly Finding[] {
  return useMemo(() => {
    // AWS never shows a channel partner the product.
    const needsProduct = draft.product !== null && resaleOf(draft) === null;
    const isLoading = account === null || (needsProduct && product === null) || held === undefined;
    return isLoading ? NONE : preflight(draft, product, { ...preflightContextOf(account, today), held });
  }, [draft, product, account, today, held]);
}
