/** What the views of terms need to know beside the term: the product's dimensions. */
import { createContext, useContext } from 'react';
import type { Dimension } from '../../../shared/domain/product/product.ts';

export const DimensionsContext = createContext<readonly Dimension[]>([]);

/** Name and unit of a dimension; the key itself where the product's copy does not have it. */
export function useDimension(): (key: string) => { name: string; unit: string } {
  const dimensions = useContext(DimensionsContext);
  return (key) => {
    const dimension = dimensions.find((each) => each.key === key);
    return { name: dimension ? `${dimension.name} (${key})` : key, unit: dimension?.unit ?? '' };
  };
}
