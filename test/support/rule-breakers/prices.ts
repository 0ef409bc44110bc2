/** Breaks rules about usage prices, contract prices and fixed units. */
import { contractDimensions, usageDimensions } from '../../../src/shared/domain/offer/kinds.ts';
import type { PriceLine } from '../../../src/shared/domain/offer/draft.ts';
import { manyDimensions, type Breakable, type Breaker } from './breaker.ts';

type Break = (all: Breakable) => void;

const ccp = (breakIn: Break, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind: 'saas-contract-consumption',
  installments: false,
  serviceMode: 'buyer-choice',
  changes,
  breakIn,
});
const paidCcp = (breakIn: Break, changes: Breaker['changes'] = 'draft'): Breaker => ({
  ...ccp(breakIn, changes),
  installments: true,
  serviceMode: 'duration',
});
const paidAmi = (breakIn: Break): Breaker => ({
  kind: 'ami-contract',
  installments: true,
  changes: 'draft',
  breakIn,
});
const annual = (installments: boolean, breakIn: Break): Breaker => ({
  kind: 'ami-hourly-annual',
  installments,
  changes: 'draft',
  breakIn,
});

const usagePrice = (price: string) =>
  ccp(
    ({ draft }) =>
      (draft.usagePrices = draft.usagePrices.map((line, index) => (index === 0 ? { ...line, price } : line))),
  );
const extraUsage = (line: (all: Breakable) => PriceLine) => ccp((all) => all.draft.usagePrices.push(line(all)));
const firstEntitled = ({ product }: Breakable) => contractDimensions(product, 'saas-contract')[0]?.key ?? '';
const firstMetered = ({ product }: Breakable) => usageDimensions(product)[0]?.key ?? '';

const usage: Readonly<Record<string, Breaker>> = {
  'usage-price-missing': usagePrice(''),
  'usage-price-not-a-number': usagePrice('1,5'),
  'usage-price-negative': usagePrice('-1'),
  'usage-price-too-large': usagePrice('100000001'),
  'usage-price-decimals': usagePrice('0.123456789'),
  'usage-price-zero': { ...usagePrice('0.00'), changes: 'own' },
  'usage-dimension-unknown': extraUsage(() => ({ dimensionKey: 'nothing', price: '1' })),
  'usage-dimension-type': extraUsage((all) => ({ dimensionKey: firstEntitled(all), price: '1' })),
  'usage-dimension-duplicate': extraUsage((all) => ({ dimensionKey: firstMetered(all), price: '1' })),
  'usage-prices-too-many': ccp(({ draft, product }) => {
    const dimensions = manyDimensions(801, 'ExternallyMetered');
    product.dimensions = [...product.dimensions.filter(({ types }) => types.includes('Entitled')), ...dimensions];
    draft.usagePrices = dimensions.map(({ key }) => ({ dimensionKey: key, price: '1' }));
  }, 'product'),
};

/** All cards alike, so that they still price the same dimensions. */
const inEachCard = (change: (prices: PriceLine[], all: Breakable) => PriceLine[]) =>
  ccp((all) => {
    const { contract } = all.draft;
    contract.rateCards = contract.rateCards.map((card) => ({ ...card, prices: change(card.prices, all) }));
  });
const contractPrice = (price: string) =>
  inEachCard((prices) => prices.map((line, index) => (index === 0 ? { ...line, price } : line)));
const firstDuration = (duration: string, serviceMode: Breaker['serviceMode'] = 'buyer-choice'): Breaker => ({
  ...ccp(({ draft }) => {
    const { contract } = draft;
    contract.rateCards = contract.rateCards.slice(0, 1).map((card) => ({ ...card, duration }));
  }),
  ...(serviceMode && { serviceMode }),
});
/** One card for each duration, with the prices of the first. */
const durations = (list: readonly string[]) =>
  ccp(({ draft }) => {
    const prices = draft.contract.rateCards[0]?.prices ?? [];
    draft.contract.rateCards = list.map((duration) => ({ duration, prices }));
  });

const contract: Readonly<Record<string, Breaker>> = {
  'contract-prices-missing': inEachCard((prices) => prices.map((line) => ({ ...line, price: '' }))),
  'rate-card-empty': ccp(({ draft }) => {
    draft.contract.rateCards = [...draft.contract.rateCards.slice(0, 1), { duration: 'P7M', prices: [] }];
  }, 'own'),
  'rate-cards-too-many': durations(['P1M', 'P2M', 'P3M', 'P4M', 'P5M', 'P6M']),
  'rate-cards-differ': {
    ...ccp(({ draft, product }) => {
      const [first, second] = contractDimensions(product, 'saas-contract').map(({ key }) => key);
      draft.contract.rateCards = [
        { duration: 'P12M', prices: [first, second].map((dimensionKey = '') => ({ dimensionKey, price: '1' })) },
        { duration: 'P24M', prices: [{ dimensionKey: first ?? '', price: '1' }] },
      ];
    }),
    needs: ({ product }) => contractDimensions(product, 'saas-contract').length > 1,
  },
  'contract-prices-too-many': ccp(({ draft, product }) => {
    const dimensions = manyDimensions(801, 'Entitled');
    product.dimensions = [...product.dimensions, ...dimensions];
    const prices = dimensions.map(({ key }) => ({ dimensionKey: key, price: '1' }));
    draft.contract.rateCards = [{ duration: 'P12M', prices }];
  }, 'product'),
  'selection-not-allowed': annual(false, ({ draft }) => (draft.contract.selection = 'tiers')),
  'selection-unlike-public-offer': ccp(({ draft, product }) => {
    if (product.publicTerms) {
      product.publicTerms.constraint = draft.contract.selection === 'units' ? 'Disallowed' : 'Allowed';
    }
  }, 'product'),
  'contract-duration-missing': firstDuration(''),
  'contract-duration-invalid': firstDuration('P0M'),
  'contract-duration-unit': firstDuration('P365D'),
  'contract-duration-fixed': annual(false, ({ draft }) => {
    draft.contract.rateCards = draft.contract.rateCards.map((card) => ({ ...card, duration: 'P366D' }));
    draft.service = { mode: 'duration', duration: 'P1095D' };
  }),
  'contract-duration-too-long': firstDuration('P61M'),
  'contract-duration-duplicate': durations(['P12M', 'P1Y']),
  'contract-duration-not-service': firstDuration('P35M', 'dates'),
  'contract-price-not-a-number': contractPrice('abc'),
  'contract-price-negative': contractPrice('-1'),
  'contract-price-too-large': contractPrice('100000001'),
  'contract-price-decimals': contractPrice('1.2345'),
  'contract-price-zero': { ...contractPrice('0'), changes: 'own' },
  'contract-dimension-unknown': inEachCard((prices) => [...prices, { dimensionKey: 'nothing', price: '1' }]),
  'contract-dimension-type': inEachCard((prices, all) => [...prices, { dimensionKey: firstMetered(all), price: '1' }]),
  'contract-dimension-duplicate': inEachCard((prices) => [...prices, ...prices.slice(0, 1)]),
};

const grants = (count: number) =>
  paidCcp(({ draft, product }) => {
    const dimensions = manyDimensions(count, 'Entitled');
    product.dimensions = [...product.dimensions, ...dimensions];
    draft.installments.grants = dimensions.map(({ key }) => ({ dimensionKey: key, quantity: '1' }));
  }, 'product');
const extraGrant = (dimensionKey: (all: Breakable) => string) =>
  paidCcp((all) => all.draft.installments.grants.push({ dimensionKey: dimensionKey(all), quantity: '1' }));
const fixedDuration = (duration: string) =>
  paidAmi(({ draft }) => {
    draft.installments.duration = duration;
    draft.service = { mode: 'duration', duration: 'P60M' };
  });

const fixed: Readonly<Record<string, Breaker>> = {
  'grants-missing': paidCcp(({ draft }) => (draft.installments.grants = [])),
  'grant-quantity-invalid': paidCcp(({ draft }) => {
    draft.installments.grants = draft.installments.grants.map((grant) => ({ ...grant, quantity: '0' }));
  }),
  'grant-dimension-unknown': extraGrant(() => 'nothing'),
  'grant-dimension-type': extraGrant(firstMetered),
  'grant-dimension-duplicate': extraGrant(({ draft }) => draft.installments.grants[0]?.dimensionKey ?? ''),
  'grants-too-many': grants(201),
  'fixed-duration-missing': fixedDuration(''),
  'fixed-duration-invalid': fixedDuration('P0M'),
  'fixed-duration-unit': fixedDuration('P365D'),
  'fixed-duration-fixed': annual(true, ({ draft }) => {
    draft.installments.duration = 'P366D';
    draft.service = { mode: 'duration', duration: 'P1095D' };
  }),
  'fixed-duration-too-long': fixedDuration('P61M'),
  'fixed-duration-not-dates': {
    ...paidCcp(({ draft }) => (draft.installments.duration = 'P59M')),
    serviceMode: 'dates',
  },
  'fixed-duration-not-service': paidCcp(({ draft }) => (draft.installments.duration = 'P59M'), 'own'),
};

export const priceBreakers = { ...usage, ...contract, ...fixed };
