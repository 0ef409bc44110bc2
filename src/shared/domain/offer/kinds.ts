/** What can be sold in an offer, one row per kind, after "Which combination is valid" of AWS's API reference. */
import { durationInDays, durationInMonths } from '../dates/duration.ts';
import type { Dimension, Product, ProductType } from '../product/product.ts';
import type { OfferDraft, OfferKind, ServiceLength } from './draft.ts';

export type ServiceMode = ServiceLength['mode'];

export interface OfferKindFacts {
  readonly productTypes: readonly ProductType[];
  readonly pricingModel: 'Contract' | 'Usage' | 'Free';
  /** A price for every metered dimension (UsageBasedPricingTerm). */
  readonly usagePrices: boolean;
  /** Contract prices by duration (ConfigurableUpfrontPricingTerm), or fixed units when paid in instalments. */
  readonly contract: boolean;
  /** Whether fixed units with a payment schedule may take the place of the contract prices. */
  readonly installments: boolean;
  /** How the service length is given, without and with instalments; the first is the usual one. */
  readonly serviceModes: { readonly plain: readonly ServiceMode[]; readonly installments: readonly ServiceMode[] };
  /** `units`: the buyer sets quantities; `tiers`: the buyer picks one dimension. */
  readonly selections: readonly OfferDraft['contract']['selection'][];
  /** Unit of the contract durations, where there are any. */
  readonly contractDurationUnit: 'months' | 'days';
  /** The only contract duration AWS takes here; null = free choice up to `maxLength`. */
  readonly fixedContractDuration: string | null;
  readonly serviceDurationUnit: 'months' | 'days';
  /** The longest contract and the longest service. */
  readonly maxLength: string;
  /** Fixed units need a duration of their own (AMI and container). */
  readonly grantsNeedDuration: boolean;
  /** A service that must outlast a late acceptance: expiry + fixed duration (AMI and container). */
  readonly serviceCoversExpiry: boolean;
}

const saasContract: OfferKindFacts = {
  productTypes: ['SaaSProduct'],
  pricingModel: 'Contract',
  usagePrices: false,
  contract: true,
  installments: true,
  serviceModes: { plain: ['buyer-choice', 'dates'], installments: ['duration', 'dates'] },
  selections: ['units', 'tiers'],
  contractDurationUnit: 'months',
  fixedContractDuration: null,
  serviceDurationUnit: 'months',
  maxLength: 'P60M',
  grantsNeedDuration: false,
  serviceCoversExpiry: false,
};

const usageOnly: OfferKindFacts = {
  ...saasContract,
  pricingModel: 'Usage',
  usagePrices: true,
  contract: false,
  installments: false,
  serviceModes: { plain: ['duration'], installments: ['duration'] },
  serviceDurationUnit: 'days',
};

const softwareContract: OfferKindFacts = {
  ...saasContract,
  serviceModes: { plain: ['buyer-choice'], installments: ['duration'] },
  grantsNeedDuration: true,
  serviceCoversExpiry: true,
};

/** The table. Whatever differs between kinds is said here and nowhere else. */
export const OFFER_KIND_FACTS: Readonly<Record<OfferKind, OfferKindFacts>> = {
  'saas-contract': saasContract,
  'saas-contract-consumption': { ...saasContract, usagePrices: true },
  'saas-subscription': usageOnly,
  'ami-hourly': { ...usageOnly, productTypes: ['AmiProduct'], maxLength: 'P1095D' },
  'ami-hourly-annual': {
    ...usageOnly,
    productTypes: ['AmiProduct'],
    contract: true,
    installments: true,
    selections: ['units'],
    contractDurationUnit: 'days',
    fixedContractDuration: 'P365D',
    maxLength: 'P1095D',
    grantsNeedDuration: true,
    serviceCoversExpiry: true,
  },
  'ami-contract': { ...softwareContract, productTypes: ['AmiProduct'] },
  'container-contract': { ...softwareContract, productTypes: ['ContainerProduct'] },
  'container-usage': { ...usageOnly, productTypes: ['ContainerProduct'], maxLength: 'P1095D' },
  // A public offer of its own beside the one that is paid for; the trial itself says how long and how much.
  'saas-free-trial': {
    ...usageOnly,
    pricingModel: 'Free',
    usagePrices: false,
    serviceModes: { plain: ['buyer-choice'], installments: ['buyer-choice'] },
  },
};

/** Service modes that fit a kind; `end-date` never, it belongs to replacement offers. */
export function serviceModesFor(kind: OfferKind, installments: boolean): readonly ServiceMode[] {
  const { serviceModes } = OFFER_KIND_FACTS[kind];
  return installments ? serviceModes.installments : serviceModes.plain;
}

/** True where the draft sells fixed units in instalments: switched on, and possible for its kind. */
export function paysInInstallments(draft: Pick<OfferDraft, 'kind' | 'installments'>): boolean {
  return draft.kind !== null && draft.installments.enabled && OFFER_KIND_FACTS[draft.kind].installments;
}

/** Dimensions that usage prices are given for: all of them must be priced. */
export function usageDimensions(product: Pick<Product, 'dimensions'>): Dimension[] {
  return product.dimensions.filter(isMetered);
}

/** Dimensions that contract prices and fixed units may name; for AMI annual prices these are the instance types. */
export function contractDimensions(product: Pick<Product, 'dimensions'>, kind: OfferKind): Dimension[] {
  if (!OFFER_KIND_FACTS[kind].contract) return [];
  return product.dimensions.filter(kind === 'ami-hourly-annual' ? isMetered : isEntitled);
}

/** Dimensions that a free trial grants: all metered ones, or those of a contract where nothing is metered. */
export function trialDimensions(product: Pick<Product, 'dimensions'>): Dimension[] {
  const metered = usageDimensions(product);
  return metered.length > 0 ? metered : product.dimensions.filter(isEntitled);
}

/** True where a duration is of the unit that a kind counts in: months (`P1Y` too) or days. */
export function isDurationOfUnit(duration: string, unit: 'months' | 'days'): boolean {
  return (unit === 'months' ? durationInMonths(duration) : durationInDays(duration)) !== null;
}

/**
 * The kinds of private offer that a product allows, the likeliest first. AWS stores no such field: the public offer's terms tell it
 * best, the dimension types where there are no terms. Empty where AWS allows no private offer at all (AMI monthly, BYOL).
 */
export function kindsForProduct(product: Pick<Product, 'type' | 'dimensions' | 'publicTerms'>): OfferKind[] {
  const { publicTerms: terms } = product;
  const metered = product.dimensions.some(isMetered);
  const entitled = product.dimensions.some(isEntitled);
  const contract = terms !== null && terms.contractDurations.length > 0;
  const usage = terms !== null && terms.hasUsagePricing;
  if (product.type === 'AmiProduct' && terms !== null) {
    if (terms.hasRecurring || (terms.hasByol && !contract && !usage)) return [];
  }
  const told = contract || usage;
  return kindsOf(product.type, {
    usage: metered && (usage || !told),
    contract: contract || (entitled && !told),
    // Without a public offer nobody can tell whether annual prices are allowed beside hourly ones.
    annual: contract || !told,
  });
}

interface Signs {
  readonly usage: boolean;
  readonly contract: boolean;
  readonly annual: boolean;
}

function kindsOf(type: ProductType, { usage, contract, annual }: Signs): OfferKind[] {
  const kinds: OfferKind[] = [];
  switch (type) {
    case 'SaaSProduct':
      if (usage && contract) kinds.push('saas-contract-consumption');
      else if (contract) kinds.push('saas-contract');
      else if (usage) kinds.push('saas-subscription');
      break;
    case 'AmiProduct':
      if (usage && annual) kinds.push('ami-hourly-annual');
      if (usage) kinds.push('ami-hourly');
      if (contract && !usage) kinds.push('ami-contract');
      break;
    case 'ContainerProduct':
      if (contract) kinds.push('container-contract');
      if (usage) kinds.push('container-usage');
      break;
  }
  return kinds;
}

function isMetered(dimension: Dimension): boolean {
  return dimension.types.includes('Metered') || dimension.types.includes('ExternallyMetered');
}

function isEntitled(dimension: Dimension): boolean {
  return dimension.types.includes('Entitled');
}
