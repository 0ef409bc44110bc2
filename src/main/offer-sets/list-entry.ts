/** One offer set as the list columns of the local copy hold it, from AWS's list or from its document. */
import type { EntitySummary } from '@aws-sdk/client-marketplace-catalog';
import { readOfferSetEntity } from '../../shared/domain/offer-set/entity.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import { toInstant, type DescribedEntity } from '../entities/catalog-reader.ts';

export interface OfferSetRow {
  readonly id: string;
  readonly name: string;
  readonly awsState: string;
  readonly solutionId: string | null;
  readonly releasedAt: string | null;
  readonly offerIds: readonly string[];
  readonly lastModifiedAt: string;
}

/** null for an entry without id, date or summary. */
export function toListedSet(entry: EntitySummary): OfferSetRow | null {
  const { EntityId: id, OfferSetSummary: summary } = entry;
  const lastModifiedAt = toInstant(entry.LastModifiedDate);
  if (!id || !summary || lastModifiedAt === null) return null;
  return {
    id,
    name: summary.Name ?? entry.Name ?? '',
    awsState: summary.State ?? 'Draft',
    solutionId: summary.SolutionId ?? null,
    releasedAt: toInstant(summary.ReleaseDate),
    offerIds: summary.AssociatedOfferIds ?? [],
    lastModifiedAt,
  };
}

/** null for a document that is no offer set. */
export function toDescribedSet({ id, document, lastModifiedAt }: DescribedEntity): OfferSetRow | null {
  const found = readOfferSetEntity(document);
  if (!found) return null;
  const { name, awsState, solutionId, releasedAt, offerIds } = found;
  return { id, name, awsState, solutionId, releasedAt: toInstant(releasedAt ?? undefined), offerIds, lastModifiedAt };
}

/** What a text filter looks into. */
export function searchTextOf(row: OfferSetRow): string {
  return foldText([row.name, row.id, ...row.offerIds].join('\n'));
}
