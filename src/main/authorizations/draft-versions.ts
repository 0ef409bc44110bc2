/** Stored drafts of authorizations, brought to today's form. A new version is one step here. */
import {
  AUTHORIZATION_DRAFT_VERSION,
  authorizationDraftSchema,
  type AuthorizationDraft,
} from '../../shared/domain/authorization/draft.ts';
import { fail } from '../../shared/errors/app-error.ts';

/** Throws when the document is newer than this build, or broken. */
export function readAuthorizationDraft(document: unknown): AuthorizationDraft {
  const version = Number((document as { schemaVersion?: unknown } | null)?.schemaVersion);
  if (version > AUTHORIZATION_DRAFT_VERSION) fail('storage-newer', { params: { version } });
  const parsed = authorizationDraftSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  return fail('storage-damaged', {
    fields: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      messageKey: `errors:field.${issue.code}`,
      params: {},
    })),
  });
}
