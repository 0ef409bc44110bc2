/** Turns a reviewed draft into a row of the journal, or says why not. Nothing has been written anywhere when it refuses. */
import { randomUUID } from 'node:crypto';
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { AccountSettings } from '../../shared/domain/account/account.ts';
import { compileOffer } from '../../shared/domain/offer/compile.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import type { Finding } from '../../shared/domain/offer/finding.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import { isBlocking } from '../../shared/domain/offer/preflight/index.ts';
import type { Product } from '../../shared/domain/product/product.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { DraftStore, StoredDraft } from '../drafts/index.ts';
import { MASK } from '../masking/mask.ts';
import type { AccountSource, DraftCheck, OfferSource, ProductSource } from '../sources.ts';
import { changeSetName, eulaKey, eulaPlaceholder, intentSchema, withEulaUrl } from './intent.ts';
import type { Journal } from './journal.ts';
import { LIVE_STATES, type JournalRow, type NewChange } from './store.ts';

export interface PublishDependencies {
  readonly journal: Journal;
  readonly aws: AwsAccess;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly drafts: Pick<DraftStore, 'get' | 'getRecord' | 'findMade'>;
  readonly eulaFiles: { has(sha256: string): boolean };
  readonly check: DraftCheck;
}

type PublishInput = ParsedInput<'offers.publish'>;
type ReleaseInput = ParsedInput<'offers.releaseExisting'>;

export interface Publishing {
  publish(input: PublishInput, signal: AbortSignal): Promise<JournalRow>;
  releaseExisting(input: ReleaseInput, signal: AbortSignal): Promise<JournalRow>;
  /** The request that publishing would send, its secrets masked, as JSON text. */
  preview(input: ParsedInput<'drafts.request'>, signal: AbortSignal): Promise<string>;
}

export function createPublishing(deps: PublishDependencies): Publishing {
  const { journal, aws, accounts, products, drafts, eulaFiles, check } = deps;

  /** An offer that this draft has already put at AWS as a draft is the one to go on with: never a second one. */
  async function resolveTarget(stored: StoredDraft, product: Product, signal: AbortSignal): Promise<Target> {
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
    if (live && !isSuperseded(live)) fail('already-publishing', { params: { changeId: live.id, name: live.title } });
  }

  /** Inside the transaction that writes the new row: a paused row of which nothing was made gives way to the newer wish. */
  function supersede(draftId: string): void {
    for (const row of journal.store.findOfDraft(draftId, LIVE_STATES)) {
      if (isSuperseded(row)) journal.store.update(row.id, 'refused', { paused: false });
    }
  }

  return {
    async publish(input, signal) {
      const stored = drafts.get(input.draftId);
      refuseOtherRevision(stored.revision, input.revision, stored);
      const account = accounts.getSettings(stored.account);
      refuseOtherAccount(account, input.confirmedAccountId, stored.account);
      refuseIfLive(stored.id);
      await aws.confirmIdentity(stored.account, { priority: 'user', signal });
      const product = await findProduct(products, stored);
      const target = await resolveTarget(stored, product, signal);
      refuseFindings(check(target.draft, product, { account, held: target.held }), input, stored.id);
      const change = toNewChange({ stored, target, product, account, release: input.intent === 'release' });
      if (change.eulaSha256 !== null) refuseWithoutEula(change.eulaSha256, account, stored, eulaFiles);
      return journal.begin(change, () => {
        // Typed on or published elsewhere while we were asking AWS.
        refuseOtherRevision(drafts.getRecord(stored.id).revision, input.revision, stored);
        const made = stored.document.target ? null : drafts.findMade(stored.id);
        if (made && made.offerId !== target.draft.target?.offerId) refusePublished(stored, made.offerId);
        refuseIfLive(stored.id);
        supersede(stored.id);
      });
    },
    async releaseExisting({ account: key, offerId, confirmedAccountId }, signal) {
      const account = accounts.getSettings(key);
      refuseOtherAccount(account, confirmedAccountId, key);
      const refuseLiveRelease = () => {
        const [live] = journal.store.findOfOffer(key, offerId, LIVE_STATES);
        if (live) fail('already-publishing', { params: { changeId: live.id, name: live.title } });
      };
      refuseLiveRelease();
      await aws.confirmIdentity(key, { priority: 'user', signal });
      const entity = await deps.offers.read(key, offerId, signal);
      const held = parseOffer(entity.document, entity.revision, null);
      if (held.target?.state === 'Released') fail('already-published', { params: { offerId, name: held.name } });
      const change = toRelease({ key, account, offerId, name: held.name, before: entity.document });
      return journal.begin(change, refuseLiveRelease);
    },
    async preview({ id, intent }, signal) {
      const stored = drafts.get(id);
      const account = accounts.getSettings(stored.account);
      const product = await findProduct(products, stored);
      const target = await resolveTarget(stored, product, signal);
      const change = toNewChange({ stored, target, product, account, release: intent === 'release' });
      return JSON.stringify(withEulaUrl(change.intent.request, maskedEulaUrl(account, change.eulaKey)), null, 2);
    },
  };
}

/** Where the EULA will lie; the signature is made when it is sent, and is nobody's to read. */
function maskedEulaUrl({ eulaBucket }: AccountSettings, key: string | null): string | null {
  if (!eulaBucket || key === null) return null;
  return `https://${eulaBucket.bucket}.s3.${eulaBucket.region}.amazonaws.com/${key}?X-Amz-Signature=${MASK}`;
}

interface Target {
  readonly draft: OfferDraft;
  /** What AWS holds of it now; null for a new offer. */
  readonly held: OfferDraft | null;
  readonly before: unknown;
}

/** Stopped before anything was made: a newer wish may take its place. */
function isSuperseded(row: JournalRow): boolean {
  return row.paused && (row.state === 'intended' || row.state === 'eula-uploaded');
}

async function findProduct(products: ProductSource, stored: StoredDraft): Promise<Product> {
  const { product } = stored.document;
  if (!product) refuseField('product', 'errors:field.required');
  return products.get(stored.account, product.id);
}

function toNewChange(wish: {
  stored: StoredDraft;
  target: Target;
  product: Product;
  account: AccountSettings;
  release: boolean;
}): NewChange {
  const { stored, target, product, account, release } = wish;
  const { draft, held } = target;
  const id = randomUUID();
  const token = randomUUID();
  const title = draft.name || product.title;
  const sha256 = draft.eula.kind === 'custom' ? (draft.eula.file?.sha256 ?? null) : null;
  const request = compileOffer(draft, product, {
    intent: release ? 'release' : 'draft',
    eulaUrl: sha256 === null ? null : eulaPlaceholder(sha256),
    changeSetName: changeSetName(account.prefix, id, title),
    clientRequestToken: token,
    ...(held ? { held } : {}),
  });
  if (request.ChangeSet.length === 0) fail('nothing-to-send', { params: { name: title } });
  return {
    id,
    account: stored.account,
    awsAccountId: account.awsAccountId,
    kind: release ? 'offer-release' : 'offer-draft',
    draftId: stored.id,
    title,
    token,
    intent: intentSchema.parse({ draft, draftRevision: stored.revision, request }),
    before: target.before,
    eulaSha256: sha256,
    eulaKey: sha256 === null ? null : eulaKey(account.eulaBucket?.prefix ?? '', sha256),
    offerId: draft.target?.offerId ?? null,
    productId: product.id,
  };
}

function toRelease(wish: {
  key: string;
  account: AccountSettings;
  offerId: string;
  name: string;
  before: unknown;
}): NewChange {
  const id = randomUUID();
  const token = randomUUID();
  const title = wish.name || wish.offerId;
  return {
    id,
    account: wish.key,
    awsAccountId: wish.account.awsAccountId,
    kind: 'offer-release-existing',
    draftId: null,
    title,
    token,
    intent: {
      draft: null,
      draftRevision: null,
      request: {
        Catalog: 'AWSMarketplace',
        ChangeSetName: changeSetName(wish.account.prefix, id, title),
        ClientRequestToken: token,
        ChangeSet: [
          {
            ChangeType: 'ReleaseOffer',
            Entity: { Type: 'Offer@1.0', Identifier: wish.offerId },
            DetailsDocument: {},
          },
        ],
      },
    },
    before: wish.before,
    eulaSha256: null,
    eulaKey: null,
    offerId: wish.offerId,
    productId: productIdOf(wish.before),
  };
}

function productIdOf(document: unknown): string | null {
  const id = (document as { ProductId?: unknown } | null)?.ProductId;
  return typeof id === 'string' ? id : null;
}

function refuseOtherRevision(current: number, reviewed: number, stored: StoredDraft): void {
  if (current === reviewed) return;
  fail('draft-changed', {
    params: { name: stored.name },
    action: { kind: 'open-draft', draftId: stored.id, path: null },
  });
}

function refuseOtherAccount(account: AccountSettings, confirmed: string, key: string): void {
  if (account.awsAccountId === confirmed) return;
  fail('wrong-account', {
    params: { expected: confirmed, actual: account.awsAccountId },
    action: { kind: 'open-account', account: key },
  });
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

function refuseWithoutEula(
  sha256: string,
  account: AccountSettings,
  stored: StoredDraft,
  eulaFiles: PublishDependencies['eulaFiles'],
): void {
  if (!account.eulaBucket) {
    fail('bucket-missing', { action: { kind: 'open-account', account: stored.account } });
  }
  if (!eulaFiles.has(sha256)) refuseField('eula', 'errors:field.file-gone');
}

function refusePublished(stored: StoredDraft, offerId: string): never {
  fail('already-published', { params: { name: stored.name, offerId } });
}

function refuseField(path: string, messageKey: string): never {
  fail('preflight-failed', { params: { count: 1 }, fields: [{ path, messageKey, params: {} }] });
}
