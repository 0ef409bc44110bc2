/** One authorization in readable form, from the copy's row and document. */
import type { AuthorizationDetail, AuthorizationSummary } from '../../shared/domain/authorization/authorization.ts';
import { heldDocuments, readAuthorizationEntity } from '../../shared/domain/authorization/entity.ts';
import { offerTermName } from '../../shared/domain/authorization/wire.ts';
import { findCurrency, sumCharges } from '../../shared/domain/offer/readable.ts';
import { fail } from '../../shared/errors/app-error.ts';

/** Terms that a screen has its own view for beside those that offers have too. */
const SHOWN: readonly string[] = [
  'BuyerLegalTerm',
  'ResaleLegalTerm',
  'BuyerTargetingTerm',
  'BuyerValidityTerm',
  'ResaleNetPaymentTerm',
];

export function toAuthorizationDetail(
  summary: AuthorizationSummary,
  stored: { readonly revision: string | null; readonly readAt: string; readonly document: unknown },
): AuthorizationDetail {
  const entity = readAuthorizationEntity(stored.document);
  if (!entity) fail('malformed-answer', { params: { name: summary.id } });
  const asOffer = entity.terms.map((term) => ({ ...term, Type: offerTermName(term.Type) ?? term.Type }));
  return {
    summary,
    description: entity.description,
    revision: stored.revision,
    pricingModel: entity.pricingModel,
    currency: findCurrency(entity.terms),
    totalContractValue: sumCharges(asOffer),
    buyers: [...entity.buyers],
    extendedStatus: entity.extendedStatus,
    documents: [...new Set(heldDocuments(stored.document).map(({ kind }) => kind))],
    dimensions: [...entity.dimensions],
    terms: entity.terms.map((term) => ({
      type: term.Type,
      known: offerTermName(term.Type) !== null || SHOWN.includes(term.Type),
      raw: term,
    })),
    rules: [...entity.rules],
    document: stored.document,
    syncedAt: stored.readAt,
  };
}
