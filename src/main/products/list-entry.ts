/** One product as the list columns of the local copy hold it, from AWS's list. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import { PRODUCT_VISIBILITIES, type ProductSummary, type ProductType } from '../../shared/domain/product/product.ts';
import { toInstant } from '../entities/catalog-reader.ts';

export type ListedProduct = Pick<ProductSummary, 'id' | 'title' | 'visibility' | 'lastModifiedAt'>;

/** null for an entry without id or date, or with a visibility that AWS does not document. */
export function toListedProduct(type: ProductType, entry: EntitySummary): ListedProduct | null {
  const summary = entry[`${type}Summary`];
  const lastModifiedAt = toInstant(entry.LastModifiedDate);
  const visibility = toVisibility(summary?.Visibility ?? entry.Visibility);
  if (!entry.EntityId || lastModifiedAt === null || visibility === null) return null;
  // A draft may have no title at all; its id is then the only thing to call it by.
  return {
    id: entry.EntityId,
    title: summary?.ProductTitle || entry.Name || entry.EntityId,
    visibility,
    lastModifiedAt,
  };
}

export function toVisibility(text: string | undefined): ProductSummary['visibility'] | null {
  return PRODUCT_VISIBILITIES.find((visibility) => visibility === text) ?? null;
}
