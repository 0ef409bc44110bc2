/** Drafts of opportunities on this machine: written down as typed, then put at AWS step by step. */
import { z } from 'zod';
import { changeSchema } from '../domain/change/change.ts';
import { opportunityDraftSchema, opportunityTargetSchema } from '../domain/opportunity/draft.ts';
import { opportunityFindingSchema } from '../domain/opportunity/finding.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { appErrorSchema } from '../errors/app-error.ts';
import { done, event, method } from './define.ts';
import { draftRecordSchema } from './drafts.ts';

const oneDraft = z.strictObject({ id: z.string() });
const draftWithDocument = draftRecordSchema.extend({
  document: opportunityDraftSchema,
  /** Of which catalog of Partner Central the account's opportunities are. */
  catalog: z.enum(['AWS', 'Sandbox']),
});

export const opportunityDraftRecordSchema = draftRecordSchema.extend({
  /** The opportunity at AWS that it changes; null while it is only here. */
  opportunityId: z.string().nullable(),
  /** As AWS said last; empty for one that is only here. */
  reviewStatus: z.string(),
  /** It changes an opportunity at AWS, and says something that AWS does not know. */
  unsentEdits: z.boolean(),
  /** Where its last send stands; null before the first. */
  sending: z.enum(['running', 'done', 'stopped']).nullable(),
});
export type OpportunityDraftRecord = z.infer<typeof opportunityDraftRecordSchema>;

export const opportunityDraftMethods = {
  'opportunities.drafts.list': method(
    'Drafts of opportunities on this machine, newest first; null = all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ drafts: z.array(opportunityDraftRecordSchema) }),
  ),
  'opportunities.drafts.create': method(
    'Starts an empty draft, or one that changes an opportunity of AWS (gone on with where it has been opened before), or a clone of one.',
    z.strictObject({
      account: accountKeySchema,
      fromOpportunityId: z.string().max(40).nullable().default(null),
      clone: z.boolean().default(false),
      /** An offer of the account that is to stand beside it, chosen already. */
      offer: z
        .strictObject({ id: z.string().min(1).max(100), name: z.string().max(255) })
        .nullable()
        .default(null),
    }),
    draftWithDocument,
  ),
  'opportunities.drafts.get': method('One draft with its document.', oneDraft, draftWithDocument),
  'opportunities.drafts.save': method(
    'Saves the whole document. A save on an older revision is refused as `conflict`.',
    z.strictObject({ id: z.string(), revision: z.number().int(), document: opportunityDraftSchema }),
    draftRecordSchema,
  ),
  'opportunities.drafts.remove': method('Removes a draft from this machine.', oneDraft, done),
  'opportunities.drafts.check': method(
    'What the rules say, and which opportunities of the account may be the same deal.',
    oneDraft,
    z.object({ findings: z.array(opportunityFindingSchema) }),
  ),
  'opportunities.drafts.plan': method(
    'The requests that sending would make, in their order, as JSON text.',
    oneDraft.extend({ share: z.boolean().default(false) }),
    z.object({ steps: z.array(z.object({ operation: z.string(), json: z.string() })) }),
  ),
  'opportunities.drafts.newest': method(
    'What AWS holds now of the opportunity that the draft changes, to merge with.',
    oneDraft,
    z.object({ target: opportunityTargetSchema }),
  ),
  'opportunities.drafts.send': method(
    'Puts the draft at AWS: creates or updates the opportunity, associates what stands beside it, and shares it where asked. Each step is in the journal; the next follows when one has succeeded. `confirmedAccountId` is the 12-digit account the user saw.',
    z.strictObject({
      id: z.string(),
      /** The revision the user reviewed; another one refuses. */
      revision: z.number().int(),
      share: z.boolean().default(false),
      confirmedAccountId: awsAccountIdSchema,
      /** Rule ids of warnings the user has read. */
      acknowledgedWarnings: z.array(z.string()).default([]),
    }),
    z.object({ change: changeSchema }),
  ),
  'opportunities.drafts.stop': method(
    'Gives up the steps of a send that could not begin; what AWS has taken stays. Refused while a step is on its way.',
    oneDraft,
    done,
  ),
  'opportunities.drafts.progress': method(
    'The steps of the last send and where each stands; empty before the first.',
    oneDraft,
    z.object({
      /** null before the first send. */
      state: z.enum(['running', 'done', 'stopped']).nullable(),
      share: z.boolean(),
      steps: z.array(z.object({ operation: z.string(), what: z.string(), change: changeSchema.nullable() })),
      opportunityId: z.string().nullable(),
      /** Why the next step could not begin yet; it is tried again by itself. */
      hindrance: appErrorSchema.nullable(),
    }),
  ),
};

export const opportunityDraftEvents = {
  'opportunities.draftsChanged': event(
    'A draft of an opportunity was saved, made or removed, or a step of its sending moved.',
    z.object({ id: z.string(), account: accountKeySchema }),
  ),
};
