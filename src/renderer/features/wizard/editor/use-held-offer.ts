/** What AWS holds of the released public offer that a draft changes: prices may not fall and rise at once, nor go away. */
import { useMemo } from 'react';
import type { OfferDraft } from '../../../../shared/domain/offer/draft.ts';
import { parseOffer } from '../../../../shared/domain/offer/parse.ts';
import { isReleasedPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import type { Product } from '../../../../shared/domain/product/product.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';

/** null where the draft changes no such offer; undefined while it is being read. */
export function useHeldOffer(
  account: string,
  draft: OfferDraft,
  product: Product | null,
): OfferDraft | null | undefined {
  const offerId = isReleasedPublicOffer(draft) ? (draft.target?.offerId ?? '') : '';
  const { data } = useCallQuery('offers.get', { account, offerId }, { enabled: offerId !== '' });
  return useMemo(() => {
    if (offerId === '') return null;
    return data && product ? parseOffer(data.document, data.revision ?? '', product) : undefined;
  }, [offerId, data, product]);
}
