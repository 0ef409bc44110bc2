/** A kept state of something: an offer or authorization as AWS held it, a draft as it was saved, the terms a buyer accepted. */
import { z } from 'zod';
import { accountKeySchema, instantSchema } from '../primitives.ts';

export const VERSIONED_ENTITIES = ['Offer', 'ResaleAuthorization', 'OfferSet', 'Agreement', 'Draft'] as const;
export const versionedEntitySchema = z.enum(VERSIONED_ENTITIES);
export type VersionedEntity = z.infer<typeof versionedEntitySchema>;

/**
 * - `released`, `aws-draft`, `restricted`: as AWS held it.
 * - `accepted`: the terms of an agreement.
 * - `saved`, `named`, `published`, `imported`: a draft of this machine: by itself, by hand, as it was sent, as a file gave it.
 * - `clone-source`: what a draft was started from.
 */
export const VERSION_KINDS = [
  'released',
  'aws-draft',
  'restricted',
  'accepted',
  'saved',
  'named',
  'published',
  'imported',
  'clone-source',
] as const;
export const versionKindSchema = z.enum(VERSION_KINDS);
export type VersionKind = z.infer<typeof versionKindSchema>;

/** How a document is to be read: a draft of ours, AWS's document of an offer, the terms of an agreement, or any other document. */
export const VERSION_FORMS = ['offer-draft', 'offer', 'agreement-terms', 'document'] as const;
export const versionFormSchema = z.enum(VERSION_FORMS);
export type VersionForm = z.infer<typeof versionFormSchema>;

export const versionSchema = z.object({
  id: z.string(),
  account: accountKeySchema,
  entityType: versionedEntitySchema,
  entityId: z.string(),
  kind: versionKindSchema,
  form: versionFormSchema,
  /** AWS's revision, or the draft's; null where there is none. */
  revision: z.string().nullable(),
  /** Name of the thing at that time, or the name a person gave to the version. */
  label: z.string(),
  at: instantSchema,
  /** The write that led to it, where it was made here. */
  changeId: z.string().nullable(),
  /** The offer that a draft was cloned from, or that an agreement accepted. */
  relatedId: z.string().nullable(),
});
export type Version = z.infer<typeof versionSchema>;

/** One side of a comparison: a kept version, or a draft as it stands now. */
export const versionSideSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('version'), id: z.string() }),
  z.strictObject({ kind: z.literal('draft'), id: z.string() }),
]);
export type VersionSide = z.infer<typeof versionSideSchema>;

export const comparedRowSchema = z.object({
  /** Way to the value; an entry of a list is named by its key (dimension, duration, date, buyer). */
  path: z.array(z.string()),
  change: z.enum(['added', 'removed', 'changed', 'same']),
  before: z.unknown(),
  after: z.unknown(),
});
export type ComparedRow = z.infer<typeof comparedRowSchema>;

export const comparisonSchema = z.object({
  /** Differences first, then what is the same; each in the order of the offer. */
  rows: z.array(comparedRowSchema),
  /** True where one side holds terms alone (an agreement): name, buyers and expiry are left out. */
  termsOnly: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
