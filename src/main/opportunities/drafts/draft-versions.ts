/** Stored drafts of opportunities, brought to today's form. A new version is one step here. */
import {
  OPPORTUNITY_DRAFT_VERSION,
  opportunityDraftSchema,
  type OpportunityDraft,
} from '../../../shared/domain/opportunity/draft.ts';
import { fail } from '../../../shared/errors/app-error.ts';

/** Throws when the document is newer than this build, or broken. */
export function readOpportunityDraft(document: unknown): OpportunityDraft {
  const version = Number((document as { schemaVersion?: unknown } | null)?.schemaVersion);
  if (version > OPPORTUNITY_DRAFT_VERSION) fail('storage-newer', { params: { version } });
  const parsed = opportunityDraftSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  return fail('storage-damaged', {
    fields: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      messageKey: `errors:field.${issue.code}`,
      params: {},
    })),
  });
}
