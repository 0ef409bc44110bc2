/** An agreement between a seller and a buyer as AWS holds it, in readable form. AWS adds statuses: they are open text. */
import { z } from 'zod';
import { accountKeySchema, instantSchema } from '../primitives.ts';
import { readableTermSchema } from '../offer/offer.ts';

/** The statuses that AWS documents; any other is shown as it comes. */
export const AGREEMENT_STATUSES = [
  'ACTIVE',
  'ARCHIVED',
  'CANCELLED',
  'EXPIRED',
  'RENEWED',
  'REPLACED',
  'ROLLED_BACK',
  'SUPERSEDED',
  'TERMINATED',
] as const;

/**
 * `proposer`: this account sold it and reads it. `manufacturer`: a channel partner sold it and AWS shows this account no more
 * than its events.
 */
export const agreementRoleSchema = z.enum(['proposer', 'manufacturer']);
export type AgreementRole = z.infer<typeof agreementRoleSchema>;

/** How it is offered: told by the offer's copy, `unknown` while the offer has not been read. */
export const agreementAudienceSchema = z.enum(['private', 'public', 'unknown']);

export const agreementSummarySchema = z.object({
  account: accountKeySchema,
  id: z.string(),
  role: agreementRoleSchema,
  /** AWS's word. */
  status: z.string(),
  /** ACTIVE, but service starts later. */
  startsLater: z.boolean(),
  audience: agreementAudienceSchema,
  productId: z.string(),
  productType: z.string(),
  productTitle: z.string().nullable(),
  offerId: z.string(),
  offerName: z.string().nullable(),
  offerSetId: z.string().nullable(),
  resaleAuthorizationId: z.string().nullable(),
  /** 12 digits each. */
  acceptor: z.string(),
  proposer: z.string(),
  acceptedAt: instantSchema.nullable(),
  startsAt: instantSchema.nullable(),
  /** null for pay as you go. */
  endsAt: instantSchema.nullable(),
  updatedAt: instantSchema.nullable(),
  /** EXPIRE, RENEW, REPLACE or what AWS says. */
  endBehavior: z.string().nullable(),
  endReason: z.string().nullable(),
  initialAgreementId: z.string().nullable(),
  currency: z.string().nullable(),
  /** From AWS's estimate where it was read, else from the accepted terms; decimal text. */
  value: z.string().nullable(),
});
export type AgreementSummary = z.infer<typeof agreementSummarySchema>;

export const chargeSchema = z.object({
  id: z.string().nullable(),
  at: instantSchema.nullable(),
  amount: z.string(),
  currency: z.string(),
});
export type Charge = z.infer<typeof chargeSchema>;

export const invoiceSchema = z.object({
  id: z.string(),
  type: z.string(),
  issuedAt: instantSchema.nullable(),
  /** `2027-03`. */
  period: z.string().nullable(),
  amount: z.string(),
  /** The most that may still be credited; null where AWS does not say. */
  maxAdjustment: z.string().nullable(),
  currency: z.string(),
  issuer: z.string().nullable(),
});
export type Invoice = z.infer<typeof invoiceSchema>;

export const entitlementSchema = z.object({
  resourceId: z.string(),
  resourceType: z.string(),
  type: z.string().nullable(),
  status: z.string(),
  reason: z.string().nullable(),
  licenseArn: z.string().nullable(),
});

/** `invoiced`: an invoice covers it. `due`: its day has come, no invoice shows it. `coming`: later. `cancelled`: the agreement ended before. */
export const paymentStateSchema = z.enum(['invoiced', 'due', 'coming', 'cancelled']);
export type PaymentState = z.infer<typeof paymentStateSchema>;

export const paymentSchema = z.object({
  date: z.string(),
  amount: z.string(),
  currency: z.string(),
  state: paymentStateSchema,
  invoiceId: z.string().nullable(),
});
export type Payment = z.infer<typeof paymentSchema>;

/** A part of the page that AWS did not give: which, and why. */
export const missingPartSchema = z.object({
  part: z.enum(['description', 'entitlements', 'charges', 'invoices']),
  code: z.string(),
  message: z.string(),
});
export type MissingPart = z.infer<typeof missingPartSchema>;

export const agreementDetailSchema = z.object({
  summary: agreementSummarySchema,
  /** Who is who where it is one of the accounts set up here. */
  terms: z.array(readableTermSchema),
  /** What the buyer chose: quantities by dimension. */
  chosen: z.object({
    duration: z.string().nullable(),
    quantities: z.array(z.object({ dimensionKey: z.string(), quantity: z.number() })),
    autoRenew: z.boolean().nullable(),
  }),
  payments: z.array(paymentSchema),
  charges: z.array(chargeSchema),
  invoices: z.array(invoiceSchema),
  entitlements: z.array(entitlementSchema),
  /** The offer that AWS generated for the renewal. */
  renewalOfferId: z.string().nullable(),
  /** First to last, this one among them. */
  chain: z.array(agreementSummarySchema),
  missing: z.array(missingPartSchema),
  /** As AWS returned it, signed addresses masked. */
  document: z.unknown(),
  syncedAt: instantSchema.nullable(),
});
export type AgreementDetail = z.infer<typeof agreementDetailSchema>;

/** Columns of the table for spreadsheets, in order; their headings are given under these keys. */
export const AGREEMENT_CSV_COLUMNS = [
  'id',
  'status',
  'account',
  'awsAccountId',
  'product',
  'productId',
  'offer',
  'offerId',
  'audience',
  'buyer',
  'seller',
  'accepted',
  'starts',
  'ends',
  'endBehavior',
  'value',
  'currency',
  'updated',
] as const;
