/** Refusals by the rules of release, targeting and legal terms. */
import { describe } from 'vitest';
import { makePdf } from '../../../../support/pdf.ts';
import { onOffer, privateOffer, usagePricing, validity } from '../offer-changes.ts';
import { testRefusals, eula, type Row } from './offer-kinds.ts';

const ROWS: readonly Row[] = [
  // Product and release
  ['a draft product', (at) => privateOffer(at, {}, 'untitled'), 'CreateOffer', 'INCOMPATIBLE_PRODUCT'],
  ['a restricted product', (at) => privateOffer(at, {}, 'shoal'), 'CreateOffer', 'INCOMPATIBLE_PRODUCT'],
  [
    'a private offer for a product billed by the month',
    (at) =>
      privateOffer(
        at,
        {
          UpdatePricingTerms: usagePricing({ 't3.small': '0.05' }),
          UpdateValidityTerms: validity({ AgreementDuration: 'P30D' }),
        },
        'sounding',
      ),
    'UpdateTargeting',
    'INCOMPATIBLE_PRODUCT',
  ],
  ['no name', (at) => privateOffer(at, { UpdateInformation: { Description: 'x' } }), 'ReleaseOffer', 'MISSING_NAME'],
  [
    'no description',
    (at) => privateOffer(at, { UpdateInformation: { Name: 'x' } }),
    'ReleaseOffer',
    'MISSING_DESCRIPTION',
  ],
  ['no legal terms', (at) => privateOffer(at, { UpdateLegalTerms: null }), 'ReleaseOffer', 'MISSING_MANDATORY_TERMS'],
  ['no prices', (at) => privateOffer(at, { UpdatePricingTerms: null }), 'ReleaseOffer', 'MISSING_MANDATORY_TERMS'],
  [
    'no end date',
    (at) => privateOffer(at, { UpdateAvailability: null }),
    'ReleaseOffer',
    'MISSING_AVAILABILITY_END_DATE',
  ],
  ['no buyers', (at) => privateOffer(at, { UpdateTargeting: null }), 'ReleaseOffer', 'MISSING_BUYER_ACCOUNTS'],
  [
    'a second public offer',
    (at) =>
      privateOffer(at, {
        UpdateTargeting: null,
        UpdateAvailability: null,
        UpdateRenewalTerms: { Terms: [{ Type: 'RenewalTerm' }] },
      }),
    'ReleaseOffer',
    'TOO_MANY_OFFERS',
  ],
  [
    'a released offer again',
    () => [onOffer('atlas active', 'ReleaseOffer', {})],
    'ReleaseOffer',
    'INVALID_UPDATE_REQUEST',
  ],
  // Availability
  [
    'an end date in the past',
    (at) => privateOffer(at, { UpdateAvailability: { AvailabilityEndDate: at.day(-1) } }),
    'UpdateAvailability',
    'INVALID_AVAILABILITY_END_DATE',
  ],
  [
    'an end date on a public offer',
    (at) => [onOffer('public atlas', 'UpdateAvailability', { AvailabilityEndDate: at.day(9) })],
    'UpdateAvailability',
    'INVALID_AVAILABILITY_END_DATE',
  ],
  // Targeting
  [
    '27 buyers',
    (at) => {
      const BuyerAccounts = Array.from({ length: 27 }, (_, index) => String(100_000_000_000 + index));
      return privateOffer(at, { UpdateTargeting: { PositiveTargeting: { BuyerAccounts } } });
    },
    'UpdateTargeting',
    'TOO_MANY_BUYER_ACCOUNTS',
  ],
  [
    'a buyer that is no account',
    (at) => privateOffer(at, { UpdateTargeting: { PositiveTargeting: { BuyerAccounts: ['000000000000'] } } }),
    'UpdateTargeting',
    'INVALID_BUYER_ACCOUNTS',
  ],
  [
    'a buyer twice',
    (at) =>
      privateOffer(at, { UpdateTargeting: { PositiveTargeting: { BuyerAccounts: ['777788889999', '777788889999'] } } }),
    'UpdateTargeting',
    'INVALID_BUYER_ACCOUNTS',
  ],
  [
    'a country that is none',
    (at) =>
      privateOffer(at, {
        UpdateTargeting: { PositiveTargeting: { BuyerAccounts: ['777788889999'], CountryCodes: ['XX'] } },
      }),
    'UpdateTargeting',
    'INVALID_COUNTRY_CODES',
  ],
  [
    'countries in and out',
    (at) =>
      privateOffer(at, {
        UpdateTargeting: {
          PositiveTargeting: { BuyerAccounts: ['777788889999'], CountryCodes: ['DE'] },
          NegativeTargeting: { CountryCodes: ['FR'] },
        },
      }),
    'UpdateTargeting',
    'INVALID_TARGETING',
  ],
  [
    'a renewal flag without buyers',
    (at) =>
      privateOffer(at, {
        UpdateTargeting: null,
        UpdateInformation: {
          Name: 'x',
          Description: 'x',
          PreExistingAgreement: { AcquisitionChannel: 'External', PricingModel: 'Contract' },
        },
      }),
    'UpdateInformation',
    'INCOMPATIBLE_PRE_EXISTING_AGREEMENT',
  ],
  // Legal
  [
    'an old standard contract',
    (at) =>
      privateOffer(at, {
        UpdateLegalTerms: {
          Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2019-04-24' }] }],
        },
      }),
    'UpdateLegalTerms',
    'INVALID_LEGAL_DOCUMENTS',
  ],
  [
    'a data subscription contract on software',
    (at) =>
      privateOffer(at, {
        UpdateLegalTerms: {
          Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardDsa', Version: '2019-12-12' }] }],
        },
      }),
    'UpdateLegalTerms',
    'INVALID_LEGAL_DOCUMENTS',
  ],
  [
    'a licence that is no PDF',
    (at) => {
      at.documents.set('https://example.com/eula.pdf', Buffer.from('<html></html>'));
      return privateOffer(at, { UpdateLegalTerms: eula('https://example.com/eula.pdf') });
    },
    'UpdateLegalTerms',
    'INVALID_LEGAL_DOCUMENTS',
  ],
  [
    'a licence with a password',
    (at) => {
      at.documents.set('https://example.com/eula.pdf', makePdf({ trailer: '/Encrypt 6 0 R' }));
      return privateOffer(at, { UpdateLegalTerms: eula('https://example.com/eula.pdf') });
    },
    'UpdateLegalTerms',
    'INVALID_LEGAL_DOCUMENTS',
  ],
  [
    'a licence that is too large',
    (at) => {
      at.documents.set('https://example.com/eula.pdf', makePdf({ padding: 26 * 1024 * 1024 }));
      return privateOffer(at, { UpdateLegalTerms: eula('https://example.com/eula.pdf') });
    },
    'UpdateLegalTerms',
    'LIMIT_EXCEEDED_LEGAL_DOCUMENT_SIZE',
  ],
];

describe('an offer is refused for', () => testRefusals(ROWS));
