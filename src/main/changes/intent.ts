/** What a write means to do, as it stands in the journal: everything needed to send it, and no secret. */
import { z } from 'zod';
import { sanitiseChangeSetName } from '../../shared/domain/offer/change-set.ts';

const entityChangeSchema = z.object({
  ChangeType: z.string(),
  ChangeName: z.string().optional(),
  Entity: z.object({ Type: z.string(), Identifier: z.string().optional() }),
  /** A list for the dimensions of a product. */
  DetailsDocument: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
});
export type EntityChange = z.infer<typeof entityChangeSchema>;

const requestSchema = z.object({
  Catalog: z.literal('AWSMarketplace'),
  /** Holds the journal's id: by it the set is found again. */
  ChangeSetName: z.string(),
  ClientRequestToken: z.string(),
  ChangeSet: z.array(entityChangeSchema),
});
export type EntityRequest = z.infer<typeof requestSchema>;

/** What a person had before them when they sent: the draft of an offer, of an authorization, of an offer set. */
export const intentDocumentSchema = z.object({ kind: z.string(), value: z.unknown() });
export type IntentDocument = z.infer<typeof intentDocumentSchema>;

const changeSetIntentSchema = z.object({
  form: z.literal('change-set'),
  /** null where there is nothing to compare with but the request. */
  document: intentDocumentSchema.nullable(),
  /** The revision of the draft that was reviewed. */
  revision: z.number().int().nullable(),
  /** The request with placeholders in place of its documents' addresses. */
  request: requestSchema,
});
export type ChangeSetIntent = z.infer<typeof changeSetIntentSchema>;

const callIntentSchema = z.object({
  form: z.literal('call'),
  /** Input of the call kind that sends it. */
  payload: z.unknown(),
});
export type CallIntent = z.infer<typeof callIntentSchema>;

export const intentSchema = z.discriminatedUnion('form', [changeSetIntentSchema, callIntentSchema]);
export type ChangeIntent = z.infer<typeof intentSchema>;

/** A file that lies in the account's bucket while AWS reads it. */
export const changeDocumentSchema = z.object({ sha256: z.string(), key: z.string() });
export type ChangeDocument = z.infer<typeof changeDocumentSchema>;

const PLACEHOLDER = /^https:\/\/document\.invalid\/([0-9a-z]+)\.pdf$/;

/** Stands in the journal for the presigned address, which is a secret and is signed anew for each send. */
export function documentPlaceholder(sha256: string): string {
  return `https://document.invalid/${sha256}.pdf`;
}

/** The request to send: each placeholder replaced by the address at which AWS can read that document now. */
export function withDocumentUrls(request: EntityRequest, urls: ReadonlyMap<string, string>): EntityRequest {
  const text = JSON.stringify(request);
  return JSON.parse(text, (_key, value: unknown) => {
    const sha256 = typeof value === 'string' ? PLACEHOLDER.exec(value)?.[1] : undefined;
    return sha256 === undefined ? value : (urls.get(sha256) ?? null);
  }) as EntityRequest;
}

/** Deterministic, so that an upload that is repeated changes nothing. */
export function documentKey(prefix: string, sha256: string): string {
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  return `${folder}${sha256}.pdf`;
}

/** The name by which a change set is found again: the journal's id stands early enough to survive AWS's limit of length. */
export function changeSetName(prefix: string, changeId: string, title: string): string {
  return sanitiseChangeSetName(`${prefix} ${changeId} ${title}`);
}
