/** What a product refuses. No page lists codes for products, so those here are the simulator's own but for the offers' names. */
import { repeated } from './offer-terms.ts';
import type { ProductRule } from './rule.ts';
import { violation } from './rule.ts';

const MOST_OF_A_KIND = 200;

const dimensions: ProductRule = ({ after, changed }) => {
  const on = ['AddDimensions', 'UpdateDimensions'];
  const keys = after.dimensions.map(({ Key }) => Key);
  const updated = (changed.get('UpdateDimensions') ?? []) as readonly { readonly Key: string }[];
  const count = (type: string) => after.dimensions.filter(({ Types }) => Types.some((own) => own === type)).length;
  return [
    ...repeated(keys).flatMap((key) =>
      violation(true, 'DUPLICATE_DIMENSION_KEYS', on, `Key ${key} already exists on the product.`),
    ),
    ...['Entitled', 'ExternallyMetered'].flatMap((type) =>
      violation(
        count(type) > MOST_OF_A_KIND && changed.has('AddDimensions'),
        'TOO_MANY_DIMENSIONS',
        on,
        `Types: a product has at most ${MOST_OF_A_KIND} ${type} dimensions.`,
      ),
    ),
    ...updated
      .filter(({ Key }) => !keys.includes(Key))
      .flatMap(({ Key }) =>
        violation(true, 'INVALID_DIMENSION_KEYS', 'UpdateDimensions', `Key ${Key} is not a dimension of the product.`),
      ),
  ];
};

const release: ProductRule = ({ before, after, changed }) => [
  ...violation(
    before !== null && before.visibility !== 'Draft',
    'INVALID_UPDATE_REQUEST',
    'ReleaseProduct',
    'The product is already released.',
  ),
  ...violation(after.title === null, 'MISSING_NAME', 'ReleaseProduct', 'ProductTitle is missing.'),
  ...violation(
    changed.has('UpdateVisibility') &&
      !changed.has('ReleaseProduct') &&
      (before === null || before.visibility === 'Draft'),
    'INVALID_UPDATE_REQUEST',
    'UpdateVisibility',
    'TargetVisibility: a product that was never released has none.',
  ),
];

export const PRODUCT_RULES: readonly ProductRule[] = [dimensions, release];
