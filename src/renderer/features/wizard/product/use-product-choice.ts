/** Choosing a product: its dimensions are read first, since the prices of the offer start from them. */
import { useState } from 'react';
import { prefillDraft, prefillFreeTrial } from '../../../../shared/domain/offer/prefill.ts';
import { isPublicOffer } from '../../../../shared/domain/offer/public-offer.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { useEditor } from '../editor/context.ts';

export function useProductChoice() {
  const client = useClient();
  const { accountKey, draft, today, dispatch, touch } = useEditor();
  const [error, setError] = useState<Error | null>(null);
  return {
    error,
    choose(productId: string) {
      setError(null);
      client.call('products.get', { account: accountKey, productId }).then(
        (product) => {
          const start = isPublicOffer(draft)
            ? prefillFreeTrial(product, today)
            : prefillDraft({ product, today, sellerAccountId: null });
          dispatch({ type: 'product.choose', product, start });
          touch('product');
        },
        (failure: Error) => setError(failure),
      );
    },
  };
}
