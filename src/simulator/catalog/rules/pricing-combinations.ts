/** Which priced terms go together, by pricing model and product type. */
import type { PricingModel, ProductType } from '../model.ts';
import { isPrivate } from '../model.ts';
import type { PricingTerm } from '../schema/pricing-terms.ts';
import { pricingTerms, repeated } from './offer-terms.ts';
import type { OfferRule } from './rule.ts';
import { violation } from './rule.ts';

type TermType = PricingTerm['Type'];
const ON = 'UpdatePricingTerms';

const USAGE = 'UsageBasedPricingTerm';
const CONFIGURABLE = 'ConfigurableUpfrontPricingTerm';
const FIXED = 'FixedUpfrontPricingTerm';
const RECURRING = 'RecurringPaymentTerm';
const BYOL = 'ByolPricingTerm';
const FREE_TRIAL = 'FreeTrialPricingTerm';

/** AWS sells usage only on AMI products together with annual contracts or monthly fees. */
const ALLOWED: Readonly<Record<PricingModel, Readonly<Record<ProductType, readonly TermType[]>>>> = {
  Usage: {
    SaaSProduct: [USAGE, FREE_TRIAL],
    AmiProduct: [USAGE, CONFIGURABLE, FIXED, RECURRING, FREE_TRIAL],
    ContainerProduct: [USAGE, FREE_TRIAL],
  },
  Contract: {
    SaaSProduct: [CONFIGURABLE, FIXED, USAGE],
    AmiProduct: [CONFIGURABLE, FIXED],
    ContainerProduct: [CONFIGURABLE, FIXED],
  },
  Byol: { SaaSProduct: [], AmiProduct: [BYOL, FIXED], ContainerProduct: [] },
  Free: {
    SaaSProduct: [USAGE, CONFIGURABLE, FREE_TRIAL],
    AmiProduct: [USAGE, CONFIGURABLE, FREE_TRIAL],
    ContainerProduct: [USAGE, CONFIGURABLE, FREE_TRIAL],
  },
};

/** At least one of these must be there. */
const NEEDED: Readonly<Record<PricingModel, readonly TermType[]>> = {
  Usage: [USAGE, FREE_TRIAL],
  Contract: [CONFIGURABLE, FIXED],
  Byol: [BYOL],
  Free: [USAGE, CONFIGURABLE, FREE_TRIAL],
};

/** A free trial counts as Free although AWS's own update of one says Usage. */
const COMPATIBLE: Readonly<Record<PricingModel, readonly PricingModel[]>> = {
  Usage: ['Usage', 'Free'],
  Contract: ['Contract', 'Free'],
  Byol: ['Byol'],
  Free: ['Free', 'Usage', 'Contract'],
};

export const pricingCombinations: OfferRule = ({ before, after, product }) => {
  const model = after.pricingModel;
  if (model === null) return [];
  const types = pricingTerms(after).map(({ Type }) => Type);
  const has = (type: TermType) => types.includes(type);
  const allowed = ALLOWED[model][product.type];
  const foreign = types.filter((type) => !allowed.includes(type));
  const was = before?.pricingModel ?? null;
  return [
    ...violation(
      was !== null && !COMPATIBLE[was].includes(model),
      'INCOMPATIBLE_PRICING_MODEL',
      ON,
      `PricingModel ${model} cannot replace ${was}.`,
    ),
    ...violation(
      allowed.length === 0,
      'INCOMPATIBLE_PRODUCT',
      ON,
      `PricingModel ${model} is not available for ${product.type}.`,
    ),
    ...repeated(types).flatMap((type) => violation(true, 'DUPLICATE_TERM_TYPES', ON, `Terms holds ${type} twice.`)),
    ...violation(
      allowed.length > 0 && foreign.length > 0,
      'INCOMPATIBLE_TERMS',
      ON,
      `Terms: ${foreign.join(', ')} does not go with PricingModel ${model} on ${product.type}.`,
    ),
    ...violation(
      !types.some((type) => NEEDED[model].includes(type)),
      'MISSING_MANDATORY_TERMS',
      ON,
      `Terms must hold ${NEEDED[model].join(' or ')} for PricingModel ${model}.`,
    ),
    ...violation(
      has(CONFIGURABLE) && has(FIXED),
      'INCOMPATIBLE_TERMS',
      ON,
      `Terms: ${CONFIGURABLE} and ${FIXED} exclude each other.`,
    ),
    ...violation(
      has(FREE_TRIAL) && types.length > 1 && product.type !== 'AmiProduct',
      'INCOMPATIBLE_TERMS',
      ON,
      `Terms: ${FREE_TRIAL} stands alone.`,
    ),
    ...violation(
      (has(CONFIGURABLE) || has(FIXED)) && model === 'Usage' && !has(USAGE),
      'MISSING_MANDATORY_TERMS',
      ON,
      `Terms must hold ${USAGE} beside an annual price.`,
    ),
  ];
};

/** Monthly fees and free trials exist in public offers only. */
export const publicOnlyTerms: OfferRule = ({ after }) => {
  if (!isPrivate(after)) return [];
  const forbidden = pricingTerms(after).filter(({ Type }) => Type === RECURRING || Type === FREE_TRIAL);
  return forbidden.flatMap(({ Type }) =>
    violation(true, 'INCOMPATIBLE_TERMS', [ON, 'UpdateTargeting'], `Terms: ${Type} is for public offers only.`),
  );
};
