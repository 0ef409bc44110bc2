/** Resale authorizations, issued and received, and their drafts on this machine. */
import { z } from 'zod';
import {
  authorizationDetailSchema,
  authorizationStateSchema,
  authorizationSummarySchema,
  ownershipSchema,
} from '../domain/authorization/authorization.ts';
import { authorizationDraftSchema } from '../domain/authorization/draft.ts';
import { listPricesSchema } from '../domain/authorization/discount.ts';
import { authorizationFindingSchema } from '../domain/authorization/finding.ts';
import { changeSchema } from '../domain/change/change.ts';
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
import { draftRecordSchema } from './drafts.ts';

export const authorizationFilterSchema = z.object({
  /** null = all accounts. */
  account: accountKeySchema.nullable(),
  ownership: ownershipSchema.default('issued'),
  text: z.string().max(200).default(''),
  states: z.array(authorizationStateSchema).default([]),
  productIds: z.array(z.string()).default([]),
  /** The channel partner's account, or a part of it. */
  reseller: z.string().max(12).default(''),
  endsFrom: plainDateSchema.nullable().default(null),
  endsTo: plainDateSchema.nullable().default(null),
});
export type AuthorizationFilter = z.infer<typeof authorizationFilterSchema>;

export const AUTHORIZATION_SORT_KEYS = [
  'lastModifiedAt',
  'name',
  'state',
  'productTitle',
  'reseller',
  'endDate',
  'createdAt',
  'offersCreated',
  'id',
] as const;

const oneAuthorization = z.strictObject({ account: accountKeySchema, authorizationId: z.string() });
const heldDocumentSchema = z.enum(['eula', 'reseller-contract']);

const authorizationCopyMethods = {
  'authorizations.list': method(
    'One page of resale authorizations from this machine’s copy.',
    pageRequestSchema.extend({
      filter: authorizationFilterSchema,
      sortBy: z.enum(AUTHORIZATION_SORT_KEYS).default('lastModifiedAt'),
      direction: sortDirectionSchema.default('descending'),
    }),
    z.object({
      items: z.array(authorizationSummarySchema),
      total: z.number().int(),
      syncedAt: instantSchema.nullable(),
    }),
  ),
  'authorizations.get': method(
    'One authorization with its terms; `refresh` reads it from AWS first.',
    oneAuthorization.extend({ refresh: z.boolean().default(false) }),
    authorizationDetailSchema,
  ),
  'authorizations.sync': method(
    'Starts reading the authorizations that the account has issued, and those that others have shared with it; `full` reads every entity again.',
    z.strictObject({ account: accountKeySchema, full: z.boolean().default(false) }),
    z.object({ jobId: z.string() }),
  ),
  'authorizations.syncProblems': method(
    'Authorizations that the last sync could not read; null = of all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ problems: z.array(readProblemSchema) }),
  ),
  'authorizations.partners': method(
    'Channel partners that this account has authorized or named in a draft, the most recent first.',
    z.strictObject({ account: accountKeySchema }),
    z.object({ partners: z.array(z.object({ accountId: awsAccountIdSchema, name: z.string().nullable() })) }),
  ),
  'authorizations.exportText': method(
    'Everything the filter finds, as CSV to save.',
    z.strictObject({
      filter: authorizationFilterSchema,
      /** Column headings and state names in the user’s language. */
      headings: z.record(z.string(), z.string()),
    }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string(), count: z.number().int() }),
  ),
  'authorizations.listPrices': method(
    'Prices of a product’s public offer, from which a discount is counted; null where no public offer is known here.',
    z.strictObject({ account: accountKeySchema, productId: z.string() }),
    z.object({ list: listPricesSchema.nullable() }),
  ),
  'authorizations.fetchDocument': method(
    'Fetches a custom document from the copy that AWS holds.',
    oneAuthorization.extend({ document: heldDocumentSchema }),
    z.object({ suggestedName: z.string(), mediaType: z.string(), base64: z.string() }),
  ),
};

const authorizationWriteMethods = {
  'authorizations.releaseExisting': method(
    'Releases an authorization that stands as a draft at AWS. `confirmedAccountId` is the 12-digit account the user saw.',
    oneAuthorization.extend({ confirmedAccountId: awsAccountIdSchema }),
    z.object({ change: changeSchema }),
  ),
  'authorizations.restrict': method(
    'Deactivates an authorization for good: no new offers from it. `typedName` is its name or id, typed by the user.',
    oneAuthorization.extend({ confirmedAccountId: awsAccountIdSchema, typedName: z.string().max(2000) }),
    z.object({ change: changeSchema }),
  ),
};

const oneDraft = z.strictObject({ id: z.string() });
const draftWithDocument = draftRecordSchema.extend({ document: authorizationDraftSchema });

const authorizationDraftMethods = {
  'authorizations.drafts.list': method(
    'Drafts of authorizations on this machine, newest first; null = all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ drafts: z.array(draftRecordSchema) }),
  ),
  'authorizations.drafts.create': method(
    'Starts an empty draft, one for a product, or one filled from an authorization at AWS, its custom documents carried along. `replace` remembers that the new one is to take its place.',
    z.strictObject({
      account: accountKeySchema,
      productId: z.string().nullable().default(null),
      fromAuthorizationId: z.string().nullable().default(null),
      replace: z.boolean().default(false),
    }),
    z.object({
      draft: draftWithDocument,
      /** Custom documents that could not be fetched from AWS and must be attached again. */
      missingDocuments: z.array(heldDocumentSchema),
    }),
  ),
  'authorizations.drafts.get': method('One draft with its document.', oneDraft, draftWithDocument),
  'authorizations.drafts.save': method(
    'Saves the whole document. A save on an older revision is refused as `conflict`.',
    z.strictObject({ id: z.string(), revision: z.number().int(), document: authorizationDraftSchema }),
    draftRecordSchema,
  ),
  'authorizations.drafts.remove': method('Removes a draft from this machine.', oneDraft, done),
  'authorizations.drafts.preflight': method(
    'What the rules say, against this machine’s copy of the product.',
    oneDraft,
    z.object({ findings: z.array(authorizationFindingSchema) }),
  ),
  'authorizations.drafts.request': method(
    'The exact request that publishing would send for one partner, secrets masked.',
    z.strictObject({
      id: z.string(),
      reseller: z.string().nullable().default(null),
      intent: z.enum(['release', 'draft']),
    }),
    z.object({ json: z.string() }),
  ),
  'authorizations.drafts.attach': method(
    'Keeps a PDF with the draft after checking that AWS can read it; it is uploaded on publishing.',
    z.strictObject({ id: z.string(), name: z.string().max(255), base64: z.string().max(45_000_000) }),
    z.object({ sha256: z.string(), name: z.string(), sizeBytes: z.number().int() }),
  ),
  'authorizations.drafts.publish': method(
    'Sends a draft: one change set for each partner that has none yet, each in the journal. `confirmedAccountId` is the 12-digit account the user saw.',
    z.strictObject({
      draftId: z.string(),
      /** The draft revision the user reviewed; another one refuses. */
      revision: z.number().int(),
      intent: z.enum(['release', 'draft']),
      confirmedAccountId: awsAccountIdSchema,
      /** Rule ids of warnings the user has read. */
      acknowledgedWarnings: z.array(z.string()).default([]),
    }),
    z.object({ changes: z.array(changeSchema) }),
  ),
  'authorizations.drafts.progress': method(
    'The newest write for each partner of a draft.',
    oneDraft,
    z.object({ rows: z.array(z.object({ reseller: z.string(), change: changeSchema.nullable() })) }),
  ),
};

export const authorizationMethods = {
  ...authorizationCopyMethods,
  ...authorizationWriteMethods,
  ...authorizationDraftMethods,
};

export const authorizationEvents = {
  'authorizations.changed': event(
    'The copy of an account’s authorizations changed.',
    z.object({ account: accountKeySchema }),
  ),
  'authorizations.drafts.changed': event(
    'A draft of an authorization was saved, made or removed.',
    z.object({ id: z.string(), account: accountKeySchema }),
  ),
};
