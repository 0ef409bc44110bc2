/**
 * The offer draft: the plain document that the wizard edits and that is saved on every change.
 * It may be incomplete and wrong at any time; what a person typed is kept as typed. Rules live in preflight, not here.
 */
import { z } from 'zod';
import { productTypeSchema } from '../product/product.ts';
import {
  customerVerificationSchema,
  freeTrialSchema,
  newDimensionSchema,
  offerSourceSchema,
  renewalTermSchema,
} from './draft-terms.ts';

export const OFFER_DRAFT_VERSION = 2;

/**
 * What is sold, one row of "Which combination is valid" in AWS's API reference. Instalments (flexible payment schedule)
 * and unit/tier pricing are choices within a row.
 */
export const OFFER_KINDS = [
  'saas-contract',
  'saas-contract-consumption',
  'saas-subscription',
  'ami-hourly',
  'ami-hourly-annual',
  'ami-contract',
  'container-contract',
  'container-usage',
  'saas-free-trial',
] as const;
export const offerKindSchema = z.enum(OFFER_KINDS);
export type OfferKind = z.infer<typeof offerKindSchema>;

/** As typed; decimals with a point once accepted by the field. */
const amountText = z.string().max(40);
/** As typed or picked; `YYYY-MM-DD` when complete, empty when not chosen. */
const dateText = z.string().max(20);
const durationText = z.string().max(20);

export const priceLineSchema = z.object({ dimensionKey: z.string(), price: amountText });
export type PriceLine = z.infer<typeof priceLineSchema>;

export const contractRateCardSchema = z.object({ duration: durationText, prices: z.array(priceLineSchema) });

export const installmentSchema = z.object({ date: dateText, amount: amountText });
export type Installment = z.infer<typeof installmentSchema>;

export const serviceLengthSchema = z.discriminatedUnion('mode', [
  /** No ValidityTerm: the buyer's chosen contract duration rules. */
  z.object({ mode: z.literal('buyer-choice') }),
  /** `AgreementDuration`, counted from acceptance. */
  z.object({ mode: z.literal('duration'), duration: durationText }),
  /** Future dated agreement: fixed first and last day of service. */
  z.object({ mode: z.literal('dates'), startDate: dateText, endDate: dateText }),
  /** A fixed last day only (replacement offers; seen on imported offers). */
  z.object({ mode: z.literal('end-date'), endDate: dateText }),
]);
export type ServiceLength = z.infer<typeof serviceLengthSchema>;

export const eulaFileSchema = z.object({ sha256: z.string(), name: z.string(), sizeBytes: z.number().int() });
export type EulaFile = z.infer<typeof eulaFileSchema>;

export const eulaChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standard'), version: z.string() }),
  /** A PDF kept on this machine until publishing uploads it. `file` is null until one is chosen. */
  z.object({ kind: z.literal('custom'), file: eulaFileSchema.nullable() }),
  /** The custom document that AWS already holds for an existing offer; sent again only if it must be. */
  z.object({ kind: z.literal('held-by-aws') }),
]);
export type EulaChoice = z.infer<typeof eulaChoiceSchema>;

export const grantSchema = z.object({ dimensionKey: z.string(), quantity: z.string().max(12) });
export type Grant = z.infer<typeof grantSchema>;

const contractSchema = z.object({
  /** `units`: buyers set quantities (Allowed). `tiers`: buyers pick one dimension (Disallowed). */
  selection: z.enum(['units', 'tiers']),
  rateCards: z.array(contractRateCardSchema),
});

export const renewalSchema = z.object({
  acquisitionChannel: z.enum(['AwsMarketplace', 'External']),
  pricingModel: z.enum(['Byol', 'Free', 'Usage', 'Contract']),
});

/** What depends on the dimensions of one product. */
const productPartsSchema = z.object({
  kind: offerKindSchema.nullable(),
  usagePrices: z.array(priceLineSchema),
  contract: contractSchema,
  grants: z.array(grantSchema),
  newDimensions: z.array(newDimensionSchema).optional(),
  freeTrial: freeTrialSchema.optional(),
});
export type ProductParts = z.infer<typeof productPartsSchema>;

/** The form of the schedule utility, as typed. */
export const scheduleFormSchema = z.object({
  total: amountText,
  frequency: z.enum(['days-15', 'days-30', 'days-90', 'days-365', 'monthly', 'quarterly', 'yearly']),
  count: z.enum(['calendar-days', 'business-days']),
  firstDate: dateText,
  until: z.enum(['installments', 'last-date']),
  installments: z.string().max(6),
  lastDate: dateText,
  remainder: z.enum(['frontload', 'backload']),
  yearlyIncreasePercent: amountText,
});
export type ScheduleForm = z.infer<typeof scheduleFormSchema>;

/** What was typed for a choice that is not taken now. Never sent, never lost. */
export const setAsideSchema = z.object({
  duration: durationText,
  startDate: dateText,
  endDate: dateText,
  eulaFile: eulaFileSchema.nullable(),
  renewal: renewalSchema.nullable(),
  scheduleForm: scheduleFormSchema.nullable(),
  renewalTerm: renewalTermSchema.nullable().optional(),
  customerVerification: customerVerificationSchema.nullable().optional(),
  /** By product id. */
  products: z.record(z.string(), productPartsSchema),
});
export type SetAside = z.infer<typeof setAsideSchema>;

/** A member of a term or rule that we know otherwise, e.g. a new option beside `Price` of one dimension. */
export const carriedMemberSchema = z.object({
  /** Type of the term or rule; `Offer` for the document itself. */
  owner: z.string(),
  /** Way to the member; an entry of a list is named by its key (dimension, duration, date), not by its position. */
  path: z.array(z.string()),
  value: z.unknown(),
});
export type CarriedMember = z.infer<typeof carriedMemberSchema>;

export const offerDraftSchema = z.object({
  schemaVersion: z.literal(OFFER_DRAFT_VERSION),
  source: offerSourceSchema,
  product: z.object({ id: z.string(), type: productTypeSchema, title: z.string() }).nullable(),
  kind: offerKindSchema.nullable(),
  buyers: z.array(z.string().max(40)),
  /** ISO 3166 alpha-2; empty = no limit by country. */
  countryCodes: z.array(z.string().max(2)),
  /** The countries are those that a public offer is not for. */
  excludesCountries: z.boolean().optional(),
  name: z.string().max(2000),
  description: z.string().max(4000),
  currency: z.string().max(3),
  service: serviceLengthSchema,
  /** One price for each metered dimension. */
  usagePrices: z.array(priceLineSchema),
  contract: contractSchema,
  /** Fixed units paid in instalments. When off, grants and schedule are kept but not sent. */
  installments: z.object({
    enabled: z.boolean(),
    grants: z.array(grantSchema),
    /** `FixedUpfrontPricingTerm.Duration`; needed for AMI and container. */
    duration: durationText,
    schedule: z.array(installmentSchema),
  }),
  allowZeroPrices: z.boolean(),
  /** Percentage on top of an authorization's prices; empty = prices of its own. */
  markup: amountText,
  freeTrial: freeTrialSchema,
  /** Dimensions that the product does not have yet and gets with the offer. */
  newDimensions: z.array(newDimensionSchema),
  eula: eulaChoiceSchema,
  /** Answer to "Is this offer intended to renew an existing paid subscription?"; null = not answered yet. */
  isRenewal: z.boolean().nullable(),
  renewal: renewalSchema.nullable(),
  /** `P30D`: how long after an invoice it must be paid; empty = as AWS has it with the buyer. */
  netPayment: durationText,
  /** Shown to the buyer; empty = none. */
  refundPolicy: z.string().max(4000),
  /** null = the agreement does not renew by itself. */
  renewalTerm: renewalTermSchema.nullable(),
  customerVerification: customerVerificationSchema.nullable(),
  availabilityEndDate: dateText,
  /** The offer set that the offer is made for; null = it stands alone. */
  offerSetId: z.string().max(64).nullable(),
  /** Terms, rules and members read from AWS that this version does not edit: shown, carried, never dropped. */
  carried: z.object({
    terms: z.array(z.unknown()),
    rules: z.array(z.unknown()),
    members: z.array(carriedMemberSchema),
  }),
  /** The offer at AWS that this draft changes; null = a new offer. */
  target: z.object({ offerId: z.string(), revision: z.string(), state: z.enum(['Draft', 'Released']) }).nullable(),
  setAside: setAsideSchema.optional(),
});
export type OfferDraft = z.infer<typeof offerDraftSchema>;

/** A fresh, empty draft. */
export function createOfferDraft(): OfferDraft {
  return {
    schemaVersion: OFFER_DRAFT_VERSION,
    source: { kind: 'direct' },
    product: null,
    kind: null,
    buyers: [],
    countryCodes: [],
    name: '',
    description: '',
    currency: 'USD',
    service: { mode: 'buyer-choice' },
    usagePrices: [],
    contract: { selection: 'units', rateCards: [] },
    installments: { enabled: false, grants: [], duration: '', schedule: [] },
    allowZeroPrices: false,
    markup: '',
    freeTrial: { duration: '', grants: [] },
    newDimensions: [],
    eula: { kind: 'standard', version: '2022-07-14' },
    isRenewal: null,
    renewal: null,
    netPayment: '',
    refundPolicy: '',
    renewalTerm: null,
    customerVerification: null,
    availabilityEndDate: '',
    offerSetId: null,
    carried: { terms: [], rules: [], members: [] },
    target: null,
  };
}
