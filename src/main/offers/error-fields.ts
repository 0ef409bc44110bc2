/** Where in the draft an AWS error belongs, by change type and code; one table, so that the wizard can jump to the field. */

interface Place {
  /** Path where nothing more is known. */
  readonly path: string;
  /** More exact places by error code. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** Codes that mean the same place whatever the change. */
const COMMON: Readonly<Record<string, string>> = {
  INCOMPATIBLE_PRODUCT: 'product',
  INVALID_BUYER_ACCOUNTS: 'buyers',
  TOO_MANY_BUYER_ACCOUNTS: 'buyers',
  MISSING_BUYER_ACCOUNTS: 'buyers',
  INCOMPATIBLE_BUYER_ACCOUNTS: 'buyers',
  INVALID_COUNTRY_CODES: 'countryCodes',
  MISSING_COUNTRY_CODES: 'countryCodes',
  INCOMPATIBLE_COUNTRY_CODES: 'countryCodes',
  INVALID_CURRENCY_CODE: 'currency',
  INCOMPATIBLE_CURRENCY_CODE: 'currency',
  INCOMPATIBLE_PAYMENT_SETTINGS: 'currency',
  MISSING_NAME: 'name',
  MISSING_DESCRIPTION: 'description',
  INVALID_AVAILABILITY_END_DATE: 'availabilityEndDate',
  MISSING_AVAILABILITY_END_DATE: 'availabilityEndDate',
  INCOMPATIBLE_PRE_EXISTING_AGREEMENT: 'renewal',
  INVALID_LEGAL_DOCUMENTS: 'eula',
  LIMIT_EXCEEDED_LEGAL_DOCUMENT_SIZE: 'eula',
  MISSING_AGREEMENT_END_DATE: 'service.endDate',
  INCOMPATIBLE_TARGETING: 'buyers',
};

const PLACES: Readonly<Record<string, Place>> = {
  CreateOffer: { path: 'product' },
  UpdateInformation: { path: 'name' },
  UpdateTargeting: { path: 'buyers' },
  UpdateLegalTerms: { path: 'eula' },
  UpdateAvailability: { path: 'availabilityEndDate' },
  UpdateRenewalTerms: {
    path: 'renewalTerm',
    codes: {
      MISSING_PRICE_INCREASE: 'renewalTerm.priceIncrease.kind',
      INVALID_PERCENTAGE_RANGE: 'renewalTerm.priceIncrease.usual',
      INVALID_LOCKOUT_PERIOD: 'renewalTerm.lockoutDays',
      INVALID_ADJUSTMENT_DEADLINE: 'renewalTerm.adjustmentDays',
      MISSING_ADJUSTMENT_DEADLINE: 'renewalTerm.adjustmentDays',
      MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE: 'renewalTerm.template.charges',
      DUPLICATE_CHARGE_DATE_OFFSETS: 'renewalTerm.template.charges',
      INVALID_CHARGE_DATE_OFFSETS: 'renewalTerm.template.charges',
      INVALID_CHARGE_PERCENTAGES: 'renewalTerm.template.charges',
      INVALID_DAY_OF_MONTH: 'renewalTerm.template.charges',
    },
  },
  UpdateNetPaymentTerms: { path: 'netPayment' },
  UpdateSupportTerms: { path: 'refundPolicy' },
  UpdateCustomerVerificationTerms: { path: 'customerVerification' },
  UpdatePricingTerms: {
    path: 'contract.rateCards',
    codes: {
      INCOMPATIBLE_PRICING_MODEL: 'kind',
      DUPLICATE_TERM_TYPES: 'kind',
      MISSING_MANDATORY_TERMS: 'kind',
      INCOMPATIBLE_TERMS: 'kind',
      INCOMPATIBLE_RATE_CARD_CONSTRAINTS: 'contract.selection',
      INVALID_RATE_CARD: 'usagePrices',
      INVALID_GRANTS: 'installments.grants',
      TOO_MANY_GRANTS: 'installments.grants',
      INVALID_DURATION: 'installments.duration',
      MISSING_DURATION: 'installments.duration',
      INVALID_AGREEMENT_DURATION: 'service.duration',
    },
  },
  UpdateValidityTerms: {
    path: 'service.duration',
    codes: {
      INCOMPATIBLE_AGREEMENT_START_DATE: 'service.startDate',
      INVALID_AGREEMENT_START_DATE: 'service.startDate',
      MISSING_AGREEMENT_START_DATE: 'service.startDate',
      INCOMPATIBLE_AGREEMENT_END_DATE: 'service.endDate',
      INVALID_AGREEMENT_END_DATE: 'service.endDate',
      INVALID_AGREEMENT_TIME_INTERVAL: 'service.endDate',
    },
  },
  UpdatePaymentScheduleTerms: {
    path: 'installments.schedule',
    codes: { INCOMPATIBLE_TERMS: 'installments.enabled' },
  },
  ReleaseOffer: {
    path: 'review',
    codes: { MISSING_MANDATORY_TERMS: 'kind', TOO_MANY_OFFERS: 'product', INVALID_UPDATE_REQUEST: 'product' },
  },
};

/** null where the error concerns no field of the draft (the seller's registration, taxes). */
export function findDraftPath(changeType: string, code: string): string | null {
  const place = PLACES[changeType];
  const path = place?.codes?.[code] ?? COMMON[code] ?? place?.path ?? null;
  return path === 'review' ? null : path;
}

/** null for a member that has no field of its own. */
export function findMemberPath(member: string): string | null {
  return MEMBERS[member] ?? null;
}

/** Members of AWS's documents that have one field in the draft. */
const MEMBERS: Readonly<Record<string, string>> = {
  ProductId: 'product',
  Name: 'name',
  Description: 'description',
  BuyerAccounts: 'buyers',
  CountryCodes: 'countryCodes',
  CurrencyCode: 'currency',
  AvailabilityEndDate: 'availabilityEndDate',
  AgreementDuration: 'service.duration',
  AgreementStartDate: 'service.startDate',
  AgreementEndDate: 'service.endDate',
  Schedule: 'installments.schedule',
  ChargeDate: 'installments.schedule',
  ChargeAmount: 'installments.schedule',
  Grants: 'installments.grants',
  MaxQuantity: 'installments.grants',
  OfferSetId: 'offerSetId',
  PaymentDuePeriod: 'netPayment',
  RefundPolicy: 'refundPolicy',
  PriceIncrease: 'renewalTerm.priceIncrease.kind',
  LockoutPeriod: 'renewalTerm.lockoutDays',
  AdjustmentDeadline: 'renewalTerm.adjustmentDays',
  MaxRenewals: 'renewalTerm.maxRenewals',
  TermTemplates: 'renewalTerm.template.charges',
  ExpirationDuration: 'customerVerification.days',
  Documents: 'eula',
  Url: 'eula',
};
