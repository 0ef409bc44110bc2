/** Versions of offers and authorizations, differences between them, templates, and offers as files. */
import { z } from 'zod';
import { findingSchema } from '../domain/offer/finding.ts';
import { templateFitSchema, templateOptionsSchema, templateSchema } from '../domain/version/template.ts';
import {
  comparisonSchema,
  versionedEntitySchema,
  versionSchema,
  versionSideSchema,
} from '../domain/version/version.ts';
import { accountKeySchema, awsAccountIdSchema, instantSchema, plainDateSchema } from '../domain/primitives.ts';
import { done, event, method, nothing } from './define.ts';

const oneId = z.strictObject({ id: z.string() });
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

export const offerFileSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), id: z.string() }),
  z.strictObject({ kind: z.literal('template'), id: z.string() }),
  z.strictObject({ kind: z.literal('version'), id: z.string() }),
  z.strictObject({ kind: z.literal('offer'), account: accountKeySchema, offerId: z.string() }),
]);

const fileText = z.string().max(2_000_000);

const eulaGivenSchema = z
  .strictObject({ name: z.string().max(255), base64: z.string().max(45_000_000) })
  .nullable()
  .default(null);

/** What a file says about the PDF of its custom EULA. */
const namedEulaSchema = z
  .object({
    name: z.string(),
    /** null where the file leaves it out: then any content is taken. */
    sha256: z.string().nullable(),
    atHand: z.boolean(),
  })
  .nullable();

/** A place in a file, counted from 1. */
export const filePlaceSchema = z.object({ line: z.number().int(), column: z.number().int() });

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
  'templates.list': method(
    'Templates of this machine by name.',
    nothing,
    z.object({ templates: z.array(templateSchema) }),
  ),
  'templates.save': method(
    'Saves a draft, or an offer at AWS, as a named template.',
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('draft'), id: z.string() }),
        z.strictObject({ kind: z.literal('offer'), account: accountKeySchema, offerId: z.string() }),
      ]),
      options: templateOptionsSchema,
    }),
    templateSchema,
  ),
  'templates.rename': method(
    'Gives a template another name.',
    z.strictObject({ id: z.string(), name: z.string().trim().min(1).max(100) }),
    templateSchema,
  ),
  'templates.remove': method('Removes a template.', oneId, done),
  'templates.fit': method(
    'For which products of an account a template can be used, and why not for the others; those that fit come first.',
    z.strictObject({ id: z.string(), account: accountKeySchema }),
    z.object({ products: z.array(templateFitSchema) }),
  ),
  'templates.start': method(
    'Starts a draft from a template with its placeholders filled.',
    z.strictObject({
      id: z.string(),
      account: accountKeySchema,
      productId: z.string(),
      /** Asked for by templates with a placeholder for buyers; otherwise left out. */
      buyers: z.array(z.string().max(40)).max(200).default([]),
      /** The day from which relative dates count. */
      startDate: plainDateSchema,
      /** null: the name of the template with its placeholders filled. */
      offerName: z.string().max(2000).nullable().default(null),
      /** Asked prices by their dotted path; one left out stays empty. */
      prices: z.record(z.string(), z.string().max(40)).default({}),
    }),
    newDraft,
  ),
  'files.schema': method(
    'The JSON schema of offer files and template files.',
    z.strictObject({ format: z.enum(['offer', 'template']) }),
    z.object({ json: z.string() }),
  ),
  'files.export': method(
    'A draft, a template, a version or an offer at AWS as YAML.',
    z.strictObject({ source: offerFileSourceSchema }),
    z.object({ text: z.string(), suggestedName: z.string(), mediaType: z.string() }),
  ),
  'files.check': method(
    'What the rules say about an offer file, with the place of each finding; nothing is kept.',
    z.strictObject({ account: accountKeySchema, text: fileText, eula: eulaGivenSchema }),
    z.object({
      name: z.string(),
      awsAccountId: awsAccountIdSchema,
      findings: z.array(findingSchema.extend({ place: filePlaceSchema })),
      /** Name and hash of the custom EULA that the file names; null without one. */
      eula: namedEulaSchema,
    }),
  ),
  'files.eula': method(
    'The PDF of a custom EULA that an offer file or a template file names, and whether this machine keeps it already; null without one.',
    z.strictObject({ text: fileText }),
    z.object({ eula: namedEulaSchema }),
  ),
  'files.import': method(
    'Takes an offer file in as a new draft, or a template file as a template.',
    z.strictObject({
      /** Which account the draft is for; templates need none. */
      account: accountKeySchema.nullable(),
      text: fileText,
      /** The PDF that the file names, where whoever imports has it at hand. */
      eula: eulaGivenSchema,
    }),
    z.object({
      draftId: z.string().nullable(),
      revision: z.number().int().nullable(),
      templateId: z.string().nullable(),
      /** An earlier import of the same content into this account, and the write that published it. */
      publishedBefore: z.object({ draftId: z.string(), changeId: z.string() }).nullable(),
    }),
  ),
};

export const versionEvents = {
  'versions.changed': event(
    'A version was kept.',
    z.object({ account: accountKeySchema, entityType: versionedEntitySchema, entityId: z.string() }),
  ),
  'templates.changed': event('A template was saved, renamed or removed.', z.object({ id: z.string() })),
};
