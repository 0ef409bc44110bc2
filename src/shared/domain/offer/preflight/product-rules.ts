/** Product and kind: what may be offered at all. */
import { kindsForProduct } from '../kinds.ts';
import { problemIf, type Rule } from './rule.ts';

const step = 'product-buyers';

export const productRules: readonly Rule[] = [
  {
    id: 'product-missing',
    severity: 'error',
    step,
    source: '3.1 CreateOffer: ProductId is required',
    stage: 'request',
    check: ({ draft }) => problemIf(draft.product === null, 'product'),
  },
  {
    id: 'product-unknown',
    severity: 'error',
    step,
    source: '3.3 only dimension keys that exist on the product',
    stage: 'request',
    check: ({ draft, product }) =>
      problemIf(draft.product !== null && product?.id !== draft.product.id, 'product', {
        product: draft.product?.id ?? '',
      }),
  },
  {
    id: 'product-not-listed',
    severity: 'error',
    step,
    source: '3.5 product Limited or Public',
    stage: 'release',
    check: ({ product }) =>
      problemIf(product?.visibility === 'Draft' || product?.visibility === 'Restricted', 'product', {
        visibility: product?.visibility ?? '',
      }),
  },
  {
    id: 'product-limited',
    severity: 'info',
    step,
    source: '2 Limited products are seen by the accounts of their allow list only',
    stage: 'release',
    check: ({ product }) => problemIf(product?.visibility === 'Limited', 'product'),
  },
  {
    id: 'public-offer-missing',
    severity: 'warning',
    step,
    source: '3.5 product with a released public offer',
    stage: 'release',
    check: ({ product }) => problemIf(product !== null && product.publicTerms === null, 'product'),
  },
  {
    id: 'private-offer-impossible',
    severity: 'error',
    step,
    source: '3.3 no private offers at all: AMI monthly, BYOL',
    stage: 'request',
    check: ({ product }) => problemIf(product !== null && kindsForProduct(product).length === 0, 'product'),
  },
  {
    id: 'kind-missing',
    severity: 'error',
    step,
    source: '3.3 offer kind',
    stage: 'release',
    check: ({ draft }) => problemIf(draft.product !== null && draft.kind === null, 'kind'),
  },
  {
    id: 'kind-not-allowed',
    severity: 'error',
    step,
    source: '3.3 which combination is valid for the product',
    stage: 'request',
    check: ({ draft, product, kind }) => {
      if (!draft.kind || !kind || !product) return [];
      const allowed = kindsForProduct(product);
      // Without public terms the kinds are a guess, so only the product type counts.
      const fits =
        product.publicTerms === null ? kind.productTypes.includes(product.type) : allowed.includes(draft.kind);
      return problemIf(!fits && allowed.length > 0, 'kind');
    },
  },
];
