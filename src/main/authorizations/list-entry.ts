/** One authorization as the list columns of the local copy hold it, from AWS's list or from its document. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import { readAuthorizationEntity, toEndDate } from '../../shared/domain/authorization/entity.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { toInstant, type DescribedEntity } from '../entities/catalog-reader.ts';

export interface AuthorizationRow {
  readonly id: string;
  readonly name: string;
  readonly awsStatus: string;
  readonly productId: string;
  readonly productName: string | null;
  readonly manufacturerAccountId: string | null;
  readonly manufacturerName: string | null;
  readonly resellerAccountId: string | null;
  readonly resellerName: string | null;
  readonly endDate: string | null;
  readonly extendedStatus: string | null;
  readonly createdAt: string | null;
  readonly lastModifiedAt: string;
}

/** What only the document tells. */
export interface DescribedAuthorization extends AuthorizationRow {
  readonly maxOffers: number | null;
  readonly offersCreated: number | null;
}

/** null for an entry without id, date or summary. */
export function toListedAuthorization(entry: EntitySummary): AuthorizationRow | null {
  const { EntityId: id, ResaleAuthorizationSummary: summary } = entry;
  const lastModifiedAt = toInstant(entry.LastModifiedDate);
  if (!id || !summary || lastModifiedAt === null) return null;
  return {
    id,
    name: summary.Name ?? entry.Name ?? '',
    awsStatus: summary.Status ?? 'Draft',
    productId: summary.ProductId ?? '',
    productName: summary.ProductName ?? null,
    manufacturerAccountId: summary.ManufacturerAccountId ?? null,
    manufacturerName: summary.ManufacturerLegalName ?? null,
    // AWS's list spells the member with a capital D, its document does not.
    resellerAccountId: summary.ResellerAccountID ?? null,
    resellerName: summary.ResellerLegalName ?? null,
    endDate: toEndDate(summary.AvailabilityEndDate),
    extendedStatus: summary.OfferExtendedStatus ?? null,
    createdAt: toInstant(summary.CreatedDate),
    lastModifiedAt,
  };
}

/** null for a document that is no authorization. */
export function toDescribedAuthorization(entity: DescribedEntity): DescribedAuthorization | null {
  const found = readAuthorizationEntity(entity.document);
  if (!found) return null;
  return {
    id: entity.id,
    name: found.name,
    awsStatus: found.awsStatus,
    productId: found.productId,
    productName: found.productName,
    manufacturerAccountId: found.manufacturerAccountId,
    manufacturerName: found.manufacturerName,
    resellerAccountId: found.resellerAccountId,
    resellerName: found.resellerName,
    endDate: found.endDate,
    extendedStatus: found.extendedStatus,
    createdAt: toInstant(found.createdAt ?? undefined),
    lastModifiedAt: entity.lastModifiedAt,
    maxOffers: found.maxOffers,
    offersCreated: found.offersCreated,
  };
}

/** What a text filter looks into. Product titles are looked up on their own. */
export function searchTextOf(row: AuthorizationRow): string {
  const parts = [row.name, row.id, row.resellerAccountId, row.resellerName, row.manufacturerName, row.productName];
  return foldText(parts.filter((part) => part !== null).join('\n'));
}
