/** Offer sets: the copy of those at AWS, and their drafts on this machine. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { offerSetDraftSchema } from '../domain/offer-set/draft.ts';
import { offerSetFindingSchema } from '../domain/offer-set/finding.ts';
import {
  offerSetDetailSchema,
  offerSetStateSchema,
  offerSetSummarySchema,
  setMemberSchema,
} from '../domain/offer-set/offer-set.ts';
import {
  accountKeySchema,
  awsAccountIdSchema,
  instantSchema,
  pageRequestSchema,
  sortDirectionSchema,
} from '../domain/primitives.ts';
import { readProblemSchema } from '../domain/read-problem.ts';
import { appErrorSchema } from '../errors/app-error.ts';
import { done, event, method } from './define.ts';
import { draftRecordSchema } from './drafts.ts';

export const offerSetFilterSchema = z.object({
  /** null = all accounts. */
  account: accountKeySchema.nullable(),
  text: z.string().max(200).default(''),
  states: z.array(offerSetStateSchema).default([]),
});
export type OfferSetFilter = z.infer<typeof offerSetFilterSchema>;

export const OFFER_SET_SORT_KEYS = [
  'lastModifiedAt',
  'name',
  'state',
  'availabilityEndDate',
  'releasedAt',
  'offerCount',
  'id',
] as const;

const oneSet = z.strictObject({ account: accountKeySchema, offerSetId: z.string() });

const offerSetCopyMethods = {
  'offersets.list': method(
    'One page of offer sets from this machine’s copy.',
    pageRequestSchema.extend({
      filter: offerSetFilterSchema,
      sortBy: z.enum(OFFER_SET_SORT_KEYS).default('lastModifiedAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({ items: z.array(offerSetSummarySchema), total: z.number().int(), syncedAt: instantSchema.nullable() }),
  ),
  'offersets.get': method(
    'One offer set with the offers in it, those made for it, and the agreements that came from it; `refresh` reads it from AWS first.',
    oneSet.extend({ refresh: z.boolean().default(false) }),
    offerSetDetailSchema,
  ),
  'offersets.sync': method(
    'Starts reading offer sets from AWS; `full` reads every entity again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'offersets.syncProblems': method(
    'Offer sets that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
};

const oneDraft = z.strictObject({ id: z.string() });
const draftWithDocument = draftRecordSchema.extend({ document: offerSetDraftSchema });
/** Offers that could not be cloned; what could be is in the draft. */
const clonedDraft = z.object({
  draft: draftWithDocument,
  failed: z.array(z.object({ offerId: z.string(), error: appErrorSchema })),
});
const offerIds = z.array(z.string()).max(50).default([]);
const draftIds = z.array(z.string()).max(50).default([]);

const offerSetDraftMethods = {
  'offersets.drafts.list': method(
    'Drafts of offer sets on this machine, newest first; null = all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ drafts: z.array(draftRecordSchema) }),
  ),
  'offersets.drafts.create': method(
    'Starts a draft of a new set from drafts of offers, and from offers, each of which is cloned to a draft: AWS takes an offer into a set only when it is made. With `offerSetId`: goes on with a set that stands as a draft at AWS.',
    z.strictObject({ account: accountKeySchema, offerSetId: z.string().nullable().default(null), offerIds, draftIds }),
    clonedDraft,
  ),
  'offersets.drafts.add': method(
    'Adds drafts of offers, and clones of offers: to a draft of a new set, or by the ID of a set that exists.',
    z.strictObject({ id: z.string(), revision: z.number().int(), offerIds, draftIds }),
    clonedDraft,
  ),
  'offersets.drafts.get': method('One draft with its document.', oneDraft, draftWithDocument),
  'offersets.drafts.save': method(
    'Saves the whole document. A save on an older revision is refused as `conflict`.',
    z.strictObject({ id: z.string(), revision: z.number().int(), document: offerSetDraftSchema }),
    draftRecordSchema,
  ),
  'offersets.drafts.remove': method(
    'Removes a draft of a set from this machine; drafts of offers stay.',
    oneDraft,
    done,
  ),
  'offersets.drafts.preflight': method(
    'What the rules say, what the copy knows of each offer and draft in it, what else was made or is meant for the set, and the newest write of the draft.',
    oneDraft,
    z.object({
      findings: z.array(offerSetFindingSchema),
      members: z.array(setMemberSchema),
      candidates: z.array(setMemberSchema),
      /** Drafts on this machine that are to be made for a set that exists. */
      drafts: z.array(setMemberSchema),
      change: changeSchema.nullable(),
    }),
  ),
  'offersets.drafts.request': method(
    'The exact request that sending would send; empty where there is nothing to send.',
    z.strictObject({ id: z.string(), intent: z.enum(['release', 'draft']) }),
    z.object({ json: z.string() }),
  ),
  'offersets.drafts.publish': method(
    'Sends a draft as one change set through the journal. `confirmedAccountId` is the 12-digit account the user saw.',
    z.strictObject({
      draftId: z.string(),
      /** The draft revision the user reviewed; another one refuses. */
      revision: z.number().int(),
      intent: z.enum(['release', 'draft']),
      confirmedAccountId: awsAccountIdSchema,
      /** Rule ids of warnings the user has read. */
      acknowledgedWarnings: z.array(z.string()).default([]),
    }),
    z.object({ change: changeSchema }),
  ),
};

export const offerSetMethods = { ...offerSetCopyMethods, ...offerSetDraftMethods };

export const offerSetEvents = {
  'offersets.changed': event('The copy of an account’s offer sets changed.', z.object({ account: accountKeySchema })),
  'offersets.drafts.changed': event(
    'A draft of an offer set was saved, made or removed.',
    z.object({ id: z.string(), account: accountKeySchema }),
  ),
};
