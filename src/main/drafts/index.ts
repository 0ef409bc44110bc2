/** Offer drafts: saved as typed, one revision after the other, with the EULA a person attached. */
import type { AwsAccess } from '../aws/access.ts';
import { createOfferDraft, type OfferDraft } from '../../shared/domain/offer/draft.ts';
import { readOfferEntity } from '../../shared/domain/offer/entity.ts';
import { parseOffer } from '../../shared/domain/offer/parse.ts';
import { prefillDraft, prefillFreeTrial } from '../../shared/domain/offer/prefill.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { EventBus } from '../events.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Clock } from '../ports.ts';
import type { AccountSource, DraftCheck, OfferSource, ProductSource, VersionKeeper } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import { createEulaFiles, type EulaFiles } from './eula-files.ts';
import { draftFromOffer } from './from-offer.ts';
import { createDraftStore, type DraftStore, type StoredDraft } from './store.ts';

export type { DraftStore, StoredDraft } from './store.ts';

export interface Drafts {
  readonly handlers: Omit<HandlersOf<'drafts'>, 'drafts.request'>;
  readonly store: DraftStore;
  readonly eulaFiles: EulaFiles;
  /** A new draft with everything that a released offer holds, its EULA too; refuses what stands as a draft at AWS. */
  cloneOffer(account: string, offerId: string, signal: AbortSignal): Promise<string>;
}

export interface DraftDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly accounts: AccountSource;
  readonly products: ProductSource;
  readonly offers: OfferSource;
  readonly check: DraftCheck;
  readonly aws: Pick<AwsAccess, 'download'>;
  readonly versions: VersionKeeper;
  /** Puts a draft read from a channel partner's offer on its authorization; any other comes back as it is. */
  adopt(account: string, draft: OfferDraft, signal: AbortSignal): Promise<OfferDraft>;
}

export function createDrafts(deps: DraftDependencies): Drafts {
  const { database, clock, events, accounts, products, offers, check, versions } = deps;
  const store = createDraftStore(deps);
  const eulaFiles = createEulaFiles(deps);
  const changed = (draft: { id: string; account: string }) =>
    events.emit('drafts.changed', { id: draft.id, account: draft.account });

  async function start(account: string, productId: string | null, freeTrial: boolean): Promise<OfferDraft> {
    const settings = accounts.getSettings(account);
    if (freeTrial) return startFreeTrial(account, productId);
    const sellerAccountId = settings.addSellerToBuyers ? settings.awsAccountId : null;
    if (productId === null) return { ...createOfferDraft(), buyers: sellerAccountId === null ? [] : [sellerAccountId] };
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    return prefillDraft({ product: await products.get(account, productId), today, sellerAccountId });
  }

  async function startFreeTrial(account: string, productId: string | null): Promise<OfferDraft> {
    if (productId === null) return { ...createOfferDraft(), source: { kind: 'public' }, kind: 'saas-free-trial' };
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    return prefillFreeTrial(await products.get(account, productId), today);
  }

  /** What a draft was started from, to be compared with what becomes of it. */
  function keepSource(draft: StoredDraft, offerId: string): void {
    const source = offers.find(draft.account, offerId);
    if (!source) return;
    versions.keep({
      account: draft.account,
      entityType: 'Draft',
      entityId: draft.id,
      kind: 'clone-source',
      form: 'offer',
      document: source.document,
      at: draft.createdAt,
      label: draft.name,
      revision: source.revision,
      relatedId: offerId,
    });
  }

  async function createFromOffer(
    offerId: string,
    {
      account,
      shiftDates,
      changeInPlace,
    }: Omit<ParsedInput<'drafts.create'>, 'productId' | 'fromOfferId' | 'freeTrial'>,
    signal: AbortSignal,
  ) {
    const settings = accounts.getSettings(account);
    const entity = await offers.read(account, offerId, signal);
    const isEdited = changeInPlace || readOfferEntity(entity.document)?.awsState !== 'Released';
    const open = isEdited ? store.findOfTarget(account, offerId, entity.revision) : null;
    if (open) return { ...open, notes: [{ messageKey: 'drafts:note.opened-before', params: {} }] };
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    const { draft: read, notes } = await draftFromOffer(entity, {
      account,
      settings,
      products,
      eulaFiles,
      aws: deps.aws,
      today,
      shiftDates,
      changeInPlace,
      signal,
    });
    const document = await deps.adopt(account, read, signal);
    const draft = store.insert(account, document);
    if (document.target === null) keepSource(draft, offerId);
    changed(draft);
    return { ...draft, notes: [...notes] };
  }

  async function cloneOffer(account: string, offerId: string, signal: AbortSignal): Promise<string> {
    const { document } = offers.find(account, offerId) ?? (await offers.read(account, offerId, signal));
    if (readOfferEntity(document)?.awsState !== 'Released') fail('not-released', { params: { name: offerId } });
    return (await createFromOffer(offerId, { account, shiftDates: true }, signal)).id;
  }

  return {
    store,
    eulaFiles,
    cloneOffer,
    handlers: {
      'drafts.list': async ({ account }) => ({ drafts: store.list(account) }),
      async 'drafts.create'(input, { signal }) {
        const { account, productId, fromOfferId, freeTrial = false } = input;
        if (fromOfferId !== null) return createFromOffer(fromOfferId, input, signal);
        const draft = store.insert(account, await start(account, productId, freeTrial));
        changed(draft);
        return { ...draft, notes: [] };
      },
      'drafts.get': async ({ id }) => store.get(id),
      async 'drafts.save'({ id, revision, document }) {
        const record = store.save(id, revision, document);
        changed(record);
        return record;
      },
      async 'drafts.remove'({ id }) {
        const { account } = store.getRecord(id);
        database.transaction(() => {
          const live = database.get(
            `SELECT 1 FROM changes WHERE draft_id = ? AND state IN ('intended', 'eula-uploaded', 'sending', 'sent')
             AND NOT (paused = 1 AND state IN ('intended', 'eula-uploaded'))`,
            id,
          );
          if (live) fail('already-publishing', { params: { name: id } });
          store.remove(id);
        });
        eulaFiles.dropUnused();
        changed({ id, account });
        return {};
      },
      async 'drafts.preflight'({ id }) {
        const { account, document } = store.get(id);
        const product = document.product ? products.find(account, document.product.id) : null;
        const entity = document.target ? offers.find(account, document.target.offerId) : null;
        const held = entity && parseOffer(entity.document, entity.revision, product ?? document.product);
        return { findings: check(document, product, { account: accounts.getSettings(account), held }) };
      },
      async 'drafts.attachEula'({ id, name, base64 }) {
        store.getRecord(id);
        return { ...eulaFiles.add(base64), name };
      },
    },
  };
}
