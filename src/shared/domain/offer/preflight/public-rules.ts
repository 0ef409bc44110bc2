/** Public offers: what they cannot hold, and what may still change once everybody can buy them. */
import { compareAmounts, isAmount } from '../../money/amount.ts';
import { compareOffers } from '../compare.ts';
import type { Difference } from '../offer.ts';
import { isFreeTrialOffer, isPublicOffer, isReleasedPublicOffer } from '../public-offer.ts';
import { buyerRules } from './buyer-rules.ts';
import { contractRules } from './contract-rules.ts';
import { detailRules } from './detail-rules.ts';
import { eulaRules } from './eula-rules.ts';
import { extraRules } from './extra-rules.ts';
import type { OfferFacts } from './facts.ts';
import { heldRules } from './held-rules.ts';
import { newDimensionRules } from './new-dimension-rules.ts';
import { productRules } from './product-rules.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';
import { trialRules } from './trial-rules.ts';
import { usageRules } from './usage-rules.ts';

const ofPublic =
  (check: (facts: OfferFacts) => readonly Problem[]): Rule['check'] =>
  (facts) =>
    isPublicOffer(facts.draft) ? check(facts) : [];

interface PriceChange {
  readonly path: string;
  readonly rises: boolean;
  readonly falls: boolean;
  readonly isNew: boolean;
  readonly isGone: boolean;
}

/** How the prices of a released public offer would change; empty while AWS's own are not known. */
function priceChanges({ draft, context }: OfferFacts): PriceChange[] {
  const held = context.held ?? null;
  if (!isReleasedPublicOffer(draft) || held === null) return [];
  return compareOffers(held, draft).flatMap((difference) => {
    const path = priceListOf(difference);
    return path === null ? [] : [{ path, ...directionOf(difference) }];
  });
}

function priceListOf({ path }: Difference): string | null {
  return ['usagePrices', 'contract.rateCards'].find((list) => path.startsWith(`${list}.`)) ?? null;
}

function directionOf({ meant: held, found: wanted }: Difference): Omit<PriceChange, 'path'> {
  const comparable = typeof held === 'string' && typeof wanted === 'string' && isAmount(held) && isAmount(wanted);
  const order = comparable ? compareAmounts(wanted, held) : 0;
  return { rises: order > 0, falls: order < 0, isNew: held === null, isGone: wanted === null };
}

/** One problem a list of prices. */
function atLists(changes: readonly PriceChange[]): Problem[] {
  return [...new Set(changes.map(({ path }) => path))].map((path) => ({ path }));
}

function mixedPrices(facts: OfferFacts): Problem[] {
  const changes = priceChanges(facts);
  const rises = changes.filter((change) => change.rises);
  const others = changes.filter(({ falls, isNew }) => falls || isNew);
  return rises.length > 0 && others.length > 0 ? atLists(rises) : [];
}

const heldRulesOfPublic: readonly Rule[] = [
  {
    id: 'public-price-removed',
    severity: 'error',
    step: 'pricing',
    source: '3.3 rates and durations cannot be removed after release (INCOMPATIBLE_RATES)',
    stage: 'request',
    check: (facts) => atLists(priceChanges(facts).filter(({ isGone }) => isGone)),
  },
  {
    id: 'public-price-mixed',
    severity: 'error',
    step: 'pricing',
    source: '3.8 an increase is not mixed with a decrease or with new dimensions (INVALID_PRICE_CHANGE)',
    stage: 'request',
    check: mixedPrices,
  },
  {
    id: 'public-price-increase',
    severity: 'warning',
    step: 'pricing',
    source: '3.8 one price increase in 120 days (INVALID_PRICE_CHANGE)',
    stage: 'release',
    check: (facts) => (mixedPrices(facts).length > 0 ? [] : atLists(priceChanges(facts).filter(({ rises }) => rises))),
  },
  {
    id: 'public-countries-removed',
    severity: 'error',
    step: 'product-buyers',
    source: '3.1 UpdateTargeting: CountryCodes 1–244; no page says how a limit by country is taken away',
    stage: 'request',
    check: ({ draft, context }) =>
      problemIf(
        isReleasedPublicOffer(draft) && draft.countryCodes.length === 0 && (context.held?.countryCodes.length ?? 0) > 0,
        'countryCodes',
      ),
  },
];

const limits: readonly Rule[] = [
  {
    id: 'public-buyers',
    severity: 'error',
    step: 'product-buyers',
    source: '3.6 private offer = PositiveTargeting.BuyerAccounts',
    stage: 'request',
    fix: 'clear-buyers',
    check: ofPublic(({ draft }) => problemIf(draft.buyers.length > 0, 'buyers')),
  },
  {
    id: 'public-currency',
    severity: 'error',
    step: 'details',
    source: '3.2 CurrencyCode: public offers USD only',
    stage: 'request',
    fix: 'use-usd',
    check: ofPublic(({ draft }) => problemIf(draft.currency !== 'USD', 'currency', { currency: draft.currency })),
  },
  {
    id: 'public-second',
    severity: 'error',
    step: 'product-buyers',
    source: '3.3 one public offer per product (TOO_MANY_OFFERS)',
    stage: 'release',
    check: ofPublic(({ draft, product }) =>
      problemIf(
        draft.target?.state !== 'Released' &&
          !isFreeTrialOffer(draft) &&
          product !== null &&
          product.publicTerms !== null,
        'product',
      ),
    ),
  },
];

export const publicRules: readonly Rule[] = [...limits, ...heldRulesOfPublic, ...trialRules];

/** Dates, instalments, grants and buyers belong to private offers. */
const OF_PUBLIC_OFFERS: ReadonlySet<Rule> = new Set([
  ...publicRules,
  ...productRules,
  ...buyerRules,
  ...detailRules,
  ...newDimensionRules,
  ...usageRules,
  ...contractRules,
  ...eulaRules,
  ...extraRules,
  ...heldRules,
]);
/** Asked about private offers alone. */
const OF_PRIVATE_OFFERS: ReadonlySet<string> = new Set([
  'private-offer-impossible',
  'kind-not-allowed',
  'public-offer-missing',
  'buyers-missing',
  'selection-unlike-public-offer',
  'currency-unverified',
  'currency-usage-prices',
  'net-payment-period',
  'refund-policy-unverified',
  'verification-days-invalid',
  'verification-unverified',
  'service-locked-while-expired',
]);
/** AWS keeps some public offers in forms that are no kind of ours; what else they hold may still change. */
const OF_NEW_OFFERS: ReadonlySet<string> = new Set(['kind-missing', 'product-not-listed']);

export function appliesToPublic(rule: Rule, draft: OfferFacts['draft']): boolean {
  if (!OF_PUBLIC_OFFERS.has(rule)) return false;
  if (draft.target?.state === 'Released' && OF_NEW_OFFERS.has(rule.id)) return false;
  return !OF_PRIVATE_OFFERS.has(rule.id);
}
