/** Choosing a product: its dimensions are read first, since the prices of the offer start from them. */
import { useState } from 'react';
import { prefillDraft } from '../../../../shared/domain/offer/prefill.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { useEditor } from '../editor/context.ts';

export function useProductChoice() {
  const client = useClient();
  const { accountKey, today, dispatch, touch } = useEditor();
  const [error, setError] = useState<Error | null>(null);
  return {
    error,
    choose(productId: string) {
      setError(null);
      client.call('products.get', { account: accountKey, productId }).then(
        (product) => {
          dispatch({ type: 'product.choose', product, start: prefillDraft({ product, today, sellerAccountId: null }) });
          touch('product');
        },
        (failure: Error) => setError(failure),
      );
    },
  };
}
