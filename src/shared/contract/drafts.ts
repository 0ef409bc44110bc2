/** Offer drafts on this machine: saved as you type. */
import { z } from 'zod';
import { offerDraftSchema } from '../domain/offer/draft.ts';
import { findingSchema } from '../domain/offer/finding.ts';
import { accountKeySchema, instantSchema } from '../domain/primitives.ts';
import { messageParamsSchema } from '../errors/app-error.ts';
import { done, event, method } from './define.ts';

export const draftRecordSchema = z.object({
  id: z.string(),
  account: accountKeySchema,
  /** Grows by one with each save. */
  revision: z.number().int(),
  name: z.string(),
  productTitle: z.string().nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** The write that is publishing it or has published it. */
  changeId: z.string().nullable(),
});
/** Something worth knowing about a draft that was just made. */
export const draftNoteSchema = z.object({ messageKey: z.string(), params: messageParamsSchema });
export type DraftNote = z.infer<typeof draftNoteSchema>;

export type DraftRecord = z.infer<typeof draftRecordSchema>;

const oneDraft = z.strictObject({ id: z.string() });
const draftWithDocument = draftRecordSchema.extend({ document: offerDraftSchema });

export const draftMethods = {
  'drafts.list': method(
    'Drafts on this machine, newest first; null = all accounts.',
    z.strictObject({ account: accountKeySchema.nullable() }),
    z.object({ drafts: z.array(draftRecordSchema) }),
  ),
  'drafts.create': method(
    'Starts an empty draft, or one for a product, or one from an offer at AWS: a draft there is gone on with (here too, where it has been opened before), a released offer is cloned with its EULA, or a public one changed in place.',
    z.strictObject({
      account: accountKeySchema,
      productId: z.string().nullable(),
      fromOfferId: z.string().nullable(),
      /** Dates of a clone that lie in the past are moved on, all by as many days. */
      shiftDates: z.boolean().default(false),
      /** A released public offer is to be changed where it stands, for everybody, rather than cloned. */
      changeInPlace: z.boolean().optional(),
      /** A public free trial of the product instead of a private offer. */
      freeTrial: z.boolean().optional(),
    }),
    draftWithDocument.extend({ notes: z.array(draftNoteSchema) }),
  ),
  'drafts.get': method('One draft with its document.', oneDraft, draftWithDocument),
  'drafts.save': method(
    'Saves the whole document. A save on an older revision is refused as `conflict`, so two windows cannot overwrite each other.',
    z.strictObject({ id: z.string(), revision: z.number().int(), document: offerDraftSchema }),
    draftRecordSchema,
  ),
  'drafts.remove': method('Removes a draft from this machine.', oneDraft, done),
  'drafts.preflight': method(
    'What the rules say, against this machine’s copy of the product.',
    oneDraft,
    z.object({ findings: z.array(findingSchema) }),
  ),
  'drafts.request': method(
    'The exact request that publishing would send, secrets masked.',
    z.strictObject({ id: z.string(), intent: z.enum(['release', 'draft']) }),
    z.object({ json: z.string() }),
  ),
  'drafts.attachEula': method(
    'Keeps a PDF with the draft after checking that AWS can read it; it is uploaded on publishing.',
    z.strictObject({
      id: z.string(),
      name: z
        .string()
        .max(
          255,
        ) /** Room for a little more than the largest accepted file, so that one too large gets its own answer. */,
      base64: z.string().max(45_000_000),
    }),
    z.object({ sha256: z.string(), name: z.string(), sizeBytes: z.number().int() }),
  ),
};

export const draftEvents = {
  'drafts.changed': event(
    'A draft was saved, made or removed.',
    z.object({ id: z.string(), account: accountKeySchema }),
  ),
};
