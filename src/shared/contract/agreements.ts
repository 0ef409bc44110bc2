/** Agreements with buyers: search, pages, requests about them, what is due next. */
import { z } from 'zod';
import {
  agreementAudienceSchema,
  agreementDetailSchema,
  agreementSummarySchema,
} from '../domain/agreement/agreement.ts';
import {
  accountKeySchema,
  awsAccountIdSchema,
  instantSchema,
  pageRequestSchema,
  plainDateSchema,
  sortDirectionSchema,
} from '../domain/primitives.ts';
import {
  ADJUSTMENT_REASONS,
  agreementRequestSchema,
  CANCELLATION_REASONS,
  requestKindSchema,
} from '../domain/agreement/request.ts';
import { changeSchema } from '../domain/change/change.ts';
import { radarEntrySchema, radarKindSchema } from '../domain/agreement/radar.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { event, method } from './define.ts';
import { draftNoteSchema } from './drafts.ts';

/** In the place of a currency where there is no value. */
export const NO_VALUE = 'none';

export const agreementFilterSchema = z.object({
  /** null = all accounts. */
  account: accountKeySchema.nullable(),
  /** Agreement, offer, buyer or seller id, product title, offer name. */
  text: z.string().max(200).default(''),
  statuses: z.array(z.string().max(40)).default([]),
  productIds: z.array(z.string()).default([]),
  /** Part of the buyer's 12-digit id. */
  buyer: z.string().max(12).default(''),
  offerId: z.string().max(100).default(''),
  audience: agreementAudienceSchema.nullable().default(null),
  /** Active ones that end within so many days from now. */
  endsWithinDays: z.number().int().min(0).max(3650).nullable().default(null),
  acceptedFrom: plainDateSchema.nullable().default(null),
  acceptedTo: plainDateSchema.nullable().default(null),
  endsFrom: plainDateSchema.nullable().default(null),
  endsTo: plainDateSchema.nullable().default(null),
  /** Decimal text; in whatever currency the agreement has. */
  valueFrom: z.string().max(40).default(''),
  /** Of this currency; `none`: whose value AWS does not tell. */
  currency: z.string().max(4).default(''),
});
export type AgreementFilter = z.infer<typeof agreementFilterSchema>;

export const agreementRefSchema = z.object({ account: accountKeySchema, agreementId: z.string() });
export type AgreementRef = z.infer<typeof agreementRefSchema>;

const radarRange = {
  /** null = all accounts. */
  account: accountKeySchema.nullable(),
  /** Empty = all kinds. */
  kinds: z.array(radarKindSchema).default([]),
  /** Both days (UTC) belong to the range. */
  from: plainDateSchema,
  to: plainDateSchema,
};

/** What every request about an agreement says. `confirmedAccountId` is the 12-digit account the user saw. */
const requestBase = agreementRefSchema.extend({
  description: z.string().max(4000).default(''),
  confirmedAccountId: awsAccountIdSchema,
});
/** The last four digits of the seller account, typed by the user: money moves. */
const lastFour = z.string().max(12);
const sentSchema = z.object({ change: changeSchema });

export const AGREEMENT_SORT_KEYS = [
  'updatedAt',
  'acceptedAt',
  'startsAt',
  'endsAt',
  'status',
  'value',
  'productTitle',
  'acceptor',
  'id',
] as const;

export const agreementMethods = {
  'agreements.list': method(
    'One page of agreements from this machine’s copy.',
    pageRequestSchema.extend({
      filter: agreementFilterSchema,
      sortBy: z.enum(AGREEMENT_SORT_KEYS).default('updatedAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({ items: z.array(agreementSummarySchema), total: z.number().int(), syncedAt: instantSchema.nullable() }),
  ),
  'agreements.get': method(
    'One agreement with its terms, payments, entitlements and chain; `refresh` reads it from AWS first.',
    z.strictObject({ account: accountKeySchema, agreementId: z.string(), refresh: z.boolean().default(false) }),
    agreementDetailSchema,
  ),
  'agreements.import': method(
    'Reads one agreement by its id into the copy.',
    z.strictObject({ account: accountKeySchema, agreementId: z.string().trim().min(1).max(100) }),
    agreementSummarySchema,
  ),
  'agreements.sync': method(
    'Starts reading agreements from AWS; `full` reads every agreement again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'agreements.syncProblems': method(
    'Agreements that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'agreements.csv': method(
    'Everything the filter finds as CSV; 12-digit ids keep their zeros.',
    z.strictObject({
      filter: agreementFilterSchema,
      /** Column headings and words for states in the user’s language. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string(), count: z.number().int() }),
  ),
  'agreements.amend': method(
    'Starts a draft that takes the agreement’s place: its current terms, what is still to be paid carried over. Nothing is sent.',
    agreementRefSchema.strict(),
    z.object({ id: z.string(), notes: z.array(draftNoteSchema) }),
  ),
  'agreements.renew': method(
    'Starts a draft of a new offer on the agreement’s terms, flagged as a renewal. Nothing is sent.',
    agreementRefSchema.strict(),
    z.object({ id: z.string(), notes: z.array(draftNoteSchema) }),
  ),
  'agreements.radar': method(
    'One page of what comes up: ends, renewals, deadlines, payments, offers that expire, requests that decide themselves.',
    pageRequestSchema.extend(radarRange).strict(),
    z.object({ items: z.array(radarEntrySchema), total: z.number().int() }),
  ),
  'agreements.radarDays': method(
    'How much of each kind comes up on each day of a range.',
    z.strictObject(radarRange),
    z.object({ days: z.array(z.object({ date: plainDateSchema, kind: radarKindSchema, count: z.number().int() })) }),
  ),
  'agreements.radarCalendar': method(
    'What comes up as an iCalendar file; ids of events stay the same in every export.',
    z.strictObject({
      ...radarRange,
      /** Words in the user’s language: `title`, `kind.<kind>`, `account`, `buyer`, `product`, `agreement`, `offer`, `amount`. */
      texts: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string(), count: z.number().int() }),
  ),
  'agreements.requests': method(
    'One page of requests about agreements from this machine’s copy, newest first.',
    pageRequestSchema.extend({
      /** null = all accounts. */
      account: accountKeySchema.nullable(),
      agreementId: z.string().nullable().default(null),
      kinds: z.array(requestKindSchema).default([]),
      /** Only what somebody still has to decide. */
      openOnly: z.boolean().default(false),
      text: z.string().max(200).default(''),
    }),
    z.object({ items: z.array(agreementRequestSchema), total: z.number().int() }),
  ),
  'agreements.request': method(
    'Reads one request from AWS, with its words.',
    z.strictObject({ account: accountKeySchema, id: z.string() }),
    agreementRequestSchema,
  ),
  'agreements.syncRequests': method(
    'Starts reading the requests about an account’s agreements from AWS.',
    z.strictObject({ account: accountKeySchema }),
    z.object({ jobId: z.string() }),
  ),
  'agreements.requestFacts': method(
    'What an agreement allows: how much may be asked for under its variable payment term; null without one.',
    agreementRefSchema.strict(),
    z.object({
      variable: z
        .object({ currency: z.string(), max: z.string().nullable(), expiration: z.string().nullable() })
        .nullable(),
    }),
  ),
  'agreements.sendCancellation': method(
    'Asks the buyer to cancel an agreement; after 7 days without an answer AWS approves it.',
    requestBase.extend({ reason: z.enum(CANCELLATION_REASONS) }).strict(),
    sentSchema,
  ),
  'agreements.sendPayment': method(
    'Asks the buyer for a payment under a variable payment term.',
    requestBase.extend({ name: z.string().max(200), amount: z.string().max(40), lastFour }).strict(),
    sentSchema,
  ),
  'agreements.sendAdjustment': method(
    'Gives money back on an invoice.',
    requestBase
      .extend({ invoiceId: z.string(), amount: z.string().max(40), reason: z.enum(ADJUSTMENT_REASONS), lastFour })
      .strict(),
    sentSchema,
  ),
  'agreements.withdrawRequest': method(
    'Takes back a request that is still pending; a cancellation request wants a reason.',
    z.strictObject({
      account: accountKeySchema,
      id: z.string(),
      reason: z.string().max(4000).default(''),
      confirmedAccountId: awsAccountIdSchema,
    }),
    sentSchema,
  ),
};

export const agreementEvents = {
  'agreements.changed': event('The copy of an account’s agreements changed.', z.object({ account: accountKeySchema })),
};
