/** What the journal must know of authorizations: how one is read back, compared with its draft, and where AWS's errors belong in it. */
import { compareAuthorizations } from '../../shared/domain/authorization/compare.ts';
import { parseAuthorization } from '../../shared/domain/authorization/parse.ts';
import type { Difference } from '../../shared/domain/offer/offer.ts';
import type { EntityKind } from '../changes/kinds.ts';
import { readAuthorizationDraft } from './draft-versions.ts';
import type { AuthorizationSource } from './index.ts';

export const AUTHORIZATION_TYPE = 'ResaleAuthorization';
/** The tag of an authorization's draft among the documents of the journal. */
export const AUTHORIZATION_DOCUMENT = 'authorization';

/** The state that a change leads to. */
const REACHED: Readonly<Record<string, string>> = {
  ReleaseResaleAuthorization: 'Active',
  RestrictResaleAuthorization: 'Restricted',
};

export function createAuthorizationEntityKind(authorizations: AuthorizationSource): EntityKind {
  return {
    type: AUTHORIZATION_TYPE,
    read: (account, id, signal) => authorizations.read(account, id, signal),
    compare({ document, request }, entity, isMain) {
      if (!isMain) return [];
      const draft = document?.kind === AUTHORIZATION_DOCUMENT ? readAuthorizationDraft(document.value) : null;
      const meant = request.ChangeSet.map(({ ChangeType }) => REACHED[ChangeType]).find((state) => state !== undefined);
      const found = statusOf(entity.document);
      const state: Difference[] = meant !== undefined && meant !== found ? [{ path: 'state', meant, found }] : [];
      if (!draft) return state;
      return [...state, ...compareAuthorizations(draft, parseAuthorization(entity.document, entity, draft.product))];
    },
    pathOf: findPath,
    pathOfMember: (member) => MEMBERS[member] ?? null,
  };
}

function statusOf(document: unknown): unknown {
  return (document as { Status?: unknown } | null)?.Status ?? null;
}

/** Fields by AWS's error code, where one change holds several. */
const CODES: Readonly<Record<string, string>> = {
  INVALID_RESELLER_ACCOUNT: 'resellers',
  INVALID_BUYER_ACCOUNTS: 'buyers',
  INCOMPATIBLE_BUYER_TARGETING: 'buyers',
  INVALID_AVAILABILITY_END_DATE: 'availabilityEndDate',
  INVALID_MAXIMUM_AGREEMENT_START_DATE: 'latestStartDate',
  INVALID_BUYER_LEGAL_DOCUMENTS: 'eula',
  INVALID_RESALE_LEGAL_DOCUMENTS: 'resellerContract',
  INVALID_CHARGE_DATES: 'installments.schedule',
  DUPLICATE_CHARGE_DATES: 'installments.schedule',
  TOO_MANY_SCHEDULED_PAYMENTS: 'installments.schedule',
  INVALID_GRANTS: 'installments.grants',
  TOO_MANY_GRANTS: 'installments.grants',
  MISSING_DURATION: 'installments.duration',
  INVALID_CURRENCY_CODE: 'currency',
  INCOMPATIBLE_CURRENCY_CODE: 'currency',
  INCOMPATIBLE_PAYMENT_SETTINGS: 'currency',
  INVALID_PAYMENT_DUE_PERIOD: 'netPayment',
};

const CHANGES: Readonly<Record<string, string>> = {
  CreateResaleAuthorization: 'product',
  UpdateInformation: 'name',
  UpdateBuyerTargetingTerms: 'buyers',
  UpdatePricingTerms: 'contract',
  UpdatePaymentScheduleTerms: 'installments.schedule',
  UpdateNetPaymentTerms: 'netPayment',
  UpdateBuyerValidityTerms: 'latestStartDate',
  UpdateLegalTerms: 'eula',
  UpdateAvailability: 'validity',
};

function findPath(changeType: string, code: string): string | null {
  return CODES[code] ?? CHANGES[changeType] ?? null;
}

/** Members of AWS's documents that have one field in the draft. */
const MEMBERS: Readonly<Record<string, string>> = {
  ProductId: 'product',
  Name: 'name',
  Description: 'description',
  ResellerAccountId: 'resellers',
  BuyerAccounts: 'buyers',
  CurrencyCode: 'currency',
  AvailabilityEndDate: 'availabilityEndDate',
  OffersMaxQuantity: 'validity',
  MaximumAgreementStartDate: 'latestStartDate',
  PaymentDuePeriod: 'netPayment',
  Schedule: 'installments.schedule',
  ChargeDate: 'installments.schedule',
  ChargeAmount: 'installments.schedule',
  Grants: 'installments.grants',
  MaxQuantity: 'installments.grants',
  Duration: 'installments.duration',
  Documents: 'eula',
  Url: 'eula',
};
