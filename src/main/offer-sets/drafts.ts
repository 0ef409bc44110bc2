/** Drafts of offer sets: begun from a selection, saved as typed, checked against what this machine knows of the offers. */
import { contentOf, createOfferSetDraft, draftOfSet, rebaseDraft } from '../../shared/domain/offer-set/draft.ts';
import { readOfferSetEntity, type OfferSetEntity } from '../../shared/domain/offer-set/entity.ts';
import type { OfferSetFinding } from '../../shared/domain/offer-set/finding.ts';
import type { SetMember } from '../../shared/domain/offer-set/offer-set.ts';
import { preflightOfferSet } from '../../shared/domain/offer-set/preflight.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { fail, OfferdeckError, type AppError } from '../../shared/errors/app-error.ts';
import type { MethodOutput } from '../../shared/contract/index.ts';
import type { EventBus } from '../events.ts';
import type { Handlers } from '../handlers.ts';
import type { AccountSource } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import type { SetDraftStore, StoredSetDraft } from './draft-store.ts';
import type { OfferSetSource } from './index.ts';
import type { Members } from './members.ts';

type DraftMethod =
  | 'offersets.drafts.list'
  | 'offersets.drafts.create'
  | 'offersets.drafts.add'
  | 'offersets.drafts.get'
  | 'offersets.drafts.save'
  | 'offersets.drafts.remove'
  | 'offersets.drafts.preflight';

export interface SetDraftDependencies {
  readonly database: Database;
  readonly events: EventBus;
  readonly accounts: AccountSource;
  readonly sets: OfferSetSource;
  readonly members: Members;
  readonly store: SetDraftStore;
  /** A draft with everything that the offer holds, its EULA too; answers the draft's id. */
  readonly clone: (account: string, offerId: string, signal: AbortSignal) => Promise<string>;
  readonly change: (id: string) => Change;
}

interface Checked {
  readonly findings: OfferSetFinding[];
  readonly members: SetMember[];
  readonly candidates: SetMember[];
  readonly drafts: SetMember[];
}

export interface SetDrafts {
  readonly handlers: Pick<Handlers, DraftMethod>;
  /** `held`: the set as AWS has it; null where it is to be made. */
  check(stored: StoredSetDraft, held: OfferSetEntity | null): Promise<Checked>;
}

export function createSetDrafts(deps: SetDraftDependencies): SetDrafts {
  const { events, accounts, sets, members, store } = deps;
  const changed = ({ id, account }: { id: string; account: string }) =>
    events.emit('offersets.drafts.changed', { id, account });

  async function check({ account, document }: StoredSetDraft, held: OfferSetEntity | null): Promise<Checked> {
    const setId = document.target?.offerSetId ?? null;
    const others =
      setId === null ? [] : members.madeFor(account, setId).filter((id) => !document.offerIds.includes(id));
    const offers = await members.offers(account, document.offerIds);
    const all = [...offers, ...members.drafts(account, document.draftIds)];
    const drafts = setId === null ? [] : members.drafts(account, members.meantFor(account, setId));
    const facts = { draft: document, members: all, awsState: held?.awsState ?? null, openDrafts: drafts.length };
    return {
      findings: preflightOfferSet(facts),
      members: all,
      candidates: await members.offers(account, others),
      drafts,
    };
  }

  /** What cannot be cloned is told, and keeps nothing else from being there. */
  async function add(
    stored: StoredSetDraft,
    wish: { readonly offerIds: readonly string[]; readonly draftIds: readonly string[] },
    signal: AbortSignal,
  ): Promise<MethodOutput<'offersets.drafts.add'>> {
    let current = put(stored, wish.draftIds);
    const failed: { offerId: string; error: AppError }[] = [];
    for (const offerId of wish.offerIds) {
      try {
        current = put(current, [await deps.clone(current.account, offerId, signal)]);
      } catch (error) {
        if (signal.aborted || !(error instanceof OfferdeckError)) throw error;
        failed.push({ offerId, error: error.data });
      }
    }
    return { draft: current, failed };
  }

  function put(stored: StoredSetDraft, draftIds: readonly string[]): StoredSetDraft {
    const { target } = stored.document;
    refuseObstacles(stored, draftIds);
    if (target !== null) {
      // The set has its ID already: the drafts learn it at once.
      for (const id of store.adopt(stored.account, draftIds, target.offerSetId)) {
        events.emit('drafts.changed', { id, account: stored.account });
      }
      return stored;
    }
    const next = [...new Set([...stored.document.draftIds, ...draftIds])];
    if (next.length === stored.document.draftIds.length) return stored;
    const document = { ...stored.document, draftIds: next };
    const saved = { ...store.save(stored.id, stored.revision, document), document };
    changed(saved);
    return saved;
  }

  function refuseObstacles({ account, document }: StoredSetDraft, draftIds: readonly string[]): void {
    const own = document.target?.offerSetId ?? null;
    const fields = members.drafts(account, draftIds).flatMap(({ id, name, obstacle, offerSetId }, index) => {
      const why = obstacle ?? (offerSetId !== null && offerSetId !== own ? 'other-set' : null);
      if (why === null) return [];
      const params = { name: name || id, set: offerSetId ?? '' };
      return [{ path: `draftIds.${index}`, messageKey: `offersets:rule.set-cannot-join.${why}`, params }];
    });
    if (fields.length > 0) fail('preflight-failed', { params: { count: fields.length }, fields });
  }

  /** Goes on where the set has been opened before, on top of what AWS holds now. */
  async function startFrom(account: string, offerSetId: string, signal: AbortSignal): Promise<StoredSetDraft> {
    const { document } = await sets.read(account, offerSetId, signal);
    const entity = readOfferSetEntity(document) ?? fail('malformed-answer', { params: { name: offerSetId } });
    if (entity.awsState === 'Released')
      fail('already-published', { params: { name: entity.name, offerId: offerSetId } });
    const held = contentOf(entity);
    const open = store.findOfTarget(account, offerSetId);
    if (open) {
      const rebased = rebaseDraft(open.document, held);
      return { ...store.save(open.id, open.revision, rebased), document: rebased };
    }
    // What was made for the set is meant to be in it.
    const fresh = draftOfSet(offerSetId, held);
    const offerIds = [...new Set([...held.offerIds, ...members.madeFor(account, offerSetId)])];
    return store.insert(account, { ...fresh, offerIds });
  }

  return {
    check,
    handlers: {
      'offersets.drafts.list': async ({ account }) => ({ drafts: store.list(account) }),
      async 'offersets.drafts.create'({ account, offerSetId, offerIds, draftIds }, { signal }) {
        accounts.getSettings(account);
        const stored =
          offerSetId === null
            ? store.insert(account, createOfferSetDraft())
            : await startFrom(account, offerSetId, signal);
        changed(stored);
        return add(stored, { offerIds, draftIds }, signal);
      },
      async 'offersets.drafts.add'({ id, revision, offerIds, draftIds }, { signal }) {
        const stored = store.get(id);
        if (stored.revision !== revision) {
          fail('conflict', { params: { name: stored.name, revision: stored.revision }, action: { kind: 'reload' } });
        }
        return add(stored, { offerIds, draftIds }, signal);
      },
      'offersets.drafts.get': async ({ id }) => store.get(id),
      async 'offersets.drafts.save'({ id, revision, document }) {
        const record = store.save(id, revision, document);
        changed(record);
        return record;
      },
      async 'offersets.drafts.remove'({ id }) {
        const { account, name } = store.getRecord(id);
        deps.database.transaction(() => {
          if (store.written(id).some(isLive)) fail('already-publishing', { params: { name: name || id } });
          store.remove(id);
        });
        changed({ id, account });
        return {};
      },
      async 'offersets.drafts.preflight'({ id }) {
        const stored = store.get(id);
        const { target } = stored.document;
        const copy = target && sets.find(stored.account, target.offerSetId);
        const [newest] = store.written(id);
        return {
          ...(await check(stored, copy && readOfferSetEntity(copy.document))),
          change: newest ? deps.change(newest.id) : null,
        };
      },
    },
  };
}

/** Under way, and not merely stopped before anything was made. */
export function isLive({ state, paused }: { readonly state: string; readonly paused: boolean }): boolean {
  if (state === 'intended' || state === 'eula-uploaded') return !paused;
  return state === 'sending' || state === 'sent';
}
