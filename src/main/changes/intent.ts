/** What a change means to do, as it stands in the journal: everything needed to send it, and no secret. */
import { z } from 'zod';
import type { ChangeSetRequest } from '../../shared/domain/offer/change-set.ts';
import { sanitiseChangeSetName } from '../../shared/domain/offer/change-set.ts';
import { storedOfferDraftSchema } from '../../shared/domain/offer/upgrade.ts';

const offerChangeSchema = z.object({
  ChangeType: z.string(),
  ChangeName: z.string().optional(),
  Entity: z.object({ Type: z.literal('Offer@1.0'), Identifier: z.string().optional() }),
  DetailsDocument: z.record(z.string(), z.unknown()),
});

export const intentSchema = z.object({
  /** The document that was published; null for the release of an offer that stands at AWS. */
  draft: storedOfferDraftSchema.nullable(),
  draftRevision: z.number().int().nullable(),
  /** The request with the EULA's address as a placeholder. */
  request: z.object({
    Catalog: z.literal('AWSMarketplace'),
    ChangeSetName: z.string(),
    ClientRequestToken: z.string(),
    ChangeSet: z.array(offerChangeSchema),
  }),
});
export type ChangeIntent = z.infer<typeof intentSchema>;

/** Stands in the journal for the presigned address, which is a secret and is signed anew for each send. */
export function eulaPlaceholder(sha256: string): string {
  return `https://eula.invalid/${sha256}.pdf`;
}

/** The request to send: the placeholder replaced by the address that AWS can read now. */
export function withEulaUrl(request: ChangeIntent['request'], url: string | null): ChangeSetRequest {
  const text = JSON.stringify(request);
  return JSON.parse(text, (_key, value: unknown) => (isPlaceholder(value) ? url : value)) as ChangeSetRequest;
}

function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('https://eula.invalid/');
}

/** Deterministic, so that an upload that is repeated changes nothing. */
export function eulaKey(prefix: string, sha256: string): string {
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  return `${folder}${sha256}.pdf`;
}

/** The name by which a change set is found again: the journal's id stands early enough to survive AWS's limit of length. */
export function changeSetName(prefix: string, changeId: string, title: string): string {
  return sanitiseChangeSetName(`${prefix} ${changeId} ${title}`);
}
