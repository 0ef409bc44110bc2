/** Private offers at AWS: list, page, publish, follow, addresses. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { findingSchema } from '../domain/offer/finding.ts';
import { offerActionSchema } from '../domain/offer/life/action.ts';
import { differenceSchema, offerDetailSchema, offerStateSchema, offerSummarySchema } from '../domain/offer/offer.ts';
import { productTypeSchema } from '../domain/product/product.ts';
import {
  accountKeySchema,
  awsAccountIdSchema,
  instantSchema,
  pageRequestSchema,
  plainDateSchema,
  sortDirectionSchema,
} from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { done, event, method } from './define.ts';

export const offerFilterSchema = z.object({
  /** null = all accounts. */
  account: accountKeySchema.nullable(),
  text: z.string().max(200).default(''),
  states: z.array(offerStateSchema).default([]),
  productIds: z.array(z.string()).default([]),
  buyer: z.string().max(12).default(''),
  expiresFrom: plainDateSchema.nullable().default(null),
  expiresTo: plainDateSchema.nullable().default(null),
  /** Public offers are hidden unless asked for. */
  privateOnly: z.boolean().default(true),
  /** Public offers and no others. */
  publicOnly: z.boolean().optional(),
  /** Only offers that were hidden on this machine; they are left out otherwise. */
  hidden: z.boolean().optional(),
});
export type OfferFilter = z.infer<typeof offerFilterSchema>;

export const offerRefSchema = z.object({ account: accountKeySchema, offerId: z.string() });
export type OfferRef = z.infer<typeof offerRefSchema>;

export const offerUrlSchema = offerRefSchema.extend({
  name: z.string(),
  productTitle: z.string().nullable(),
  productType: productTypeSchema.nullable(),
  buyers: z.array(z.string()),
  state: offerStateSchema,
  availabilityEndDate: plainDateSchema.nullable(),
  awsAccountId: awsAccountIdSchema,
  accountName: z.string(),
  /** null for drafts: there is nothing to open yet. */
  url: z.string().nullable(),
});
export type OfferUrl = z.infer<typeof offerUrlSchema>;

/** What an action on an offer would send, and what the rules say about it. */
export const offerPlanSchema = offerRefSchema.extend({
  /** 12 digits of the account that it would be sent to. */
  awsAccountId: awsAccountIdSchema,
  action: offerActionSchema,
  name: z.string(),
  productTitle: z.string().nullable(),
  buyers: z.array(z.string()),
  state: offerStateSchema,
  /** Of the offer as it was read; given back when it is sent. */
  revision: z.string(),
  availabilityEndDate: plainDateSchema.nullable(),
  values: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })),
  /** Errors stand in the way; warnings must have been read. */
  findings: z.array(findingSchema),
  /** A service that is long enough for the new last day, to go into the same change set. */
  suggestedDuration: z.string().nullable(),
  /** The request as JSON text; empty where nothing would be sent. */
  request: z.string(),
});
export type OfferPlanReport = z.infer<typeof offerPlanSchema>;

const offerActionInput = z.strictObject({
  account: accountKeySchema,
  offerId: z.string(),
  action: offerActionSchema,
});

export const OFFER_SORT_KEYS = [
  'name',
  'state',
  'productTitle',
  'availabilityEndDate',
  'releasedAt',
  'lastModifiedAt',
  'id',
] as const;

export const offerMethods = {
  'offers.list': method(
    'One page of offers from this machine’s copy.',
    pageRequestSchema.extend({
      filter: offerFilterSchema,
      sortBy: z.enum(OFFER_SORT_KEYS).default('lastModifiedAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({ items: z.array(offerSummarySchema), total: z.number().int(), syncedAt: instantSchema.nullable() }),
  ),
  'offers.get': method(
    'One offer with its terms; `refresh` reads it from AWS first.',
    z.strictObject({ account: accountKeySchema, offerId: z.string(), refresh: z.boolean().default(false) }),
    offerDetailSchema,
  ),
  'offers.sync': method(
    'Starts reading offers from AWS; `full` reads every entity again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'offers.syncProblems': method(
    'Offers that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'offers.urls': method(
    'Addresses of offers: of `refs`, or of everything the filter finds when `refs` is null.',
    z.strictObject({ refs: z.array(offerRefSchema).max(10_000).nullable(), filter: offerFilterSchema.nullable() }),
    z.object({ urls: z.array(offerUrlSchema) }),
  ),
  'offers.urlsText': method(
    'The same as text to save or copy.',
    z.strictObject({
      refs: z.array(offerRefSchema).max(10_000).nullable(),
      filter: offerFilterSchema.nullable(),
      format: z.enum(['csv', 'text', 'markdown']),
      /** Column headings in the user’s language. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string(), count: z.number().int() }),
  ),
  'offers.publish': method(
    'Sends a draft: journal first, identity confirmed, custom EULA uploaded, then one change set. `confirmedAccountId` is the 12-digit account the user saw.',
    z.strictObject({
      draftId: z.string(),
      /** The draft revision the user reviewed; another one refuses. */
      revision: z.number().int(),
      intent: z.enum(['release', 'draft']),
      confirmedAccountId: awsAccountIdSchema,
      /** Rule ids of warnings the user has read. */
      acknowledgedWarnings: z.array(z.string()).default([]),
      /** For a public offer the product that the user was told about: everybody who buys it is concerned. */
      confirmedPublicProductId: z.string().nullable().default(null),
    }),
    z.object({ change: changeSchema }),
  ),
  'offers.plan': method(
    'Reads the offer from AWS and answers what an action (expiry, cancel, rename, renewal, release) would send, and what the rules say. Sends nothing.',
    offerActionInput,
    offerPlanSchema,
  ),
  'offers.change': method(
    'Sends an action that was planned: refused when the offer has changed since, or when the rules stand in the way.',
    offerActionInput.extend({
      /** Of the plan that the user saw. */
      revision: z.string(),
      confirmedAccountId: awsAccountIdSchema,
      /** Rule ids of warnings the user has read. */
      acknowledgedWarnings: z.array(z.string()).default([]),
    }),
    z.object({ change: changeSchema }),
  ),
  'offers.hide': method(
    'Hides offers on this machine, or shows them again. AWS deletes no offers, not even drafts; nothing is sent.',
    z.strictObject({ refs: z.array(offerRefSchema).min(1).max(10_000), hidden: z.boolean() }),
    done,
  ),
  'offers.compare': method(
    'Reads the offer back from AWS and compares it with what the journal meant.',
    z.strictObject({ changeId: z.string() }),
    z.object({ differences: z.array(differenceSchema) }),
  ),
};

export const offerEvents = {
  'offers.changed': event('The copy of an account’s offers changed.', z.object({ account: accountKeySchema })),
};
