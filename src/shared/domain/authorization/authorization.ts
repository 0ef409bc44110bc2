/** A resale authorization as AWS holds it, in readable form: issued by this account, or received by it. */
import { z } from 'zod';
import { readableTermSchema } from '../offer/offer.ts';
import { dimensionSchema } from '../product/product.ts';
import { accountKeySchema, instantSchema, plainDateSchema } from '../primitives.ts';

/**
 * AWS knows Draft, Active and Restricted; where an active one stands is worked out from its use and today's date (UTC).
 * `authorized`: can be used. `reusable`: used, and can be used again. `consumed`: single use, used. `deactivated`: restricted.
 */
export const AUTHORIZATION_STATES = ['draft', 'authorized', 'reusable', 'consumed', 'expired', 'deactivated'] as const;
export const authorizationStateSchema = z.enum(AUTHORIZATION_STATES);
export type AuthorizationState = z.infer<typeof authorizationStateSchema>;

/** `issued`: this account authorizes a partner. `received`: this account is the partner. */
export const ownershipSchema = z.enum(['issued', 'received']);
export type Ownership = z.infer<typeof ownershipSchema>;

export const authorizationSummarySchema = z.object({
  account: accountKeySchema,
  ownership: ownershipSchema,
  id: z.string(),
  name: z.string(),
  state: authorizationStateSchema,
  productId: z.string(),
  productTitle: z.string().nullable(),
  /** The seller whose product it is; 12 digits. */
  manufacturerAccountId: z.string().nullable(),
  manufacturerName: z.string().nullable(),
  /** The channel partner; 12 digits. */
  resellerAccountId: z.string().nullable(),
  resellerName: z.string().nullable(),
  /** Last day of use, UTC; null = no end. */
  endDate: plainDateSchema.nullable(),
  maxOffers: z.number().int().nullable(),
  /** Offers made from it, as far as AWS tells; null before the document was read. */
  offersCreated: z.number().int().nullable(),
  createdAt: instantSchema.nullable(),
  lastModifiedAt: instantSchema,
  /** True when this machine's journal made it. */
  madeHere: z.boolean(),
});
export type AuthorizationSummary = z.infer<typeof authorizationSummarySchema>;

export const authorizationDetailSchema = z.object({
  summary: authorizationSummarySchema,
  description: z.string(),
  revision: z.string().nullable(),
  pricingModel: z.string().nullable(),
  currency: z.string().nullable(),
  /** Sum of the scheduled charges where there is a schedule; decimal text. */
  totalContractValue: z.string().nullable(),
  /** Empty = any buyer. */
  buyers: z.array(z.string()),
  /** AWS's own word for how far it has been used. */
  extendedStatus: z.string().nullable(),
  /** Custom documents at AWS that can be fetched. */
  documents: z.array(z.enum(['eula', 'reseller-contract'])),
  /** Of the product, as far as the authorization tells: a channel partner sees them nowhere else. */
  dimensions: z.array(dimensionSchema),
  terms: z.array(readableTermSchema),
  rules: z.array(z.unknown()),
  /** The whole document as AWS returned it, signed addresses masked. */
  document: z.unknown(),
  syncedAt: instantSchema,
});
export type AuthorizationDetail = z.infer<typeof authorizationDetailSchema>;
