import { describe, expect, it } from 'vitest';
import { refusalErrors } from '../../../../src/main/changes/refusal.ts';
import { createOfferEntityKind } from '../../../../src/main/offers/entity-kind.ts';
import { findDraftPath } from '../../../../src/main/offers/error-fields.ts';
import { createOfferDraft } from '../../../../src/shared/domain/offer/draft.ts';
import { createAppError } from '../../../../src/shared/errors/app-error.ts';

/** Codes of "Asynchronous error codes by change type" that an offer of ours can meet. */
const DOCUMENTED: Readonly<Record<string, readonly string[]>> = {
  CreateOffer: ['INCOMPATIBLE_PRODUCT'],
  UpdateInformation: ['INCOMPATIBLE_PRE_EXISTING_AGREEMENT'],
  UpdateTargeting: [
    'INVALID_BUYER_ACCOUNTS',
    'INVALID_COUNTRY_CODES',
    'INVALID_TARGETING',
    'INCOMPATIBLE_PRODUCT',
    'INCOMPATIBLE_TARGETING',
    'TOO_MANY_BUYER_ACCOUNTS',
    'MISSING_COUNTRY_CODES',
    'INCOMPATIBLE_COUNTRY_CODES',
    'INCOMPATIBLE_BUYER_ACCOUNTS',
  ],
  UpdateLegalTerms: ['INCOMPATIBLE_TERMS', 'INVALID_LEGAL_DOCUMENTS', 'LIMIT_EXCEEDED_LEGAL_DOCUMENT_SIZE'],
  UpdatePricingTerms: [
    'DUPLICATE_DIMENSION_KEYS',
    'DUPLICATE_SELECTORS',
    'DUPLICATE_TERM_TYPES',
    'INCOMPATIBLE_CURRENCY_CODE',
    'INCOMPATIBLE_PAYMENT_SETTINGS',
    'INCOMPATIBLE_PRICING_MODEL',
    'INCOMPATIBLE_PRODUCT',
    'INCOMPATIBLE_RATE_CARD_CONSTRAINTS',
    'INCOMPATIBLE_RATES',
    'INCOMPATIBLE_SELECTOR_DURATION',
    'INCOMPATIBLE_TERMS',
    'INVALID_AGREEMENT_DURATION',
    'INVALID_CURRENCY_CODE',
    'INVALID_DURATION',
    'INVALID_GRANTS',
    'INVALID_RATE_CARD',
    'INVALID_SELECTOR_DURATION_VALUE',
    'MISSING_DURATION',
    'MISSING_MANDATORY_TERMS',
    'TOO_MANY_GRANTS',
    'TOO_MANY_RATE_CARDS',
    'TOO_MANY_RATES',
  ],
  UpdateAvailability: ['INVALID_AVAILABILITY_END_DATE', 'MISSING_AVAILABILITY_END_DATE'],
  UpdateValidityTerms: [
    'INCOMPATIBLE_AGREEMENT_END_DATE',
    'INCOMPATIBLE_AGREEMENT_START_DATE',
    'INCOMPATIBLE_TERMS',
    'INVALID_AGREEMENT_DURATION',
    'INVALID_AGREEMENT_END_DATE',
    'INVALID_AGREEMENT_START_DATE',
    'INVALID_AGREEMENT_TIME_INTERVAL',
    'MISSING_AGREEMENT_START_DATE',
  ],
  UpdatePaymentScheduleTerms: [
    'DUPLICATE_CHARGE_DATES',
    'INCOMPATIBLE_CURRENCY_CODE',
    'INCOMPATIBLE_PAYMENT_SETTINGS',
    'INCOMPATIBLE_TERMS',
    'INVALID_CHARGE_DATES',
    'TOO_MANY_BACKDATED_CHARGES',
    'TOO_MANY_CHARGES',
  ],
  ReleaseOffer: [
    'INCOMPATIBLE_PAYMENT_SETTINGS',
    'INCOMPATIBLE_PRODUCT',
    'INCOMPATIBLE_TARGETING',
    'MISSING_AGREEMENT_END_DATE',
    'MISSING_AVAILABILITY_END_DATE',
    'MISSING_BUYER_ACCOUNTS',
    'MISSING_DESCRIPTION',
    'MISSING_MANDATORY_TERMS',
    'MISSING_NAME',
    'TOO_MANY_OFFERS',
  ],
};

const DRAFT = { ...createOfferDraft(), service: { duration: '', startDate: '', endDate: '' } };

function isInDraft(path: string): boolean {
  let at: unknown = DRAFT;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<string, unknown>)[part];
  }
  return true;
}

describe('AWS errors at fields of the draft', () => {
  const rows = Object.entries(DOCUMENTED).flatMap(([change, codes]) => codes.map((code) => [change, code] as const));

  it.each(rows)('%s %s points at a field that exists', (change, code) => {
    const path = findDraftPath(change, code);
    expect(path).not.toBeNull();
    expect(isInDraft(path ?? '')).toBe(true);
  });

  it.each([
    ['UpdatePaymentScheduleTerms', 'TOO_MANY_BACKDATED_CHARGES', 'installments.schedule'],
    ['UpdateLegalTerms', 'INVALID_LEGAL_DOCUMENTS', 'eula'],
    ['UpdateValidityTerms', 'INVALID_AGREEMENT_START_DATE', 'service.startDate'],
    ['UpdatePricingTerms', 'INVALID_GRANTS', 'installments.grants'],
    ['ReleaseOffer', 'MISSING_BUYER_ACCOUNTS', 'buyers'],
    ['ReleaseOffer', 'MISSING_MANDATORY_TERMS', 'kind'],
  ])('%s %s is about %s', (change, code, path) => {
    expect(findDraftPath(change, code)).toBe(path);
  });

  it.each([
    ['ReleaseOffer', 'INVALID_TAX_INFORMATION'],
    ['ReleaseOffer', 'INCOMPATIBLE_SELLER_VERIFICATION'],
    ['ChangeOfTomorrow', 'CODE_OF_TOMORROW'],
  ])('%s %s is about no field', (change, code) => {
    expect(findDraftPath(change, code)).toBeNull();
  });

  it('maps the fields of a synchronous refusal', () => {
    const error = createAppError('validation-refused', {
      fields: [
        {
          path: 'PositiveTargeting/BuyerAccounts',
          messageKey: 'errors:field.aws',
          params: { changeType: 'UpdateTargeting', message: 'must have 12 digits', reason: 'FieldValidationFailed' },
        },
      ],
    });
    const offers = { read: () => Promise.reject(new Error('nothing is read')), find: () => null };
    const kinds = { entities: [createOfferEntityKind(offers)], calls: [] };
    const request = {
      Catalog: 'AWSMarketplace' as const,
      ChangeSetName: 'n',
      ClientRequestToken: 't',
      ChangeSet: [],
    };
    const intent = { form: 'change-set' as const, document: null, revision: null, request };
    expect(refusalErrors(kinds, { entityType: 'Offer', intent }, error)).toEqual([
      { changeType: 'UpdateTargeting', code: 'FieldValidationFailed', message: 'must have 12 digits', path: 'buyers' },
    ]);
  });
});
