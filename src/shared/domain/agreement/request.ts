/** Requests about an agreement: cancel it, be paid under a variable payment term, give money back on an invoice. */
import { z } from 'zod';
import { accountKeySchema, instantSchema } from '../primitives.ts';

export const REQUEST_KINDS = ['cancellation', 'payment', 'adjustment'] as const;
export const requestKindSchema = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof requestKindSchema>;

/** AWS's reasons for a cancellation; OTHER wants words. */
export const CANCELLATION_REASONS = [
  'INCORRECT_TERMS_ACCEPTED',
  'REPLACING_AGREEMENT',
  'TEST_AGREEMENT',
  'ALTERNATIVE_PROCUREMENT_CHANNEL',
  'PRODUCT_DISCONTINUED',
  'UNINTENDED_RENEWAL',
  'BUYER_DISSATISFACTION',
  'OTHER',
] as const;

export const ADJUSTMENT_REASONS = [
  'INCORRECT_TERMS_ACCEPTED',
  'INCORRECT_METERING',
  'TEST_ENVIRONMENT_CHARGES',
  'ALTERNATIVE_PROCUREMENT_CHANNEL',
  'UNINTENDED_RENEWAL',
  'BUYER_DISSATISFACTION',
  'OTHER',
] as const;

/** The statuses that AWS documents for any of the three; any other is shown as it comes. */
export const REQUEST_STATUSES = [
  'VALIDATING',
  'VALIDATION_FAILED',
  'PENDING_APPROVAL',
  'PENDING',
  'APPROVED',
  'REJECTED',
  'CANCELLED',
  'COMPLETED',
] as const;

/** Still to be decided by the buyer or by AWS. */
export const OPEN_REQUEST_STATUSES: readonly string[] = ['VALIDATING', 'PENDING_APPROVAL', 'PENDING'];

export const agreementRequestSchema = z.object({
  account: accountKeySchema,
  id: z.string(),
  kind: requestKindSchema,
  agreementId: z.string(),
  /** AWS's word. */
  status: z.string(),
  /** Name of a payment request, original invoice of an adjustment, reason code of a cancellation. */
  title: z.string(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** When AWS decides by itself; null where it never does or is not known. */
  decidesAt: instantSchema.nullable(),
  description: z.string(),
  /** Why it was rejected or failed, in AWS's or the buyer's words. */
  statusMessage: z.string(),
  reason: z.string().nullable(),
  productTitle: z.string().nullable(),
  buyer: z.string(),
});
export type AgreementRequest = z.infer<typeof agreementRequestSchema>;

/** Seller's limits of the fields, as the API documents them. */
export const REQUEST_LIMITS = {
  nameMin: 5,
  nameMax: 64,
  paymentDescription: 2000,
  withdrawReason: 2000,
  cancellationDescription: 2000,
  adjustmentDescription: 500,
  paymentDecimals: 8,
  adjustmentDecimals: 2,
} as const;

/** The buyer has so many days to answer a cancellation; then it is approved. */
export const CANCELLATION_DAYS = 7;
