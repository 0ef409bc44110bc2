/** One offer in readable form, from the copy's row and document. */
import { readOfferEntity } from '../../shared/domain/offer/entity.ts';
import type { OfferDetail, OfferSummary } from '../../shared/domain/offer/offer.ts';
import { findCurrency, sumCharges, toReadableTerms } from '../../shared/domain/offer/readable.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { StoredDocument } from './store.ts';

export function toOfferDetail(summary: OfferSummary, stored: StoredDocument): OfferDetail {
  const entity = readOfferEntity(stored.document);
  if (!entity) fail('malformed-answer', { params: { name: summary.id } });
  return {
    summary,
    description: entity.description,
    revision: stored.revision,
    currency: findCurrency(entity.terms),
    totalContractValue: sumCharges(entity.terms),
    terms: toReadableTerms(entity.terms),
    rules: [...entity.rules],
    document: stored.document,
    syncedAt: stored.readAt,
  };
}
