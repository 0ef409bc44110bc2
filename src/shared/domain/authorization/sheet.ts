/**
 * An authorization seen as the offer that it prices. Prices, fixed units, schedules, licence and renewal are the same things in
 * both, so their tables, rules and reducers work on this sheet, and what they change is taken back.
 */
import { createOfferDraft, type OfferDraft } from '../offer/draft.ts';
import { paysInInstallments } from '../offer/kinds.ts';
import type { AuthorizationDraft } from './draft.ts';

export function toSheet(draft: AuthorizationDraft): OfferDraft {
  const { product, kind, buyers, name, description, currency, usagePrices, contract, installments } = draft;
  const { allowZeroPrices, eula, isRenewal, renewal, availabilityEndDate, setAside, target } = draft;
  return {
    ...createOfferDraft(),
    // Fixed units last as long as the agreement: by it the last payment that fits is known.
    service: paysInInstallments(draft)
      ? { mode: 'duration', duration: installments.duration }
      : { mode: 'buyer-choice' },
    product,
    kind,
    buyers,
    name,
    description,
    currency,
    usagePrices,
    contract,
    installments,
    allowZeroPrices,
    eula,
    isRenewal,
    renewal,
    availabilityEndDate,
    target: target && { offerId: target.authorizationId, revision: target.revision, state: target.state },
    ...(setAside && { setAside }),
  };
}

/** The shared parts of `sheet`, everything else of `draft`. */
export function withSheet(draft: AuthorizationDraft, sheet: OfferDraft): AuthorizationDraft {
  return {
    ...draft,
    product: sheet.product,
    kind: sheet.kind,
    buyers: sheet.buyers,
    name: sheet.name,
    description: sheet.description,
    currency: sheet.currency,
    usagePrices: sheet.usagePrices,
    contract: sheet.contract,
    installments: sheet.installments,
    allowZeroPrices: sheet.allowZeroPrices,
    eula: sheet.eula,
    isRenewal: sheet.isRenewal,
    renewal: sheet.renewal,
    availabilityEndDate: sheet.availabilityEndDate,
    ...(sheet.setAside && { setAside: sheet.setAside }),
  };
}
