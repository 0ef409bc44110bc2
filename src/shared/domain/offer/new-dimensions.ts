/** Dimensions that a SaaS product gets together with the offer that sells them. */
import type { Dimension, Product, ProductType } from '../product/product.ts';
import type { NewDimension } from './draft-terms.ts';
import type { OfferDraft } from './draft.ts';

/** Rows that are empty altogether are nothing yet. Only SaaS products take dimensions this way. */
export function newDimensionsOf(
  { newDimensions }: Pick<OfferDraft, 'newDimensions'>,
  type: ProductType | undefined,
): readonly NewDimension[] {
  if (type !== 'SaaSProduct') return [];
  return newDimensions.filter(({ key, name, description, unit }) =>
    [key, name, description, unit].some((text) => text.trim() !== ''),
  );
}

/** The product as it will be once the offer exists, so that prices can be given for what is added. */
export function withNewDimensions<P extends Pick<Product, 'type' | 'dimensions'>>(product: P, draft: OfferDraft): P {
  const keys = new Set(product.dimensions.map(({ key }) => key));
  const added: Dimension[] = [];
  for (const { key, name, description, unit, type } of newDimensionsOf(draft, product.type)) {
    const plain = key.trim();
    if (plain === '' || keys.has(plain)) continue;
    keys.add(plain);
    added.push({ key: plain, name, description, unit, types: [type] });
  }
  return added.length === 0 ? product : { ...product, dimensions: [...product.dimensions, ...added] };
}

/** Those that AWS does not have yet: a draft that stands at AWS has brought its own along. */
export function dimensionsToAdd(
  draft: OfferDraft,
  product: Pick<Product, 'type'> & Partial<Pick<Product, 'dimensions'>>,
  held: OfferDraft | undefined,
): readonly NewDimension[] {
  const present = new Set([...(product.dimensions ?? []).map(({ key }) => key), ...(held ? pricedKeys(held) : [])]);
  return newDimensionsOf(draft, product.type).filter(({ key }) => !present.has(key.trim()));
}

function pricedKeys({ usagePrices, contract, installments }: OfferDraft): string[] {
  const lines = [...usagePrices, ...contract.rateCards.flatMap(({ prices }) => prices), ...installments.grants];
  return lines.map(({ dimensionKey }) => dimensionKey);
}
