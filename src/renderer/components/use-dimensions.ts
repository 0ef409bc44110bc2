/** Names and units of a product's dimensions: from its copy, or for a channel partner, to whom AWS does not show it, from the authorization. */
import type { Dimension } from '../../shared/domain/product/product.ts';
import { useCallQuery } from '../bridge/hooks.tsx';

interface Sold {
  readonly account: string;
  readonly productId: string;
  readonly resaleAuthorizationId: string | null;
}

interface Dimensions {
  readonly dimensions: readonly Dimension[];
  /** A channel partner's, and AWS tells no names: keys stand for themselves. */
  readonly areHidden: boolean;
}

const NONE: readonly Dimension[] = [];

export function useDimensions({ account, productId, resaleAuthorizationId }: Sold): Dimensions {
  const isResold = resaleAuthorizationId !== null;
  const product = useCallQuery('products.get', { account, productId }, { enabled: !isResold && productId !== '' });
  const authorization = useCallQuery(
    'authorizations.get',
    { account, authorizationId: resaleAuthorizationId ?? '' },
    { enabled: isResold },
  );
  const dimensions = (isResold ? authorization.data : product.data)?.dimensions ?? NONE;
  return { dimensions, areHidden: isResold && !authorization.isPending && dimensions.length === 0 };
}
