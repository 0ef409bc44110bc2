/** Stored drafts of offer sets, brought to today's form. A new version is one step here. */
import {
  OFFER_SET_DRAFT_VERSION,
  offerSetDraftSchema,
  type OfferSetDraft,
} from '../../shared/domain/offer-set/draft.ts';
import { fail } from '../../shared/errors/app-error.ts';

/** Throws when the document is newer than this build, or broken. */
export function readOfferSetDraft(document: unknown): OfferSetDraft {
  const version = Number((document as { schemaVersion?: unknown } | null)?.schemaVersion);
  if (version > OFFER_SET_DRAFT_VERSION) fail('storage-newer', { params: { version } });
  const parsed = offerSetDraftSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  return fail('storage-damaged', {
    fields: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      messageKey: `errors:field.${issue.code}`,
      params: {},
    })),
  });
}
