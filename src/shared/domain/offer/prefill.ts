/** Where a new offer starts from once its product is known: what the product itself tells, nothing invented. */
import { addDays } from '../dates/plain-date.ts';
import type { Product } from '../product/product.ts';
import { createOfferDraft, type OfferDraft, type OfferKind, type ProductParts, type ServiceLength } from './draft.ts';
import {
  contractDimensions,
  kindsForProduct,
  OFFER_KIND_FACTS,
  serviceModesFor,
  trialDimensions,
  usageDimensions,
} from './kinds.ts';

/** Long enough for a buyer's approval, short enough to notice; the wizard asks anyway. */
const OPEN_FOR_DAYS = 30;
/** Within every range that AWS's pages name. */
const TRIAL = 'P14D';
const ONE_YEAR = { months: 'P12M', days: 'P365D' } as const;

/** Rows for everything that the product's dimensions let one price; prices stay empty. */
export function productPartsFor(
  product: Product,
  kind: OfferKind | null = kindsForProduct(product)[0] ?? null,
): ProductParts {
  if (kind === null) return { kind, usagePrices: [], contract: { selection: 'units', rateCards: [] }, grants: [] };
  const facts = OFFER_KIND_FACTS[kind];
  const dimensions = contractDimensions(product, kind);
  const prices = () => dimensions.map(({ key }) => ({ dimensionKey: key, price: '' }));
  return {
    kind,
    usagePrices: facts.usagePrices ? usageDimensions(product).map(({ key }) => ({ dimensionKey: key, price: '' })) : [],
    contract: {
      selection: selectionFor(product, kind),
      rateCards: facts.contract
        ? contractDurations(product, kind).map((duration) => ({ duration, prices: prices() }))
        : [],
    },
    grants: [],
  };
}

export function prefillDraft(options: {
  readonly product: Product;
  /** `YYYY-MM-DD`, UTC: offers expire at the end of a UTC day. */
  readonly today: string;
  /** Put first among the buyers; null where the account does not ask for it. */
  readonly sellerAccountId: string | null;
}): OfferDraft {
  const { product, today, sellerAccountId } = options;
  const { grants, ...parts } = productPartsFor(product);
  const draft = createOfferDraft();
  return {
    ...draft,
    ...parts,
    product: { id: product.id, type: product.type, title: product.title },
    name: `${product.title} ${today}`,
    buyers: sellerAccountId === null ? [] : [sellerAccountId],
    service: parts.kind === null ? draft.service : usualService(parts.kind),
    installments: { ...draft.installments, grants },
    availabilityEndDate: addDays(today, OPEN_FOR_DAYS),
  };
}

function selectionFor(product: Product, kind: OfferKind): OfferDraft['contract']['selection'] {
  const { selections } = OFFER_KIND_FACTS[kind];
  const wanted = product.publicTerms?.constraint === 'Disallowed' ? 'tiers' : 'units';
  return selections.includes(wanted) ? wanted : (selections[0] ?? 'units');
}

function contractDurations(product: Product, kind: OfferKind): string[] {
  const { fixedContractDuration, contractDurationUnit } = OFFER_KIND_FACTS[kind];
  if (fixedContractDuration) return [fixedContractDuration];
  const published = product.publicTerms?.contractDurations ?? [];
  return published.length > 0 ? [...published] : [ONE_YEAR[contractDurationUnit]];
}

function usualService(kind: OfferKind): ServiceLength {
  const mode = serviceModesFor(kind, false)[0];
  return mode === 'duration'
    ? { mode, duration: ONE_YEAR[OFFER_KIND_FACTS[kind].serviceDurationUnit] }
    : { mode: 'buyer-choice' };
}

/** A public free trial of a product: everything that can be tried, without a limit until one is entered. */
export function prefillFreeTrial(product: Product, today: string): OfferDraft {
  return {
    ...createOfferDraft(),
    source: { kind: 'public' },
    kind: 'saas-free-trial',
    product: { id: product.id, type: product.type, title: product.title },
    name: `${product.title} ${today}`,
    freeTrial: {
      duration: TRIAL,
      grants: trialDimensions(product).map(({ key }) => ({ dimensionKey: key, quantity: '' })),
    },
  };
}
