/** Breaks rules about product, buyers, texts, service length, EULA, renewal, expiry and what AWS holds. */
import { COUNTRY_CODES } from '../../../src/shared/domain/offer/country-codes.ts';
import { addDays, addMonths } from '../../../src/shared/domain/dates/plain-date.ts';
import { lastDayOf } from '../../../src/shared/domain/dates/duration.ts';
import type { Breakable, Breaker } from './breaker.ts';
import { extraBreakers } from './extras.ts';

type Break = (all: Breakable) => void;

const plain = (breakIn: Break, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind: 'saas-contract',
  installments: false,
  serviceMode: 'buyer-choice',
  changes,
  breakIn,
});
const dated = (breakIn: Break): Breaker => ({ ...plain(breakIn), serviceMode: 'dates' });
const ofKind = (kind: Breaker['kind'], breakIn: Break, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind,
  installments: false,
  changes,
  breakIn,
});

const accountIds = (count: number) => Array.from({ length: count }, (_, index) => String(200_000_000_000 + index));

const product: Readonly<Record<string, Breaker>> = {
  'product-missing': plain(({ draft }) => (draft.product = null)),
  'product-unknown': plain(() => undefined, 'product'),
  'product-not-listed': plain(({ product }) => (product.visibility = 'Restricted'), 'product'),
  'product-limited': plain(({ product }) => (product.visibility = 'Limited'), 'product'),
  'public-offer-missing': plain(({ product }) => (product.publicTerms = null), 'product'),
  'private-offer-impossible': ofKind(
    'ami-hourly',
    ({ product }) => {
      if (product.publicTerms) product.publicTerms.hasRecurring = true;
    },
    'product',
  ),
  'kind-missing': plain(({ draft }) => (draft.kind = null)),
  'kind-not-allowed': ofKind(
    'saas-contract-consumption',
    ({ product }) => {
      if (product.publicTerms) product.publicTerms.hasUsagePricing = false;
    },
    'product',
  ),
};

const buyers: Readonly<Record<string, Breaker>> = {
  'buyers-missing': plain(({ draft }) => (draft.buyers = [])),
  'buyer-not-12-digits': plain(({ draft }) => (draft.buyers[0] = '11112222333')),
  'buyer-duplicate': plain(({ draft }) => (draft.buyers = ['111122223333', '111122223333']), 'own'),
  'buyers-too-many': plain(({ draft }) => (draft.buyers = accountIds(27))),
  'buyers-many': plain(({ draft }) => (draft.buyers = accountIds(25)), 'own'),
  'buyer-is-seller': plain(({ draft, context }) => (draft.buyers[0] = context.sellerAccountId ?? ''), 'own'),
  'country-code-invalid': plain(({ draft }) => (draft.countryCodes = ['us'])),
  'country-code-duplicate': plain(({ draft }) => (draft.countryCodes = ['US', 'US']), 'own'),
  'countries-too-many': plain(({ draft }) => (draft.countryCodes = COUNTRY_CODES.slice(0, 245))),
};

const details: Readonly<Record<string, Breaker>> = {
  'name-missing': plain(({ draft }) => (draft.name = '')),
  'name-too-long': plain(({ draft }) => (draft.name = 'a'.repeat(151))),
  'name-characters': plain(({ draft }) => (draft.name = 'Gold <2027>')),
  'name-leading-blank': plain(({ draft }) => (draft.name = ' Gold 2027')),
  'description-missing': plain(({ draft }) => (draft.description = '')),
  'description-characters': plain(({ draft }) => (draft.description = 'Gold <2027>')),
  'description-leading-blank': plain(({ draft }) => (draft.description = ' Gold 2027')),
  'description-too-long': plain(({ draft }) => (draft.description = 'a'.repeat(256))),
  'currency-unknown': plain(({ draft }) => (draft.currency = 'CHF')),
  'currency-usage-prices': ofKind('saas-contract-consumption', ({ draft }) => {
    draft.currency = 'EUR';
    // Prices that the other currency takes as well.
    draft.usagePrices = draft.usagePrices.map((line) => ({ ...line, price: '1' }));
  }),
};

const setDuration =
  (duration: string): Break =>
  ({ draft }) => {
    draft.service = { mode: 'duration', duration };
  };

const service: Readonly<Record<string, Breaker>> = {
  'service-mode-not-allowed': plain(setDuration('P12M')),
  'service-duration-missing': ofKind('saas-subscription', setDuration('')),
  'service-duration-invalid': ofKind('saas-subscription', setDuration('P0D')),
  'service-duration-unit': ofKind('saas-subscription', setDuration('P1M')),
  'service-duration-too-long': ofKind('container-usage', setDuration('P1096D')),
  'service-duration-too-short': {
    ...ofKind('ami-contract', ({ draft, context }) => {
      draft.availabilityEndDate = addDays(context.today, 30);
      draft.installments.duration = 'P12M';
      draft.installments.schedule = [{ date: context.today, amount: '1' }];
      draft.service = { mode: 'duration', duration: 'P12M' };
    }),
    installments: true,
  },
  'service-date-missing': dated(({ draft }) => {
    if (draft.service.mode === 'dates') draft.service.endDate = '';
  }),
  'service-date-invalid': dated(({ draft }) => {
    if (draft.service.mode === 'dates') draft.service.endDate = '2027-02-30';
  }),
  'service-end-before-start': dated(({ draft }) => {
    if (draft.service.mode === 'dates') draft.service.endDate = draft.service.startDate;
  }),
  'service-start-before-expiry': dated(({ draft }) => {
    if (draft.service.mode === 'dates') draft.availabilityEndDate = draft.service.startDate;
  }),
  'service-start-too-late': dated(({ draft, context }) => {
    const startDate = `${addMonths(context.today, 38).slice(0, 8)}01`;
    const duration = draft.contract.rateCards[0]?.duration ?? 'P12M';
    draft.service = { mode: 'dates', startDate, endDate: lastDayOf(startDate, duration) };
  }),
  'service-span-too-long': {
    ...dated(({ draft }) => {
      if (draft.service.mode === 'dates') draft.service.endDate = lastDayOf(draft.service.startDate, 'P61M');
    }),
    installments: true,
  },
};

const lastParts: Readonly<Record<string, Breaker>> = {
  'eula-version-old': plain(({ draft }) => (draft.eula = { kind: 'standard', version: '2019-04-24' })),
  'eula-file-missing': plain(({ draft }) => (draft.eula = { kind: 'custom', file: null }), 'context'),
  'eula-bucket-missing': plain(({ draft, context }) => {
    draft.eula = { kind: 'custom', file: { sha256: 'a'.repeat(64), name: 'eula.pdf', sizeBytes: 1 } };
    context.eulaBucketConfigured = false;
  }, 'context'),
  'eula-file-large': plain(({ draft }) => {
    draft.eula = { kind: 'custom', file: { sha256: 'a'.repeat(64), name: 'eula.pdf', sizeBytes: 10_485_761 } };
  }, 'own'),
  'eula-held-by-other-offer': plain(({ draft }) => (draft.eula = { kind: 'held-by-aws' }), 'own'),
  'renewal-unanswered': plain(({ draft }) => (draft.isRenewal = null), 'own'),
  'renewal-details-missing': plain(({ draft }) => {
    draft.isRenewal = true;
    draft.renewal = null;
  }, 'own'),
  'expiry-missing': plain(({ draft }) => (draft.availabilityEndDate = '')),
  'expiry-invalid': plain(({ draft }) => (draft.availabilityEndDate = '2027-02-30')),
  'expiry-past': plain(({ draft, context }) => (draft.availabilityEndDate = addDays(context.today, -1))),
  'expiry-today': plain(({ draft, context }) => (draft.availabilityEndDate = context.today), 'own'),
};

/** The draft as a change of a released offer that AWS holds in its present form. */
function release({ draft, context }: Breakable): void {
  draft.target = { offerId: 'offer-sampleoffer12', revision: '1', state: 'Released' };
  context.held = structuredClone(draft);
}

const held: Readonly<Record<string, Breaker>> = {
  'locked-after-release': plain((all) => {
    release(all);
    all.draft.buyers = ['444455556666'];
  }, 'context'),
  'service-locked-while-expired': ofKind(
    'saas-subscription',
    (all) => {
      all.draft.availabilityEndDate = addDays(all.context.today, -1);
      release(all);
      all.draft.service = { mode: 'duration', duration: 'P777D' };
    },
    'context',
  ),
  'carried-lost': plain(({ draft }) => draft.carried.terms.push({ Type: 'VariablePaymentTerm' }), 'context'),
};

export const detailBreakers = {
  ...product,
  ...buyers,
  ...details,
  ...service,
  ...lastParts,
  ...held,
  ...extraBreakers,
};
