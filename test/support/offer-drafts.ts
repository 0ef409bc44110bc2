/** Valid offer drafts for every kind, with the product they belong to: fast-check generators for properties of any layer. */
import fc from 'fast-check';
import type { Currency } from '../../src/shared/domain/money/currency.ts';
import { addDuration, lastDayOf } from '../../src/shared/domain/dates/duration.ts';
import { addDays, addMonths, daysBetween } from '../../src/shared/domain/dates/plain-date.ts';
import { createOfferDraft, type OfferDraft, type OfferKind } from '../../src/shared/domain/offer/draft.ts';
import {
  contractDimensions,
  OFFER_KIND_FACTS,
  serviceModesFor,
  trialDimensions,
  usageDimensions,
} from '../../src/shared/domain/offer/kinds.ts';
import { anyExtras, type Extras } from './offer-extras.ts';
import type { PreflightContext } from '../../src/shared/domain/offer/preflight/index.ts';
import type { Dimension, Product } from '../../src/shared/domain/product/product.ts';

/** A draft that preflight finds nothing wrong with, on the day `today`, for `product`. */
export interface DraftCase {
  readonly draft: OfferDraft;
  readonly product: Product;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
}

/** What preflight has to know beside the draft: the day, and a seller account with a bucket. */
export function contextOf({ today }: Pick<DraftCase, 'today'>): PreflightContext {
  return { today, sellerAccountId: SELLER_ACCOUNT, eulaBucketConfigured: true };
}

export interface ValidDraftOptions {
  readonly today?: string;
  /** Use this product and its dimensions, e.g. one of the seed world, instead of a made-up one. */
  readonly product?: Product;
  /** Force instalments on or off where the kind allows them; left out = either. */
  readonly installments?: boolean;
  /** Among these where the kind is free to choose; those the seller is paid out in. */
  readonly currencies?: readonly Currency[];
  /** Force a way of giving the service length. */
  readonly serviceMode?: OfferDraft['service']['mode'];
}

const TODAY = '2026-11-21';
export const SELLER_ACCOUNT = '123456789012';
/** 13 characters as AWS makes them. */
const PRODUCT_ID = 'prod-sampleproduct';

/** Valid drafts of one kind; with and without instalments, tiers and units, future dates. */
export function validDraft(kind: OfferKind, options: ValidDraftOptions = {}): fc.Arbitrary<DraftCase> {
  const today = options.today ?? TODAY;
  return (options.product ? fc.constant(options.product) : anyProduct(kind)).chain((product) =>
    kind === 'saas-free-trial'
      ? anyTrial(product).map((draft) => ({ today, product, draft }))
      : anyParts(kind, product, today, options).map((parts) => ({
          today,
          product,
          draft: assemble(kind, product, parts),
        })),
  );
}

/** A public free trial: every metered dimension, as much of each. */
function anyTrial(product: Product): fc.Arbitrary<OfferDraft> {
  return fc
    .record({
      name: anyText(1, 60),
      description: anyText(1, 100),
      days: fc.integer({ min: 5, max: 31 }),
      quantity: fc.constantFrom('', '1', '500'),
      countryCodes: fc.uniqueArray(fc.constantFrom('US', 'DE', 'JP'), { maxLength: 3 }),
      excludes: fc.boolean(),
    })
    .map(({ name, description, days, quantity, countryCodes, excludes }) => ({
      ...createOfferDraft(),
      source: { kind: 'public' },
      product: { id: product.id, type: product.type, title: product.title },
      kind: 'saas-free-trial',
      name,
      description,
      countryCodes,
      ...(excludes && countryCodes.length > 0 && { excludesCountries: true }),
      freeTrial: {
        duration: `P${days}D`,
        grants: trialDimensions(product).map(({ key }) => ({ dimensionKey: key, quantity })),
      },
    }));
}

interface Parts {
  readonly name: string;
  readonly description: string;
  readonly buyers: string[];
  readonly currency: string;
  readonly usagePrices: OfferDraft['usagePrices'];
  readonly contract: OfferDraft['contract'];
  readonly timing: Pick<OfferDraft, 'service' | 'installments' | 'availabilityEndDate'>;
  readonly eula: OfferDraft['eula'];
  readonly renewal: OfferDraft['renewal'];
  readonly extras: Extras;
}

function assemble(kind: OfferKind, product: Product, { timing, extras, ...parts }: Parts): OfferDraft {
  const { service } = timing;
  // A future dated contract is priced for exactly the length of its service.
  const rateCards =
    service.mode === 'dates'
      ? parts.contract.rateCards.slice(0, 1).map((card) => ({ ...card, duration: spanOf(service) }))
      : parts.contract.rateCards;
  return {
    ...createOfferDraft(),
    ...parts,
    ...extras,
    ...timing,
    product: { id: product.id, type: product.type, title: product.title },
    kind,
    contract: { ...parts.contract, rateCards },
    isRenewal: parts.renewal !== null,
  };
}

function spanOf(service: { startDate: string; endDate: string }): string {
  for (let months = 1; months <= 60; months += 1) {
    if (lastDayOf(service.startDate, `P${months}M`) === service.endDate) return `P${months}M`;
  }
  throw new Error(`no whole months from ${service.startDate} to ${service.endDate}`);
}

function anyParts(kind: OfferKind, product: Product, today: string, options: ValidDraftOptions): fc.Arbitrary<Parts> {
  const facts = OFFER_KIND_FACTS[kind];
  const installments = facts.installments
    ? options.installments === undefined
      ? fc.boolean()
      : fc.constant(options.installments)
    : fc.constant(false);
  // Usage prices are in USD alone.
  const currency = facts.usagePrices
    ? fc.constant('USD')
    : fc.constantFrom<string>(...(options.currencies ?? ['USD', 'EUR', 'JPY']));
  return fc.tuple(currency, installments).chain(([money, paid]) =>
    fc.record({
      name: anyText(1, 60),
      description: anyText(1, 100),
      buyers: fc.uniqueArray(anyBuyer, { minLength: 1, maxLength: 24 }),
      currency: fc.constant(money),
      usagePrices: facts.usagePrices ? pricesOf(usageDimensions(product), anyPrice(8, money)) : fc.constant([]),
      contract: facts.contract
        ? anyContract(kind, product, money)
        : fc.constant({ selection: 'units' as const, rateCards: [] }),
      timing: anyTiming(kind, product, { today, currency: money, paid, mode: options.serviceMode }),
      eula: fc.constantFrom<OfferDraft['eula']>(
        { kind: 'standard', version: '2022-07-14' },
        { kind: 'custom', file: { sha256: 'a'.repeat(64), name: 'agreement.pdf', sizeBytes: 20_000 } },
      ),
      renewal: fc.option(
        fc.record({
          acquisitionChannel: fc.constantFrom('AwsMarketplace' as const, 'External' as const),
          pricingModel: fc.constantFrom('Usage' as const, 'Contract' as const),
        }),
      ),
      extras: anyExtras({ renews: facts.contract, paid }),
    }),
  );
}

function anyContract(kind: OfferKind, product: Product, currency: string): fc.Arbitrary<OfferDraft['contract']> {
  const facts = OFFER_KIND_FACTS[kind];
  const dimensions = contractDimensions(product, kind);
  const durations = facts.fixedContractDuration
    ? fc.constant([facts.fixedContractDuration])
    : fc.uniqueArray(fc.constantFrom('P1M', 'P6M', 'P12M', 'P24M', 'P36M', 'P60M'), { minLength: 1, maxLength: 5 });
  const keys = fc.subarray(dimensions, { minLength: 1 });
  const constraint = product.publicTerms?.constraint ?? null;
  const demanded = constraint === null ? null : constraint === 'Allowed' ? ('units' as const) : ('tiers' as const);
  const selections = demanded && facts.selections.includes(demanded) ? [demanded] : facts.selections;
  return fc
    .tuple(durations, keys, fc.constantFrom(...selections))
    .chain(([chosen, priced, selection]) =>
      fc
        .tuple(
          ...chosen.map((duration) => pricesOf(priced, anyPrice(3, currency)).map((prices) => ({ duration, prices }))),
        )
        .map((rateCards) => ({ selection, rateCards })),
    );
}

interface TimingChoice {
  readonly today: string;
  readonly currency: string;
  readonly paid: boolean;
  readonly mode: OfferDraft['service']['mode'] | undefined;
}

function anyTiming(kind: OfferKind, product: Product, choice: TimingChoice): fc.Arbitrary<Parts['timing']> {
  const { today, currency, paid } = choice;
  const facts = OFFER_KIND_FACTS[kind];
  const modes = choice.mode ? [choice.mode] : serviceModesFor(kind, paid);
  return fc
    .record({
      mode: fc.constantFrom(...modes),
      openDays: fc.integer({ min: 0, max: 60 }),
      months: fc.constantFrom(1, 6, 12, 24, 36),
      startsIn: fc.integer({ min: 1, max: 300 }),
      grants: fc.subarray(contractDimensions(product, kind), { minLength: paid ? 1 : 0 }),
      quantity: fc.integer({ min: 1, max: 1000 }),
      charges: fc.integer({ min: 1, max: 60 }),
      amounts: fc.array(anyPrice(2, currency), { minLength: 60, maxLength: 60 }),
      upfront: fc.boolean(),
    })
    .map(({ mode, openDays, months, startsIn, grants, quantity, charges, amounts, upfront }) => {
      const availabilityEndDate = addDays(today, openDays);
      const duration = facts.fixedContractDuration ?? `P${months}M`;
      const service = serviceOf(mode, { kind, today, availabilityEndDate, months, startsIn, duration, paid });
      const first = upfront ? today : addDays(availabilityEndDate, 1);
      const last = lastServiceDay(service, today);
      // One charge may come before the offer expires; the others spread over what is left of the service.
      const room = Math.max(daysBetween(availabilityEndDate, last) - 2, 1);
      const step = Math.max(Math.floor(room / charges), 1);
      const dates = Array.from({ length: Math.min(charges, room) }, (_, index) =>
        index === 0 ? first : addDays(availabilityEndDate, 1 + index * step),
      ).filter((date) => date <= addDays(last, -1));
      return {
        availabilityEndDate,
        service,
        installments: paid
          ? {
              enabled: true,
              grants: grants.map(({ key }) => ({ dimensionKey: key, quantity: String(quantity) })),
              duration: facts.grantsNeedDuration ? duration : '',
              schedule: dates.map((date, index) => ({ date, amount: amounts[index] ?? '1' })),
            }
          : createOfferDraft().installments,
      };
    });
}

interface ServiceChoice {
  readonly kind: OfferKind;
  readonly today: string;
  readonly availabilityEndDate: string;
  readonly months: number;
  readonly startsIn: number;
  readonly duration: string;
  readonly paid: boolean;
}

function serviceOf(mode: OfferDraft['service']['mode'], choice: ServiceChoice): OfferDraft['service'] {
  const facts = OFFER_KIND_FACTS[choice.kind];
  const { availabilityEndDate, today } = choice;
  switch (mode) {
    case 'buyer-choice':
    case 'end-date':
      return { mode: 'buyer-choice' };
    case 'dates': {
      // The first of a month, so that whole months end on a last day that exists.
      const startDate = `${addMonths(addDays(availabilityEndDate, choice.startsIn), 1).slice(0, 8)}01`;
      return { mode, startDate, endDate: lastDayOf(startDate, `P${choice.months}M`) };
    }
    case 'duration': {
      if (!facts.serviceCoversExpiry) {
        const days = Math.max(choice.months * 30, daysBetween(today, availabilityEndDate) + 30);
        // A service has to outlast the expiry by enough days for at least one charge.
        return { mode, duration: facts.serviceDurationUnit === 'days' ? `P${days}D` : `P${choice.months + 3}M` };
      }
      const days = daysBetween(today, addDuration(availabilityEndDate, choice.duration));
      return {
        mode,
        duration: facts.serviceDurationUnit === 'days' ? `P${days}D` : `P${choice.months + 3}M`,
      };
    }
  }
}

function lastServiceDay(service: OfferDraft['service'], today: string): string {
  if (service.mode === 'dates' || service.mode === 'end-date') return service.endDate;
  return service.mode === 'duration' ? lastDayOf(today, service.duration) : addDays(today, 30);
}

function pricesOf(dimensions: readonly Dimension[], price: fc.Arbitrary<string>) {
  return fc
    .tuple(...dimensions.map(() => price))
    .map((prices) => dimensions.map(({ key }, index) => ({ dimensionKey: key, price: prices[index] ?? '1' })));
}

/** Above zero, since zero needs the seller's explicit choice. */
function anyPrice(decimals: number, currency: string): fc.Arbitrary<string> {
  if (currency === 'JPY') return fc.integer({ min: 1, max: 9_999_999 }).map(String);
  const scale = 10 ** decimals;
  return fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: scale - 1 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(decimals, '0')}`);
}

const anyBuyer = fc
  .integer({ min: 0, max: 999_999_999_999 })
  .map((id) => String(id).padStart(12, '0'))
  .filter((id) => id !== SELLER_ACCOUNT && id !== '000000000000');

/** Letters of several scripts, digits and blanks; never a blank at the ends. */
function anyText(min: number, max: number): fc.Arbitrary<string> {
  const letter = fc.constantFrom(...'ABCabc0189äéñ契約優惠软件 -_.,:;()');
  return fc
    .array(letter, { minLength: min, maxLength: max })
    .map((letters) => letters.join('').trim())
    .filter((text) => text.length >= min);
}

function anyProduct(kind: OfferKind): fc.Arbitrary<Product> {
  const facts = OFFER_KIND_FACTS[kind];
  const dimensions = (prefix: string, ...types: Dimension['types']) =>
    fc.integer({ min: 1, max: 6 }).map((count) =>
      Array.from({ length: count }, (_, index) => ({
        key: `${prefix}_${index + 1}`,
        name: `${prefix} ${index + 1}`,
        description: `${prefix} ${index + 1}`,
        unit: prefix === 'seat' ? 'Users' : 'Units',
        types,
      })),
    );
  const none = fc.constant<Dimension[]>([]);
  const annual = kind === 'ami-hourly-annual';
  return fc
    .tuple(
      facts.contract && !annual ? dimensions('seat', 'Entitled') : none,
      facts.usagePrices || kind === 'saas-free-trial'
        ? dimensions('call', facts.productTypes[0] === 'SaaSProduct' ? 'ExternallyMetered' : 'Metered')
        : none,
    )
    .map(([entitled, metered]) => ({
      account: 'account-a',
      id: PRODUCT_ID,
      type: facts.productTypes[0] ?? 'SaaSProduct',
      title: 'Sample Product',
      visibility: 'Public',
      productCode: null,
      sku: null,
      dimensions: [...entitled, ...metered],
      publicTerms: {
        offerId: 'offer-publicsample1',
        hasUsagePricing: facts.usagePrices || kind === 'saas-free-trial',
        contractDurations: facts.contract ? [facts.fixedContractDuration ?? 'P12M'] : [],
        constraint: null,
        hasByol: false,
        hasRecurring: false,
        hasFreeTrial: false,
      },
      revision: '1',
      lastModifiedAt: '2026-01-01T00:00:00Z',
      syncedAt: '2026-01-01T00:00:00Z',
    }));
}
