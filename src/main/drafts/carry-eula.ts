/** Takes the custom EULA of an offer at AWS along into a new draft. */
import type { DraftNote } from '../../shared/contract/drafts.ts';
import { isRecord, typeOfTerm } from '../../shared/domain/offer/carried.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { EulaFiles } from './eula-files.ts';
import { LARGEST_EULA_BYTES } from './pdf.ts';

export interface CarryContext {
  readonly account: string;
  readonly aws: Pick<AwsAccess, 'download'>;
  readonly eulaFiles: Pick<EulaFiles, 'add'>;
  readonly signal: AbortSignal;
  /** What a person should know about it is added here. */
  readonly notes: DraftNote[];
}

/**
 * AWS's copy is AWS's: it is kept here now, and uploaded to the account's own bucket when the draft is published. `document` is the
 * offer as DescribeEntity gave it a moment ago, with the temporary address.
 */
export async function carryEula(
  draft: OfferDraft,
  document: unknown,
  { account, aws, eulaFiles, signal, notes }: CarryContext,
): Promise<OfferDraft> {
  try {
    const bytes = await aws.download(account, eulaAddress(document), { signal, limitBytes: LARGEST_EULA_BYTES });
    const kept = eulaFiles.add(Buffer.from(bytes).toString('base64'));
    notes.push({ messageKey: 'drafts:note.eula-kept', params: {} });
    return { ...draft, eula: { kind: 'custom', file: { ...kept, name: fileName(draft.name) } } };
  } catch (error) {
    if (!(error instanceof OfferdeckError) || signal.aborted) throw error;
    notes.push({ messageKey: 'drafts:note.eula-not-kept', params: { code: error.data.code } });
    return { ...draft, eula: { kind: 'custom', file: null } };
  }
}

function eulaAddress(document: unknown): string {
  const terms = isRecord(document) && Array.isArray(document['Terms']) ? (document['Terms'] as unknown[]) : [];
  const legal = terms.find((term) => typeOfTerm(term) === 'LegalTerm');
  const documents = isRecord(legal) && Array.isArray(legal['Documents']) ? (legal['Documents'] as unknown[]) : [];
  const custom = documents.find((one) => isRecord(one) && typeof one['Url'] === 'string');
  return isRecord(custom) ? String(custom['Url']) : '';
}

function fileName(offerName: string): string {
  const plain = offerName.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${plain.slice(0, 80) || 'eula'}.pdf`;
}
