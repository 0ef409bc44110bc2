/** Breaks rules about the terms beside price, service and EULA. */
import { EMPTY_RENEWAL_TERM, type RenewalTerm } from '../../../src/shared/domain/offer/draft-terms.ts';
import type { Breakable, Breaker } from './breaker.ts';

const plain = (breakIn: (all: Breakable) => void, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind: 'saas-contract',
  installments: false,
  serviceMode: 'buyer-choice',
  changes,
  breakIn,
});

const paid = (breakIn: (all: Breakable) => void, changes?: Breaker['changes']): Breaker => ({
  ...plain(breakIn, changes),
  installments: true,
  serviceMode: 'duration',
});

const FIXED: RenewalTerm = {
  ...EMPTY_RENEWAL_TERM,
  priceIncrease: { ...EMPTY_RENEWAL_TERM.priceIncrease, kind: 'fixed', value: '5' },
};
const RANGED: RenewalTerm = {
  ...EMPTY_RENEWAL_TERM,
  adjustmentDays: '20',
  priceIncrease: { ...EMPTY_RENEWAL_TERM.priceIncrease, kind: 'range', min: '0', max: '8', usual: '5' },
};
const CHARGES = [
  { offset: '0', percentage: '50', dayOfMonth: '15' },
  { offset: '6', percentage: '50', dayOfMonth: '' },
];

const renewal = (term: RenewalTerm, patch: Partial<RenewalTerm>) =>
  plain(({ draft }) => (draft.renewalTerm = { ...term, ...patch }));

const template = (charges: RenewalTerm['template']['charges'], unit: 'months' | 'days' = 'months') =>
  paid(({ draft }) => (draft.renewalTerm = { ...FIXED, template: { unit, charges } }));

const increase = (patch: Partial<RenewalTerm['priceIncrease']>, term = RANGED) =>
  renewal(term, { priceIncrease: { ...term.priceIncrease, ...patch } });

const renewals: Readonly<Record<string, Breaker>> = {
  'renewal-term-price-increase-missing': renewal(EMPTY_RENEWAL_TERM, {}),
  'renewal-term-percentage-invalid': increase({ value: '100.5' }, FIXED),
  'renewal-term-range-order': increase({ usual: '9' }),
  'renewal-term-days-invalid': renewal(FIXED, { lockoutDays: '0' }),
  'renewal-term-adjustment-missing': renewal(RANGED, { adjustmentDays: '' }),
  'renewal-term-adjustment-unneeded': renewal(FIXED, { adjustmentDays: '20' }),
  'renewal-term-adjustment-short': renewal(RANGED, { lockoutDays: '20' }),
  'renewal-term-period-too-long': renewal(FIXED, { lockoutDays: '9000' }),
  'renewal-term-max-invalid': renewal(FIXED, { maxRenewals: '0' }),
  'renewal-term-template-missing': template([]),
  'renewal-template-unneeded': plain(
    ({ draft }) => (draft.renewalTerm = { ...FIXED, template: { unit: 'months', charges: CHARGES } }),
    'own',
  ),
  'renewal-template-unverified': { ...template(CHARGES), changes: 'own' },
  'renewal-template-too-long': template(
    Array.from({ length: 87 }, (_, index) => ({
      offset: String(index),
      percentage: index === 0 ? '14' : '1',
      dayOfMonth: '',
    })),
  ),
  'renewal-template-offset-invalid': template([{ offset: '1.5', percentage: '100', dayOfMonth: '' }]),
  'renewal-template-offset-duplicate': template(CHARGES.map((charge) => ({ ...charge, offset: '3' }))),
  'renewal-template-percentage-invalid': template([{ offset: '0', percentage: '0', dayOfMonth: '' }]),
  'renewal-template-sum': template(CHARGES.map((charge) => ({ ...charge, percentage: '49' }))),
  'renewal-template-day-invalid': template(CHARGES.map((charge) => ({ ...charge, dayOfMonth: '32' }))),
};

const DIMENSION = {
  key: 'custom-4',
  name: 'Custom 4',
  description: 'As agreed',
  unit: 'Units',
  type: 'Entitled' as const,
};
const adds = (...dimensions: Partial<typeof DIMENSION>[]): Breaker =>
  plain(({ draft }) => (draft.newDimensions = dimensions.map((patch) => ({ ...DIMENSION, ...patch }))));

const dimensions: Readonly<Record<string, Breaker>> = {
  'new-dimension-key-invalid': adds({ key: 'custom 4' }),
  'new-dimension-key-taken': adds({}, { name: 'Custom 5' }),
  'new-dimension-text-invalid': adds({ unit: '' }),
  'new-dimension-changes-product': { ...adds({}), changes: 'own' },
};

export const extraBreakers: Readonly<Record<string, Breaker>> = {
  ...renewals,
  ...dimensions,
  'net-payment-period': plain(({ draft }) => (draft.netPayment = 'P31D')),
  'refund-policy-too-long': plain(({ draft }) => (draft.refundPolicy = 'a'.repeat(501))),
  'refund-policy-characters': plain(({ draft }) => (draft.refundPolicy = 'We don’t – ever')),
  'refund-policy-blank': plain(({ draft }) => (draft.refundPolicy = ' No refunds.')),
  'refund-policy-unverified': plain(({ draft }) => (draft.refundPolicy = 'No refunds.'), 'own'),
  'verification-days-invalid': plain(
    ({ draft }) => (draft.customerVerification = { strategy: 'AutoApproveOnExpiration', days: 'soon' }),
  ),
  'verification-unverified': plain(
    ({ draft }) => (draft.customerVerification = { strategy: 'AutoApproveOnExpiration', days: '3' }),
    'own',
  ),
  'currency-unverified': plain(({ draft }) => (draft.currency = 'CAD')),
};
