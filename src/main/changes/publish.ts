/** Turns a reviewed draft into a row of the journal, or says why not. Nothing has been written anywhere when it refuses. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { compileOffer } from '../../shared/domain/offer/compile.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import type { Finding } from '../../shared/domain/offer/finding.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import { isBlocking } from '../../shared/domain/offer/preflight/index.ts';
import { resaleOf } from '../../shared/domain/offer/received-authorization.ts';
import type { Product } from '../../shared/domain/product/product.ts';
import { isPublicOffer, isReleasedPublicOffer } from '../../shared/domain/offer/public-offer.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { DraftStore, StoredDraft } from '../drafts/index.ts';
import { OFFER_DOCUMENT } from '../offers/entity-kind.ts';
import type { AccountSource, DraftCheck, OfferSource, ProductSource } from '../sources.ts';
import { documentPlaceholder, type EntityChange } from './intent.ts';
import type { Journal } from './journal.ts';
import { LIVE_STATES } from './store.ts';
import { isGivenUpEasily, refuseOtherAccount, type ChangeSetWish, type Writes } from './writes.ts';

export interface PublishDependencies {
  readonly journal: Journal;
  readonly writes: Pick<Writes, 'record' | 'preview'>;
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly drafts: Pick<DraftStore, 'get' | 'getRecord' | 'findMade'>;
  readonly check: DraftCheck;
  /** The draft with what AWS now holds of what it is made from. */
  freshen(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
}

type PublishInput = ParsedInput<'offers.publish'>;

/** Ties a publication to the row of a bulk run; `check` runs in the transaction that writes the journal's row. */
export interface BulkLink {
  readonly bulkId: string;
  readonly check: () => void;
}

export interface Publishing {
  publish(input: PublishInput, signal: AbortSignal, link?: BulkLink): Promise<Change>;
  /** The request that publishing would send, its secrets masked, as JSON text. */
  preview(input: ParsedInput<'drafts.request'>, signal: AbortSignal): Promise<string>;
}

export function createPublishing(deps: PublishDependencies): Publishing {
  const { journal, writes, aws, accounts, products, drafts, check } = deps;

  /** An offer that this draft has already put at AWS as a draft is the one to go on with: never a second one. */
  async function resolveTarget(stored: StoredDraft, product: SoldProduct, signal: AbortSignal): Promise<Target> {
    const made = stored.document.target ? null : drafts.findMade(stored.id);
    if (made && made.kind !== 'offer-draft') refusePublished(stored, made.offerId);
    const offerId = stored.document.target?.offerId ?? made?.offerId;
    if (offerId === undefined) return { draft: stored.document, held: null, before: null };
    const entity = await deps.offers.read(stored.account, offerId, signal);
    const held = parseOffer(entity.document, entity.revision, product);
    if (made && held.target?.state === 'Released') refusePublished(stored, offerId);
    const target = stored.document.target ?? held.target;
    return { draft: { ...stored.document, target }, held, before: entity.document };
  }

  function refuseIfLive(draftId: string): void {
    const [live] = journal.store.findOfDraft(draftId, LIVE_STATES);
    if (live && !isGivenUpEasily(live)) fail('already-publishing', { params: { changeId: live.id, name: live.title } });
  }

  /** Inside the transaction that writes the new row: a paused row of which nothing was made gives way to the newer wish. */
  function supersede(draftId: string): void {
    for (const row of journal.store.findOfDraft(draftId, LIVE_STATES)) {
      if (isGivenUpEasily(row)) journal.store.update(row.id, 'refused', { paused: false });
    }
  }

  return {
    async publish(input, signal, link) {
      const stored = drafts.get(input.draftId);
      refuseOtherRevision(stored.revision, input.revision, stored);
      const account = accounts.getSettings(stored.account);
      refuseOtherAccount(account, input.confirmedAccountId, stored.account);
      refuseUnconfirmed(stored, input.confirmedPublicProductId);
      refuseIfLive(stored.id);
      await aws.confirmIdentity(stored.account, { priority: 'user', signal });
      const product = await findProduct(products, stored);
      const target = await resolveTarget(stored, product, signal);
      const draft = await deps.freshen(stored.account, target.draft, signal);
      const copy = 'dimensions' in product ? product : null;
      refuseFindings(check(draft, copy, { account, held: target.held }), input, stored.id);
      const wish = toWish({ stored, target, product, release: input.intent === 'release' });
      return writes.record({ ...wish, bulkId: link?.bulkId ?? null }, () => {
        // Typed on or published elsewhere while we were asking AWS.
        refuseOtherRevision(drafts.getRecord(stored.id).revision, input.revision, stored);
        const made = stored.document.target ? null : drafts.findMade(stored.id);
        if (made && made.offerId !== target.draft.target?.offerId) refusePublished(stored, made.offerId);
        refuseIfLive(stored.id);
        supersede(stored.id);
        link?.check();
      });
    },
    async preview({ id, intent }, signal) {
      const stored = drafts.get(id);
      const product = await findProduct(products, stored);
      const target = await resolveTarget(stored, product, signal);
      return writes.preview(toWish({ stored, target, product, release: intent === 'release' }));
    },
  };
}

interface Wish {
  readonly stored: StoredDraft;
  readonly target: Target;
  readonly product: SoldProduct;
  readonly release: boolean;
}

interface Target {
  readonly draft: OfferDraft;
  /** What AWS holds of it now; null for a new offer. */
  readonly held: OfferDraft | null;
  readonly before: unknown;
}

/** What an offer is made for: the copy, or for a channel partner, to whom AWS does not show it, what the draft says. */
type SoldProduct = Product | NonNullable<OfferDraft['product']>;

async function findProduct(products: ProductSource, stored: StoredDraft): Promise<SoldProduct> {
  const { product } = stored.document;
  if (!product) refuseField('product', 'errors:field.required');
  if (resaleOf(stored.document)) return product;
  return products.get(stored.account, product.id);
}

function toWish({ stored, target, product, release }: Wish): ChangeSetWish {
  const { draft, held } = target;
  const title = draft.name || product.title;
  const sha256 = draft.eula.kind === 'custom' ? (draft.eula.file?.sha256 ?? null) : null;
  const request = compileOffer(draft, product, {
    intent: release ? 'release' : 'draft',
    eulaUrl: sha256 === null ? null : documentPlaceholder(sha256),
    changeSetName: title,
    clientRequestToken: '',
    ...(held ? { held } : {}),
  });
  if (request.ChangeSet.length === 0) fail('nothing-to-send', { params: { name: title } });
  return {
    account: stored.account,
    kind: isReleasedPublicOffer(draft) ? 'public-offer-change' : release ? 'offer-release' : 'offer-draft',
    draftId: stored.id,
    title,
    document: { kind: OFFER_DOCUMENT, value: draft },
    revision: stored.revision,
    changes: request.ChangeSet as readonly EntityChange[],
    documents: sha256 === null ? [] : [sha256],
    before: target.before,
    entityType: 'Offer',
    entityId: draft.target?.offerId ?? null,
    productId: product.id,
  };
}

function refuseOtherRevision(current: number, reviewed: number, stored: StoredDraft): void {
  if (current === reviewed) return;
  fail('draft-changed', {
    params: { name: stored.name },
    action: { kind: 'open-draft', draftId: stored.id, path: null },
  });
}

/** Everybody who buys the product is concerned, so its name must have been on the screen. */
function refuseUnconfirmed({ document }: StoredDraft, confirmedProductId: string | null): void {
  if (!isPublicOffer(document) || document.product?.id === confirmedProductId) return;
  fail('public-offer-unconfirmed', { params: { product: document.product?.title ?? '' } });
}

function refuseFindings(findings: readonly Finding[], input: PublishInput, draftId: string): void {
  const { intent, acknowledgedWarnings } = input;
  const open = findings.filter(
    (finding) =>
      isBlocking(finding, intent) ||
      // What a buyer will see must have been read first; a draft at AWS nobody sees.
      (intent === 'release' && finding.severity === 'warning' && !acknowledgedWarnings.includes(finding.ruleId)),
  );
  if (open.length === 0) return;
  fail('preflight-failed', {
    params: { count: open.length },
    fields: open.map(({ path, messageKey, params }) => ({ path, messageKey, params })),
    action: { kind: 'open-draft', draftId, path: open[0]?.path ?? null },
  });
}

function refusePublished(stored: StoredDraft, offerId: string): never {
  fail('already-published', { params: { name: stored.name, offerId } });
}

function refuseField(path: string, messageKey: string): never {
  fail('preflight-failed', { params: { count: 1 }, fields: [{ path, messageKey, params: {} }] });
}
