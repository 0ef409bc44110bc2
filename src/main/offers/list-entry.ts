/** One offer as the list columns of the local copy hold it, from AWS's list or from its document. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import { readOfferEntity } from '../../shared/domain/offer/entity.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { toInstant, type DescribedEntity } from '../entities/catalog-reader.ts';

export interface OfferRow {
  readonly id: string;
  readonly name: string;
  readonly awsState: string;
  readonly isPrivate: boolean;
  readonly productId: string;
  readonly buyers: readonly string[];
  readonly targeting: readonly string[];
  readonly availabilityEndDate: string | null;
  readonly lastModifiedAt: string;
  readonly resaleAuthorizationId: string | null;
  readonly offerSetId: string | null;
}

/** What only the list tells. */
export interface ListedOffer extends OfferRow {
  readonly releasedAt: string | null;
  readonly createdBySource: string | null;
}

/** null for an entry without id, date or summary. */
export function toListedOffer(entry: EntitySummary): ListedOffer | null {
  const { EntityId: id, OfferSummary: summary } = entry;
  const lastModifiedAt = toInstant(entry.LastModifiedDate);
  if (!id || !summary || lastModifiedAt === null) return null;
  const aim = { buyers: summary.BuyerAccounts ?? [], targeting: summary.Targeting ?? [] };
  const awsState = summary.State ?? 'Draft';
  return {
    id,
    name: summary.Name ?? entry.Name ?? '',
    awsState,
    isPrivate: isPrivate(awsState, aim),
    productId: summary.ProductId ?? '',
    ...aim,
    availabilityEndDate: summary.AvailabilityEndDate?.slice(0, 10) ?? null,
    lastModifiedAt,
    resaleAuthorizationId: summary.ResaleAuthorizationId ?? null,
    offerSetId: summary.OfferSetId ?? null,
    releasedAt: toInstant(summary.ReleaseDate),
    createdBySource: summary.CreatedBySource ?? null,
  };
}

/** null for a document that is no offer. */
export function toOfferRow(entity: DescribedEntity): OfferRow | null {
  const offer = readOfferEntity(entity.document);
  if (!offer) return null;
  return {
    id: entity.id,
    name: offer.name,
    awsState: offer.awsState,
    isPrivate: isPrivate(offer.awsState, offer),
    productId: offer.productId,
    buyers: offer.buyers,
    targeting: offer.targeting,
    availabilityEndDate: offer.availabilityEndDate,
    lastModifiedAt: entity.lastModifiedAt,
    resaleAuthorizationId: offer.resaleAuthorizationId,
    offerSetId: offer.offerSetId,
  };
}

/**
 * Private is what names buyers. A draft that names nobody yet could become either; it counts as private,
 * since hiding what somebody has just made would be worse than showing one too many.
 */
function isPrivate(awsState: string, aim: { buyers: readonly string[]; targeting: readonly string[] }): boolean {
  return aim.buyers.length > 0 || aim.targeting.includes('BuyerAccounts') || awsState !== 'Released';
}

/** What a text filter looks into: name, id and buyers. Product titles are looked up on their own. */
export function searchTextOf(row: OfferRow): string {
  return foldText([row.name, row.id, ...row.buyers].join('\n'));
}
