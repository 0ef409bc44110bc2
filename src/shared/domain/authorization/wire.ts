/** AWS's spelling of a resale authorization: its change set, and which change carries which term. */
import type { WireTerm } from '../offer/change-set.ts';

const ENTITY_TYPE = 'ResaleAuthorization@1.0';

export interface AuthorizationChange {
  readonly ChangeType: string;
  readonly ChangeName?: string;
  readonly Entity: { readonly Type: typeof ENTITY_TYPE; readonly Identifier?: string };
  readonly DetailsDocument: Readonly<Record<string, unknown>>;
}

export interface AuthorizationChangeSet {
  readonly Catalog: 'AWSMarketplace';
  readonly ChangeSetName: string;
  readonly ClientRequestToken?: string;
  readonly ChangeSet: readonly AuthorizationChange[];
}

const CREATE_NAME = 'CreateAuthorizationChange';

export function createChange(details: Readonly<Record<string, unknown>>): AuthorizationChange {
  return {
    ChangeType: 'CreateResaleAuthorization',
    ChangeName: CREATE_NAME,
    Entity: { Type: ENTITY_TYPE },
    DetailsDocument: details,
  };
}

/** `identifier` null: the authorization that the same change set creates. */
export function changeOf(
  type: string,
  identifier: string | null,
  details: Readonly<Record<string, unknown>>,
): AuthorizationChange {
  return {
    ChangeType: type,
    Entity: { Type: ENTITY_TYPE, Identifier: identifier ?? `$${CREATE_NAME}.Entity.Identifier` },
    DetailsDocument: details,
  };
}

/** Terms that are an offer's but for their name. */
const SHARED_TERMS: readonly string[] = [
  'UsageBasedPricingTerm',
  'ConfigurableUpfrontPricingTerm',
  'FixedUpfrontPricingTerm',
  'PaymentScheduleTerm',
];
const PREFIX = 'Resale';

/** `ResaleUsageBasedPricingTerm` is an offer's `UsageBasedPricingTerm`; null for terms that offers do not have. */
export function offerTermName(type: string): string | null {
  const name = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  return SHARED_TERMS.includes(name) ? name : null;
}

export function toResaleTerm(term: WireTerm): WireTerm | null {
  return SHARED_TERMS.includes(term.Type) ? { ...term, Type: `${PREFIX}${term.Type}` } : null;
}

const TERM_CHANGES: Readonly<Record<string, string>> = {
  ResalePaymentScheduleTerm: 'UpdatePaymentScheduleTerms',
  BuyerLegalTerm: 'UpdateLegalTerms',
  ResaleLegalTerm: 'UpdateLegalTerms',
  BuyerTargetingTerm: 'UpdateBuyerTargetingTerms',
  BuyerValidityTerm: 'UpdateBuyerValidityTerms',
  ResaleNetPaymentTerm: 'UpdateNetPaymentTerms',
};

/** null for a term that no documented change can send. A pricing term of a new kind belongs to the pricing list all the same. */
export function changeForTerm(type: string): string | null {
  if (Object.hasOwn(TERM_CHANGES, type)) return TERM_CHANGES[type] ?? null;
  return type.endsWith('PricingTerm') ? 'UpdatePricingTerms' : null;
}

/** Changes in the order in which they are sent and shown. */
export const CHANGE_ORDER = [
  'UpdateInformation',
  'UpdateBuyerTargetingTerms',
  'UpdatePricingTerms',
  'UpdatePaymentScheduleTerms',
  'UpdateNetPaymentTerms',
  'UpdateBuyerValidityTerms',
  'UpdateLegalTerms',
  'UpdateAvailability',
] as const;
