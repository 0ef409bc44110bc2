/** The parts of an offer draft beside price, service and EULA: where it comes from, invoicing, renewal, refund, verification. */
import { z } from 'zod';
import { receivedAuthorizationSchema } from './received-authorization.ts';
import { replacedAgreementSchema } from './replaced-agreement.ts';

const shortText = z.string().max(40);

/** What the offer is made from. It decides the change that creates it, and is never changed afterwards. */
export const offerSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('direct') }),
  /** For everybody who buys the product: names no buyers and does not expire. */
  z.object({ kind: z.literal('public') }),
  /** Takes the place of an agreement made directly with the buyer. */
  z.object({
    kind: z.literal('replacement'),
    agreementId: z.string().max(64),
    replaced: replacedAgreementSchema.optional(),
  }),
  /** A channel partner's offer. */
  z.object({
    kind: z.literal('resale'),
    authorizationId: z.string().max(64),
    received: receivedAuthorizationSchema.optional(),
    /** A fixed price and schedule of the partner's own instead of the markup, which is kept and not sent. */
    ownPrices: z.boolean().optional(),
  }),
  /** Takes the place of an agreement that a channel partner has with the buyer, from an authorization made out for that. */
  z.object({
    kind: z.literal('resale-replacement'),
    authorizationId: z.string().max(64),
    received: receivedAuthorizationSchema.optional(),
    ownPrices: z.boolean().optional(),
    agreementId: z.string().max(64),
    replaced: replacedAgreementSchema.optional(),
  }),
]);
export type OfferSource = z.infer<typeof offerSourceSchema>;

/** One charge of the schedule by which a renewed agreement is paid, as typed. */
export const templateChargeSchema = z.object({
  /** Months or days after the renewed agreement starts. */
  offset: shortText,
  percentage: shortText,
  /** Only with offsets in months; empty = AWS chooses. */
  dayOfMonth: shortText,
});
export type TemplateCharge = z.infer<typeof templateChargeSchema>;

/** Automatic renewal as offered to the buyer, numbers as typed. */
export const renewalTermSchema = z.object({
  /** Days before the end from which nobody can opt in or out any more; empty = AWS's own. */
  lockoutDays: shortText,
  /** Days before the end until which the seller may set the increase within the range. */
  adjustmentDays: shortText,
  /** Empty = as often as the buyer wishes. */
  maxRenewals: shortText,
  /** Values of a form that is not chosen are kept and not sent. */
  priceIncrease: z.object({
    kind: z.enum(['none', 'fixed', 'range']),
    value: shortText,
    min: shortText,
    max: shortText,
    usual: shortText,
  }),
  /** Sent where the offer is paid by a schedule. */
  template: z.object({ unit: z.enum(['months', 'days']), charges: z.array(templateChargeSchema) }),
});
export type RenewalTerm = z.infer<typeof renewalTermSchema>;

/** The only strategy that AWS's schema names. */
export const APPROVAL_STRATEGIES = ['AutoApproveOnExpiration'] as const;

export const customerVerificationSchema = z.object({
  strategy: z.enum(APPROVAL_STRATEGIES),
  /** Days until the buyer counts as approved; empty = AWS's own. */
  days: shortText,
});
export type CustomerVerification = z.infer<typeof customerVerificationSchema>;

/** A free trial: what may be used without paying, for how long. */
export const freeTrialSchema = z.object({
  duration: z.string().max(20),
  /** An empty quantity is no limit. */
  grants: z.array(z.object({ dimensionKey: z.string(), quantity: z.string().max(12) })),
});
export type FreeTrial = z.infer<typeof freeTrialSchema>;
export const EMPTY_FREE_TRIAL: FreeTrial = { duration: '', grants: [] };

/** A dimension that the product gets together with the offer. */
export const newDimensionSchema = z.object({
  key: z.string().max(200),
  name: z.string().max(600),
  description: z.string().max(2000),
  unit: z.string().max(100),
  type: z.enum(['Entitled', 'ExternallyMetered']),
});
export type NewDimension = z.infer<typeof newDimensionSchema>;

export const EMPTY_RENEWAL_TERM: RenewalTerm = {
  lockoutDays: '',
  adjustmentDays: '',
  maxRenewals: '',
  priceIncrease: { kind: 'none', value: '', min: '', max: '', usual: '' },
  template: { unit: 'months', charges: [] },
};
