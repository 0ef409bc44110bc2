/** Opportunities as YAML files: written in a fixed order, read strictly, checked by the same rules as the editor. */
import { z } from 'zod';
import { opportunityFindingSchema } from '../domain/opportunity/finding.ts';
import { accountKeySchema, awsAccountIdSchema } from '../domain/primitives.ts';
import { method } from './define.ts';

const file = z.strictObject({
  account: accountKeySchema,
  text: z.string().max(2_000_000),
  /** Whether it is meant to be shared with AWS as well, where it is not yet. */
  share: z.boolean().default(false),
});

export const opportunityFileMethods = {
  'opportunities.files.schema': method(
    'The JSON schema of opportunity files.',
    z.strictObject({}),
    z.object({ json: z.string() }),
  ),
  'opportunities.files.export': method(
    'An opportunity of the copy as YAML; one that was never read is read from AWS.',
    z.strictObject({ account: accountKeySchema, opportunityId: z.string().max(40) }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
  'opportunities.files.check': method(
    'What the rules say about a file, with the place of each finding, and the requests that sending it would make; nothing is kept. An opportunity that the file changes is read from AWS.',
    file,
    z.object({
      name: z.string(),
      awsAccountId: awsAccountIdSchema,
      catalog: z.enum(['AWS', 'Sandbox']),
      /** The opportunity that it changes; null where one is made. */
      opportunityId: z.string().nullable(),
      /** Whether sending ends with sharing: asked for, and not done yet. */
      share: z.boolean(),
      findings: z.array(
        opportunityFindingSchema.extend({
          place: z.object({ line: z.number().int(), column: z.number().int() }),
          /** Whether it stands in the way. */
          blocking: z.boolean(),
        }),
      ),
      steps: z.array(z.object({ operation: z.string(), json: z.string() })),
    }),
  ),
  'opportunities.files.import': method(
    'Takes a file in as a draft: a new one, or the draft of the opportunity that it changes. Refused where that draft has edits which AWS does not know.',
    file.omit({ share: true }),
    z.object({ draftId: z.string(), revision: z.number().int() }),
  ),
};
