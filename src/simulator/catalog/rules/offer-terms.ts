/** Typed views of an offer's terms and of its product's dimensions. */
import type { DimensionType, OfferEntity, ProductEntity } from '../model.ts';
import type {
  LegalTerm,
  NetPaymentTerm,
  PaymentScheduleTerm,
  RenewalTerm,
  ValidityTerm,
} from '../schema/other-terms.ts';
import type { PricingTerm } from '../schema/pricing-terms.ts';

export function pricingTerms(offer: OfferEntity): readonly PricingTerm[] {
  return offer.terms.pricing as readonly PricingTerm[];
}

export function pricingTerm<K extends PricingTerm['Type']>(
  offer: OfferEntity,
  type: K,
): Extract<PricingTerm, { Type: K }> | undefined {
  return pricingTerms(offer).find((term): term is Extract<PricingTerm, { Type: K }> => term.Type === type);
}

/** An offer of its own, not the trial that the offer of an image begins with. */
export function isFreeTrial(offer: OfferEntity): boolean {
  return pricingTerm(offer, 'FreeTrialPricingTerm') !== undefined && pricingTerms(offer).length === 1;
}

export function validityTerm(offer: OfferEntity): ValidityTerm | undefined {
  return offer.terms.validity[0] as ValidityTerm | undefined;
}

export function scheduleTerm(offer: OfferEntity): PaymentScheduleTerm | undefined {
  return offer.terms.schedule[0] as PaymentScheduleTerm | undefined;
}

export function legalTerm(offer: OfferEntity): LegalTerm | undefined {
  return offer.terms.legal[0] as LegalTerm | undefined;
}

export function renewalTerm(offer: OfferEntity): RenewalTerm | undefined {
  return offer.terms.renewal[0] as RenewalTerm | undefined;
}

export function netPaymentTerms(offer: OfferEntity): readonly NetPaymentTerm[] {
  return offer.terms.netPayment as readonly NetPaymentTerm[];
}

/** Future dated: the first day of service is fixed. */
export function startDate(offer: OfferEntity): string | undefined {
  return validityTerm(offer)?.AgreementStartDate;
}

function keysOfKind(product: ProductEntity, ...kinds: DimensionType[]): Set<string> {
  const matching = product.dimensions.filter(({ Types }) => Types.some((type) => kinds.includes(type)));
  return new Set(matching.map(({ Key }) => Key));
}

export function meteredKeys(product: ProductEntity): Set<string> {
  return keysOfKind(product, 'Metered', 'ExternallyMetered');
}

export function entitledKeys(product: ProductEntity): Set<string> {
  return keysOfKind(product, 'Entitled');
}

/** Values that occur more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
