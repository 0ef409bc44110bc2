/** A draft from an offer that stands at AWS: an AWS-side draft to go on with, or a clone of a released one with all it carries. */
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import type { DraftNote } from '../../shared/contract/drafts.ts';
import { isRecord, typeOfTerm } from '../../shared/domain/offer/carried.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { shiftPastDates } from '../../shared/domain/offer/life/shift.ts';
import { asNewOffer, parseOffer } from '../../shared/domain/offer/parse.ts';
import { OfferdeckError } from '../../shared/errors/app-error.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { OfferEntity, ProductSource } from '../sources.ts';
import { downloadEula } from './eula-download.ts';
import type { EulaFiles } from './eula-files.ts';

export interface FromOffer {
  readonly draft: OfferDraft;
  /** What a person should know about the copy. */
  readonly notes: readonly DraftNote[];
}

export interface FromOfferContext {
  readonly account: string;
  readonly settings: AccountSettings;
  readonly products: ProductSource;
  readonly eulaFiles: Pick<EulaFiles, 'add'>;
  readonly today: string;
  /** Dates that have passed are moved on, all by as many days. */
  readonly shiftDates: boolean;
  readonly signal: AbortSignal;
}

export async function draftFromOffer(
  { document, revision }: OfferEntity,
  context: FromOfferContext,
): Promise<FromOffer> {
  const productId = isRecord(document) ? document['ProductId'] : null;
  const product = typeof productId === 'string' ? context.products.find(context.account, productId) : null;
  // A draft lies readable on this machine: a term that we do not know may hold a signed address.
  const held = parseOffer(maskSignedAddresses(document), revision, product);
  if (held.target?.state === 'Draft') return { draft: held, notes: [] };
  const notes: DraftNote[] = [];
  let draft = asNewOffer(held);
  draft = withSeller(draft, context.settings, notes);
  if (context.shiftDates) draft = withLaterDates(draft, context.today, notes);
  // A channel partner's offer has the one that its authorization says.
  if (draft.source.kind === 'resale') draft = { ...draft, eula: { kind: 'held-by-aws' } };
  else if (draft.eula.kind === 'held-by-aws') draft = await withEula(draft, document, { ...context, notes });
  return { draft, notes };
}

function withSeller(draft: OfferDraft, settings: AccountSettings, notes: DraftNote[]): OfferDraft {
  const { addSellerToBuyers, awsAccountId } = settings;
  if (!addSellerToBuyers || draft.buyers.includes(awsAccountId)) return draft;
  notes.push({ messageKey: 'drafts:note.seller-added', params: { account: awsAccountId } });
  return { ...draft, buyers: [...draft.buyers, awsAccountId] };
}

function withLaterDates(draft: OfferDraft, today: string, notes: DraftNote[]): OfferDraft {
  const shifted = shiftPastDates(draft, today);
  if (shifted.days === 0) return draft;
  notes.push({ messageKey: 'drafts:note.dates-shifted', params: { days: shifted.days } });
  return shifted.draft;
}

/** AWS's copy is AWS's: it is kept here now, and uploaded to the account's own bucket when the clone is published. */
async function withEula(
  draft: OfferDraft,
  document: unknown,
  { eulaFiles, signal, notes }: FromOfferContext & { notes: DraftNote[] },
): Promise<OfferDraft> {
  const address = eulaAddress(document);
  try {
    const bytes = await downloadEula(address, signal);
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
