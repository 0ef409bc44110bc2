/** Draft documents of earlier versions, brought to today's form step by step. A new version is one line here. */
import { fail } from '../../errors/app-error.ts';
import { collectUnknownMembers, isRecord, typeOfTerm } from './carried.ts';
import { createOfferDraft, OFFER_DRAFT_VERSION, offerDraftSchema, type OfferDraft } from './draft.ts';
import { parseTerm } from './parse-terms.ts';

type Document = Record<string, unknown>;
type Upgrade = (document: Document) => Document;

/** Key: the version a step starts from. */
const DRAFT_UPGRADES: Readonly<Record<number, Upgrade>> = { 1: toVersion2 };

/** Reads a stored or imported document of any known version; throws when it is newer than this build, or broken. */
export function upgradeDraft(
  document: unknown,
  upgrades: Readonly<Record<number, Upgrade>> = DRAFT_UPGRADES,
): OfferDraft {
  let current = document as Document;
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

/** Version 1 carried the terms beside price, service and EULA without knowing them, and an offer's set as a foreign member. */
function toVersion2(document: Document): Document {
  const fresh = createOfferDraft();
  const upgraded = { ...fresh, ...(JSON.parse(JSON.stringify(document)) as Document), schemaVersion: 2 } as OfferDraft;
  if (!isRecord(upgraded.carried) || !Array.isArray(upgraded.carried.terms)) return upgraded;
  const { carried } = upgraded;
  const seen = new Set<string>();
  const terms = carried.terms.filter((term) => {
    const type = typeOfTerm(term);
    const parsed = LIFTED.has(type) && !seen.has(type) ? parseTerm(term) : null;
    if (parsed === null) return true;
    seen.add(type);
    parsed.apply(upgraded);
    carried.members.push(...collectUnknownMembers(type, term));
    return false;
  });
  const set = carried.members.find(({ owner, path }) => owner === 'Offer' && path.join('.') === 'OfferSetId');
  if (typeof set?.value === 'string') upgraded.offerSetId = set.value;
  const members = carried.members.filter((member) => member !== set || typeof set.value !== 'string');
  return { ...upgraded, carried: { ...carried, terms, members } };
}

const LIFTED: ReadonlySet<string> = new Set([
  'NetPaymentTerm',
  'SupportTerm',
  'CustomerVerificationTerm',
  'RenewalTerm',
]);
