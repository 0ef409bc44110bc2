/** What a channel partner's offer takes over from its authorization: the same terms, by the names that offers have for them. */
import { NO_TERMS, type JsonObject, type OfferTerms, type Term } from '../model.ts';
import type { ResaleAuthorizationEntity } from '../model-resale.ts';
import { LATEST_STANDARD_EULA } from './legal-documents.ts';

export function inheritedTerms({ terms }: ResaleAuthorizationEntity): OfferTerms {
  return {
    ...NO_TERMS,
    pricing: terms.pricing.map(offerTerm),
    schedule: terms.schedule.map(offerTerm),
    netPayment: [],
    legal: terms.legal.filter(({ Type }) => Type === 'BuyerLegalTerm').map(offerLegalTerm),
  };
}

/** `ResaleUsageBasedPricingTerm` is the `UsageBasedPricingTerm` of the offer, and so on. */
export function offerTerm(term: Term): Term {
  return { ...term, Type: term.Type.replace(/^Resale/, '') };
}

function offerLegalTerm(term: Term): Term {
  const documents = (term['Documents'] ?? []) as readonly JsonObject[];
  return {
    Type: 'LegalTerm',
    Documents: documents.map((document) =>
      document['Type'] === 'StandardEula' ? { Version: LATEST_STANDARD_EULA, ...document } : document,
    ),
  };
}
