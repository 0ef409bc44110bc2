/** Breaks rules about public offers and free trials. Edits of what everybody buys start from the offer as AWS holds it. */
import { EMPTY_RENEWAL_TERM } from '../../../src/shared/domain/offer/draft-terms.ts';
import { createOfferDraft } from '../../../src/shared/domain/offer/draft.ts';
import type { Breakable, Breaker } from './breaker.ts';

type Break = (all: Breakable) => void;

const trial = (breakIn: Break, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind: 'saas-free-trial',
  installments: false,
  changes,
  breakIn,
});

/** The generated draft as a released public offer, unchanged as yet. */
function release({ draft, context }: Breakable): void {
  const { netPayment, customerVerification, renewalTerm, service, availabilityEndDate } = createOfferDraft();
  Object.assign(draft, { netPayment, customerVerification, renewalTerm, service, availabilityEndDate });
  draft.source = { kind: 'public' };
  draft.buyers = [];
  draft.isRenewal = false;
  draft.renewal = null;
  draft.eula = { kind: 'standard', version: '2022-07-14' };
  draft.usagePrices = draft.usagePrices.map((line) => ({ ...line, price: '0.5' }));
  draft.target = { offerId: 'offer-1111111111111', revision: '1', state: 'Released' };
  context.held = structuredClone(draft);
}

const edit = (breakIn: Break): Breaker => ({
  kind: 'saas-subscription',
  installments: false,
  changes: 'own',
  breakIn: (all) => {
    release(all);
    breakIn(all);
  },
});

const ofContract = (breakIn: Break): Breaker => ({
  ...edit((all) => {
    all.draft.currency = 'USD';
    all.draft.renewalTerm = EMPTY_RENEWAL_TERM;
    breakIn(all);
  }),
  kind: 'saas-contract',
  serviceMode: 'buyer-choice',
});

function addDimension({ product }: Breakable, key: string): void {
  product.dimensions.push({ key, name: key, description: key, unit: 'Units', types: ['ExternallyMetered'] });
}

const setPrice = (all: Breakable, index: number, price: string) => {
  all.draft.usagePrices = all.draft.usagePrices.map((line, at) => (at === index ? { ...line, price } : line));
};

export const publicBreakers: Readonly<Record<string, Breaker>> = {
  'public-buyers': trial(({ draft }) => (draft.buyers = ['111122223333']), 'own'),
  'public-currency': trial(({ draft }) => (draft.currency = 'EUR'), 'own'),
  'public-second': ofContract((all) => {
    all.draft.target = null;
    all.context.held = null;
  }),
  'public-price-removed': ofContract((all) => {
    const { contract } = all.draft;
    const [card] = contract.rateCards;
    if (!card) return;
    contract.rateCards = ['P12M', 'P24M'].map((duration) => ({ ...card, duration }));
    all.context.held = structuredClone(all.draft);
    contract.rateCards = contract.rateCards.slice(0, 1);
  }),
  'public-price-mixed': edit((all) => {
    addDimension(all, 'second');
    all.draft.usagePrices.push({ dimensionKey: 'second', price: '0.5' });
    all.context.held = structuredClone(all.draft);
    setPrice(all, 0, '0.6');
    setPrice(all, all.draft.usagePrices.length - 1, '0.4');
  }),
  'public-price-increase': edit((all) => setPrice(all, 0, '0.6')),
  'public-countries-removed': edit(({ draft, context }) => {
    context.held = { ...structuredClone(draft), countryCodes: ['US'] };
    draft.countryCodes = [];
  }),
  'trial-product': trial(({ draft, product }) => {
    product.type = 'AmiProduct';
    if (draft.product) draft.product.type = 'AmiProduct';
  }, 'product'),
  'trial-second': trial(({ product }) => {
    if (product.publicTerms) product.publicTerms.hasFreeTrial = true;
  }, 'product'),
  'trial-duration-missing': trial(({ draft }) => (draft.freeTrial.duration = '')),
  'trial-duration-invalid': trial(({ draft }) => (draft.freeTrial.duration = 'P4D')),
  'trial-duration-long': trial(({ draft }) => (draft.freeTrial.duration = 'P60D')),
  'trial-grants-missing': trial(({ draft }) => (draft.freeTrial.grants = [])),
  'trial-dimension-unknown': trial(({ draft }) =>
    draft.freeTrial.grants.push({ dimensionKey: 'other', quantity: draft.freeTrial.grants[0]?.quantity ?? '' }),
  ),
  'trial-quantity-invalid': trial(
    ({ draft }) => (draft.freeTrial.grants = draft.freeTrial.grants.map((grant) => ({ ...grant, quantity: '0' }))),
  ),
  'trial-quantities-differ': trial((all) => {
    addDimension(all, 'second');
    const { freeTrial } = all.draft;
    freeTrial.grants = [
      ...freeTrial.grants.map((grant) => ({ ...grant, quantity: '7' })),
      { dimensionKey: 'second', quantity: '8' },
    ];
  }),
  'trial-private': {
    kind: 'saas-subscription',
    installments: false,
    changes: 'own',
    breakIn: ({ draft }) => (draft.freeTrial = { duration: 'P14D', grants: [] }),
  },
  'trial-refund-policy': trial(({ draft }) => (draft.refundPolicy = 'No refunds.')),
};
