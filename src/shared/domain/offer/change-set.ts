/** The request of StartChangeSet as plain data, and which change carries which term. */

export interface OfferChange {
  readonly ChangeType: string;
  /** Letters only; other changes refer to the new offer by it. */
  readonly ChangeName?: string;
  /** A change of the product may go along with those of its offer. */
  readonly Entity: { readonly Type: 'Offer@1.0' | 'SaaSProduct@1.0'; readonly Identifier?: string };
  /** Members by name; for `AddDimensions` the list that AWS takes. */
  readonly DetailsDocument: Readonly<Record<string, unknown>>;
}

export interface ChangeSetRequest {
  readonly Catalog: 'AWSMarketplace';
  readonly ChangeSetName: string;
  readonly ClientRequestToken?: string;
  readonly ChangeSet: readonly OfferChange[];
}

/** A term or rule as AWS writes it. */
export interface WireTerm {
  readonly Type: string;
  readonly [member: string]: unknown;
}

export const CREATE_OFFER_NAME = 'CreateOfferChange';
export const NEW_OFFER_REFERENCE = `$${CREATE_OFFER_NAME}.Entity.Identifier`;

/** Each of these changes replaces the whole list of its terms. */
export const TERM_CHANGES = {
  UsageBasedPricingTerm: 'UpdatePricingTerms',
  ConfigurableUpfrontPricingTerm: 'UpdatePricingTerms',
  FixedUpfrontPricingTerm: 'UpdatePricingTerms',
  ByolPricingTerm: 'UpdatePricingTerms',
  RecurringPaymentTerm: 'UpdatePricingTerms',
  FreeTrialPricingTerm: 'UpdatePricingTerms',
  ValidityTerm: 'UpdateValidityTerms',
  PaymentScheduleTerm: 'UpdatePaymentScheduleTerms',
  LegalTerm: 'UpdateLegalTerms',
  SupportTerm: 'UpdateSupportTerms',
  RenewalTerm: 'UpdateRenewalTerms',
  NetPaymentTerm: 'UpdateNetPaymentTerms',
  CustomerVerificationTerm: 'UpdateCustomerVerificationTerms',
} as const;

/** null for a term that no documented change can send. A pricing term of a new kind belongs to the pricing list all the same. */
export function changeForTerm(type: string): string | null {
  if (Object.hasOwn(TERM_CHANGES, type)) return TERM_CHANGES[type as keyof typeof TERM_CHANGES];
  return type.endsWith('PricingTerm') ? 'UpdatePricingTerms' : null;
}

const LONGEST_NAME = 100;

/**
 * AWS takes letters, digits, blanks and `_ + = . : @ -` in the name of a change set. Accents are dropped from letters, everything
 * else becomes a blank. The beginning is kept when the name is too long.
 */
export function sanitiseChangeSetName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_+=.:@-]+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .trim();
  return plain === '' ? 'Offerdeck' : plain;
}
