/** Breaks rules about offers that replace an agreement: each makes a valid amendment first, then breaks the one rule. */
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { ReplacedAgreement } from '../../../src/shared/domain/offer/replaced-agreement.ts';
import { afterExpiry, type Breakable, type Breaker } from './breaker.ts';

const BUYER = '777788889999';

/** As long as AWS lets an agreement run, so that no charge comes after its end. */
const LONG_DAYS = 1800;

/** The draft as an amendment of an agreement with the same kinds of terms, everything still to be paid. */
function amend({ draft, context }: Breakable, changes: Partial<ReplacedAgreement> = {}): void {
  const fixed = draft.installments.enabled;
  const usage = draft.usagePrices.length > 0;
  draft.buyers = [BUYER];
  draft.countryCodes = [];
  draft.service = { mode: 'end-date', endDate: afterExpiry(draft, LONG_DAYS) };
  draft.source = {
    kind: 'replacement',
    agreementId: 'agmt-1111111111111111111111111',
    replaced: {
      status: 'ACTIVE',
      proposer: context.sellerAccountId ?? '',
      buyer: BUYER,
      termTypes: [
        fixed ? 'FixedUpfrontPricingTerm' : 'ConfigurableUpfrontPricingTerm',
        ...(usage ? ['UsageBasedPricingTerm'] : []),
      ],
      endDate: draft.service.endDate,
      currency: draft.currency,
      pending: draft.installments.schedule.map(({ date, amount }) => ({ date, amount })),
      charged: '0',
      readAt: `${context.today}T00:00:00Z`,
      ...changes,
    },
  };
}

/** The same by a channel partner, from an authorization that sells what the draft sells. */
export function amendResold(all: Breakable, changes: Partial<ReplacedAgreement> = {}): void {
  amend(all, changes);
  const { draft } = all;
  const { source } = draft;
  if (source.kind !== 'replacement') return;
  const { schedule } = draft.installments;
  draft.eula = { kind: 'held-by-aws' };
  draft.markup = '0';
  draft.source = {
    ...source,
    kind: 'resale-replacement',
    authorizationId: 'resaleauthz-1111111111111',
    received: {
      name: 'Gold',
      state: 'authorized',
      seller: '111122223333',
      sellerName: 'Lanternfish',
      endDate: '',
      latestStartDate: '',
      netPayment: '',
      buyers: [],
      schedule: schedule.map(({ date, amount }) => ({ date, amount })),
      readAt: source.replaced?.readAt ?? '',
    },
  };
}

const paid = (breakIn: (all: Breakable) => void, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind: 'saas-contract',
  installments: true,
  serviceMode: 'duration',
  changes,
  breakIn,
});

const plain = (breakIn: (all: Breakable) => void, changes: Breaker['changes'] = 'draft'): Breaker => ({
  ...paid(breakIn, changes),
  installments: false,
  serviceMode: 'buyer-choice',
});

const one = (amount: string) => [{ date: '2027-01-01', amount }];

export const replacementBreakers: Readonly<Record<string, Breaker>> = {
  'replacement-unknown': paid((all) => {
    amend(all);
    all.draft.source = { kind: 'replacement', agreementId: 'agmt-1111111111111111111111111' };
  }),
  'replacement-product': {
    ...plain((all) => amend(all, { termTypes: ['UsageBasedPricingTerm'] })),
    kind: 'saas-subscription',
    serviceMode: 'duration',
  },
  'replacement-not-active': paid((all) => amend(all, { status: 'REPLACED' })),
  'replacement-way': paid((all) => amend(all, { resold: true })),
  'replacement-authorization': paid((all) => amendResold(all, { productId: 'prod-another' }), 'own'),
  'replacement-other-seller': paid((all) => amend(all, { proposer: '000000000001' })),
  'replacement-buyers': paid((all) => amend(all, { buyer: '000000000002' })),
  'replacement-end-date': paid((all) => {
    amend(all);
    all.draft.service = { mode: 'end-date', endDate: '' };
  }),
  'replacement-end-past': {
    ...paid((all) => {
      const { draft } = all;
      draft.availabilityEndDate = addDays(all.context.today, 20);
      draft.installments.schedule = [{ date: addDays(all.context.today, 10), amount: '100.00' }];
      amend(all);
      draft.service = { mode: 'end-date', endDate: addDays(all.context.today, 15) };
    }),
  },
  'replacement-pricing': plain((all) => amend(all, { termTypes: ['FixedUpfrontPricingTerm'] })),
  'replacement-usage': paid((all) => amend(all, { termTypes: ['FixedUpfrontPricingTerm', 'UsageBasedPricingTerm'] })),
  'replacement-pending-dropped': paid((all) => amend(all, { pending: one('99999999999') }), 'own'),
  'replacement-double-billing': paid((all) => amend(all, { pending: [], charged: '100.00' }), 'own'),
  'replacement-charged-in-full': plain((all) => amend(all), 'own'),
};
