/** What a channel partner's offer takes over from its authorization: the same terms, by the names that offers have for them. */
import { NO_TERMS, type JsonObject, type OfferTerms, type Term } from '../model.ts';
import type { ResaleAuthorizationEntity } from '../model-resale.ts';
import { isZero, raisedBy } from './decimals.ts';
import { LATEST_STANDARD_EULA } from './legal-documents.ts';

export function inheritedTerms({ terms }: ResaleAuthorizationEntity): OfferTerms {
  return {
    ...NO_TERMS,
    pricing: terms.pricing.map(offerTerm),
    schedule: terms.schedule.map(offerTerm),
    legal: terms.legal.filter(({ Type }) => Type === 'BuyerLegalTerm').map(offerLegalTerm),
  };
}

/** The inherited prices and charges, each raised by a percentage. */
export function markedUpTerms(
  authorization: ResaleAuthorizationEntity,
  percentage: string,
): Pick<OfferTerms, 'pricing' | 'schedule'> {
  const { pricing, schedule } = inheritedTerms(authorization);
  const raised = (term: Term) => raisedValue(term, raiser(term, percentage)) as Term;
  return isZero(percentage) ? { pricing, schedule } : { pricing: pricing.map(raised), schedule: schedule.map(raised) };
}

const PRICE_DECIMALS = 8;
const CHARGE_DECIMALS = 2;

type Raise = (member: string, amount: string) => string;

/** Prices keep eight decimals, charges two, and neither has any in yen; halves go up. */
function raiser(term: Term, percentage: string): Raise {
  const isYen = term['CurrencyCode'] === 'JPY';
  return (member, amount) => {
    const decimals = isYen ? 0 : member === 'ChargeAmount' ? CHARGE_DECIMALS : PRICE_DECIMALS;
    return raisedBy(amount, percentage, decimals);
  };
}

function raisedValue(value: unknown, raise: Raise): unknown {
  if (Array.isArray(value)) return value.map((item) => raisedValue(item, raise));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => {
      const isAmount = (member === 'Price' || member === 'ChargeAmount') && typeof inner === 'string';
      return [member, isAmount ? raise(member, inner) : raisedValue(inner, raise)];
    }),
  );
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
