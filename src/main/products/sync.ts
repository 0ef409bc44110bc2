/** Which lists of the Catalog fill the copy of products: one a product type. */
import type { EntityTypeFilters, EntityTypeSort } from '@aws-sdk/client-marketplace-catalog';
import { PRODUCT_TYPES, type ProductType } from '../../shared/domain/product/product.ts';
import type { ModifiedRange, SyncedList } from '../entities/copy.ts';
import { isOpen, lastModified } from '../entities/modified-range.ts';
import type { Database } from '../storage/database.ts';
import { createProductCopy } from './store.ts';

const FILTERS: Record<ProductType, (range: ModifiedRange) => EntityTypeFilters> = {
  SaaSProduct: (range) => ({ SaaSProductFilters: lastModified(range) }),
  AmiProduct: (range) => ({ AmiProductFilters: lastModified(range) }),
  ContainerProduct: (range) => ({ ContainerProductFilters: lastModified(range) }),
};

const NEWEST_FIRST = { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' } as const;
const SORTS: Record<ProductType, EntityTypeSort> = {
  SaaSProduct: { SaaSProductSort: NEWEST_FIRST },
  AmiProduct: { AmiProductSort: NEWEST_FIRST },
  ContainerProduct: { ContainerProductSort: NEWEST_FIRST },
};

export function productLists(database: Database): SyncedList[] {
  return PRODUCT_TYPES.map((type) => ({
    kind: `products.${type}`,
    copy: createProductCopy(database, type),
    request: (range) => ({
      EntityType: type,
      ...(isOpen(range) ? {} : { EntityTypeFilters: FILTERS[type](range) }),
      EntityTypeSort: SORTS[type],
    }),
  }));
}
