/** Draft documents of earlier versions, brought to today's form step by step. A new version is one line here. */
import { OFFER_DRAFT_VERSION, offerDraftSchema, type OfferDraft } from '../../shared/domain/offer/draft.ts';
import { fail } from '../../shared/errors/app-error.ts';

type Upgrade = (document: Record<string, unknown>) => Record<string, unknown>;

/** Key: the version a step starts from. */
const DRAFT_UPGRADES: Readonly<Record<number, Upgrade>> = {};

/** Reads a stored or imported document of any known version; throws when it is newer than this build, or broken. */
export function upgradeDraft(
  document: unknown,
  upgrades: Readonly<Record<number, Upgrade>> = DRAFT_UPGRADES,
): OfferDraft {
  let current = document as Record<string, unknown>;
  let version = Number(current?.['schemaVersion']);
  if (version > OFFER_DRAFT_VERSION) fail('storage-newer', { params: { version } });
  while (version < OFFER_DRAFT_VERSION) {
    const upgrade = upgrades[version];
    if (!upgrade) fail('storage-damaged', { params: { version } });
    current = upgrade(current);
    version = Number(current['schemaVersion']);
  }
  const parsed = offerDraftSchema.safeParse(current);
  if (!parsed.success) {
    fail('storage-damaged', {
      fields: parsed.error.issues.map((issue) => ({
        path: issue.path.join('.'),
        messageKey: `errors:field.${issue.code}`,
        params: {},
      })),
    });
  }
  return parsed.data;
}
