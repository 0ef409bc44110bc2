/** A draft from an offer that stands at AWS: an AWS-side draft to go on with, or a clone of a released one with all it carries. */
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import type { DraftNote } from '../../shared/contract/drafts.ts';
import { isRecord } from '../../shared/domain/offer/carried.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { shiftPastDates } from '../../shared/domain/offer/life/shift.ts';
import { asNewOffer, parseOffer } from '../../shared/domain/offer/parse.ts';
import { isPublicOffer } from '../../shared/domain/offer/public-offer.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { OfferEntity, ProductSource } from '../sources.ts';
import { carryEula } from './carry-eula.ts';
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
  readonly aws: Pick<AwsAccess, 'download'>;
  readonly today: string;
  /** Dates that have passed are moved on, all by as many days. */
  readonly shiftDates: boolean;
  /** A released public offer stays the one that is edited. */
  readonly changeInPlace?: boolean;
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
  if (context.changeInPlace) return { draft: isPublicOffer(held) ? held : refusePrivate(held), notes: [] };
  const notes: DraftNote[] = [];
  let draft = asNewOffer(held);
  draft = withSeller(draft, context.settings, notes);
  if (context.shiftDates) draft = withLaterDates(draft, context.today, notes);
  // A channel partner's offer has the one that its authorization says.
  if (draft.source.kind === 'resale') draft = { ...draft, eula: { kind: 'held-by-aws' } };
  else if (draft.eula.kind === 'held-by-aws') draft = await carryEula(draft, document, { ...context, notes });
  return { draft, notes };
}

/** Nearly everything of a private offer is locked once it is released: it is cloned. */
function refusePrivate({ name, target }: OfferDraft): never {
  fail('not-a-public-offer', { params: { name: name || (target?.offerId ?? '') } });
}

function withSeller(draft: OfferDraft, settings: AccountSettings, notes: DraftNote[]): OfferDraft {
  const { addSellerToBuyers, awsAccountId } = settings;
  if (isPublicOffer(draft) || !addSellerToBuyers || draft.buyers.includes(awsAccountId)) return draft;
  notes.push({ messageKey: 'drafts:note.seller-added', params: { account: awsAccountId } });
  return { ...draft, buyers: [...draft.buyers, awsAccountId] };
}

function withLaterDates(draft: OfferDraft, today: string, notes: DraftNote[]): OfferDraft {
  const shifted = shiftPastDates(draft, today);
  if (shifted.days === 0) return draft;
  notes.push({ messageKey: 'drafts:note.dates-shifted', params: { days: shifted.days } });
  return shifted.draft;
}
