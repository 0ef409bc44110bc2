/** A public free trial: how long, and what may be used without paying. */
import { parseDuration } from '../../dates/duration.ts';
import { trialDimensions, usageDimensions } from '../kinds.ts';
import { isFreeTrialOffer, isPublicOffer } from '../public-offer.ts';
import type { OfferFacts } from './facts.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'pricing';
const DURATION = 'freeTrial.duration';
const GRANTS = 'freeTrial.grants';
/** The API's own range; the seller guide has other numbers for the console. */
const SHORTEST = 5;
const LONGEST = 31;
const LONGEST_IN_CONSOLE = 90;
export const MOST_TRIAL_UNITS = 2_147_483_646;

/** Checks only public offers that hold a trial, or are one. */
function ofTrial(check: (facts: OfferFacts) => readonly Problem[]): Rule['check'] {
  return (facts) => {
    const { draft } = facts;
    const isTrial = isFreeTrialOffer(draft) || (isPublicOffer(draft) && draft.freeTrial.duration.trim() !== '');
    return isTrial ? check(facts) : [];
  };
}

/** As typed, in days; null where it is no number of days. */
function daysOf({ draft }: OfferFacts): number | null {
  const parts = parseDuration(draft.freeTrial.duration);
  return parts && parts.years === 0 && parts.months === 0 ? parts.days : null;
}

const quantityOf = (text: string) => text.normalize('NFKC').trim();

function isQuantity(text: string): boolean {
  const typed = quantityOf(text);
  return /^\d{1,10}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_TRIAL_UNITS;
}

function missingGrants({ draft, product }: OfferFacts): Problem[] {
  if (product === null) return [];
  const granted = new Set(draft.freeTrial.grants.map(({ dimensionKey }) => dimensionKey));
  const missing = usageDimensions(product).filter(({ key }) => !granted.has(key));
  if (missing.length > 0) {
    const dimensions = missing.slice(0, 5).map(({ key }) => key);
    return [{ path: GRANTS, params: { dimensions: dimensions.join(', '), count: missing.length, context: 'metered' } }];
  }
  return problemIf(granted.size === 0, GRANTS, { context: 'none' });
}

function foreignGrants({ draft, product }: OfferFacts): Problem[] {
  if (product === null) return [];
  const allowed = new Set(trialDimensions(product).map(({ key }) => key));
  return draft.freeTrial.grants.flatMap(({ dimensionKey }, index) =>
    problemIf(!allowed.has(dimensionKey), `${GRANTS}.${index}`, { dimension: dimensionKey }),
  );
}

export const trialRules: readonly Rule[] = [
  {
    id: 'trial-product',
    severity: 'error',
    step: 'product-buyers',
    source: '3.3 Public free trial: FreeTrialPricingTerm alone; INCOMPATIBLE_PRODUCT where a product does not take it',
    stage: 'request',
    check: ({ draft }) =>
      problemIf(isFreeTrialOffer(draft) && draft.product !== null && draft.product.type !== 'SaaSProduct', 'product'),
  },
  {
    id: 'trial-second',
    severity: 'warning',
    step: 'product-buyers',
    source: '3.3 one public free-trial offer per product (TOO_MANY_OFFERS)',
    stage: 'release',
    check: ({ draft, product }) =>
      problemIf(
        isFreeTrialOffer(draft) && draft.target?.state !== 'Released' && product?.publicTerms?.hasFreeTrial === true,
        'product',
      ),
  },
  {
    id: 'trial-duration-missing',
    severity: 'error',
    step,
    source: '3.2 FreeTrialPricingTerm Duration',
    stage: 'release',
    check: ({ draft }) => problemIf(isFreeTrialOffer(draft) && draft.freeTrial.duration.trim() === '', DURATION),
  },
  {
    id: 'trial-duration-invalid',
    severity: 'error',
    step,
    source: '3.2 FreeTrialPricingTerm.Duration: a number of days (INVALID_DURATION)',
    stage: 'request',
    check: ofTrial((facts) => {
      const days = daysOf(facts);
      const isGiven = facts.draft.freeTrial.duration.trim() !== '';
      return problemIf(isGiven && (days === null || days < SHORTEST || days > LONGEST_IN_CONSOLE), DURATION, {
        min: SHORTEST,
        max: LONGEST_IN_CONSOLE,
      });
    }),
  },
  {
    id: 'trial-duration-long',
    severity: 'warning',
    step,
    source: '3.2 FreeTrialPricingTerm.Duration 5–31 days; the seller guide has 7–90 for the console',
    stage: 'release',
    check: ofTrial((facts) => {
      const days = daysOf(facts) ?? 0;
      return problemIf(days > LONGEST && days <= LONGEST_IN_CONSOLE, DURATION, { max: LONGEST });
    }),
  },
  {
    id: 'trial-grants-missing',
    contexts: ['metered', 'none'],
    severity: 'error',
    step,
    source: '3.3 FreeTrial: grants for all metered dimensions (INVALID_GRANTS)',
    stage: 'release',
    fix: 'grant-all-dimensions',
    check: ofTrial(missingGrants),
  },
  {
    id: 'trial-dimension-unknown',
    severity: 'error',
    step,
    source: '3.3 only dimension keys that exist on the product',
    stage: 'release',
    check: ofTrial(foreignGrants),
  },
  {
    id: 'trial-quantity-invalid',
    severity: 'error',
    step,
    source: '3.2 MaxQuantity 1–2 147 483 646, or left out',
    stage: 'request',
    check: ofTrial(({ draft }) =>
      draft.freeTrial.grants.flatMap(({ quantity }, index) =>
        problemIf(quantityOf(quantity) !== '' && !isQuantity(quantity), `${GRANTS}.${index}.quantity`, {
          value: quantity,
          max: MOST_TRIAL_UNITS,
        }),
      ),
    ),
  },
  {
    id: 'trial-quantities-differ',
    severity: 'error',
    step,
    source: '3.3 FreeTrial: same MaxQuantity everywhere (INVALID_GRANTS)',
    stage: 'release',
    check: ofTrial(({ draft }) =>
      problemIf(new Set(draft.freeTrial.grants.map(({ quantity }) => quantityOf(quantity))).size > 1, GRANTS),
    ),
  },
  {
    id: 'trial-refund-policy',
    severity: 'error',
    step: 'terms',
    source: '3.14 UpdateSupportTerms: not for free trial offers (INCOMPATIBLE_TERMS)',
    stage: 'release',
    fix: 'clear-refund-policy',
    check: ({ draft }) => problemIf(isFreeTrialOffer(draft) && draft.refundPolicy.trim() !== '', 'refundPolicy'),
  },
];

/** Asked about private offers, whose drafts may keep a trial from a file or from a public offer. */
export const keptTrialRules: readonly Rule[] = [
  {
    id: 'trial-private',
    severity: 'warning',
    step,
    source: '3.2 FreeTrialPricingTerm: public offers only',
    stage: 'release',
    fix: 'clear-free-trial',
    check: ({ draft }) => problemIf(!isPublicOffer(draft) && draft.freeTrial.duration.trim() !== '', DURATION),
  },
];
