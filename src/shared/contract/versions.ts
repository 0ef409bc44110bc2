/** Versions of offers and authorizations, differences between them, templates, and offers as files. */
import { z } from 'zod';
import {
  comparisonSchema,
  versionedEntitySchema,
  versionSchema,
  versionSideSchema,
} from '../domain/version/version.ts';
import { accountKeySchema, instantSchema } from '../domain/primitives.ts';
import { event, method } from './define.ts';

const newDraft = z.object({ draftId: z.string() });

/** What a side is called in the list and above its column. */
export const sideInfoSchema = z.object({
  side: versionSideSchema,
  /** null for a draft as it stands now. */
  version: versionSchema.nullable(),
  label: z.string(),
  at: instantSchema,
});
export type SideInfo = z.infer<typeof sideInfoSchema>;

export const versionMethods = {
  'versions.list': method(
    'Kept versions of an offer, authorization, agreement or draft and of what belongs to it, newest first; drafts as they stand now come first.',
    z.strictObject({ account: accountKeySchema, entityType: versionedEntitySchema, entityId: z.string() }),
    z.object({ sides: z.array(sideInfoSchema) }),
  ),
  'versions.get': method(
    'One version or draft with its document, signed addresses masked.',
    z.strictObject({ side: versionSideSchema }),
    sideInfoSchema.extend({ document: z.unknown() }),
  ),
  'versions.compare': method(
    'The differences between two sides, amounts by value and lists by key.',
    z.strictObject({ before: versionSideSchema, after: versionSideSchema }),
    comparisonSchema.extend({ before: sideInfoSchema, after: sideInfoSchema }),
  ),
  'versions.keepDraft': method(
    'Keeps the draft as it stands: by a name, or by itself when `label` is null. null where nothing has changed since the last one.',
    z.strictObject({ draftId: z.string(), label: z.string().trim().min(1).max(100).nullable() }),
    z.object({ version: versionSchema.nullable() }),
  ),
  'versions.openAsDraft': method(
    'Starts a new draft from a kept version.',
    z.strictObject({ id: z.string() }),
    newDraft,
  ),
};

export const versionEvents = {
  'versions.changed': event(
    'A version was kept.',
    z.object({ account: accountKeySchema, entityType: versionedEntitySchema, entityId: z.string() }),
  ),
};
