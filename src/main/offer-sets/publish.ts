/** Sends a reviewed draft of an offer set: one change set, one row of the journal. Nothing is written anywhere when it refuses. */
import type { ParsedInput } from '../../shared/contract/index.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import { compileOfferSet } from '../../shared/domain/offer-set/compile.ts';
import { contentOf, isSameContent, rebaseDraft } from '../../shared/domain/offer-set/draft.ts';
import { readOfferSetEntity, type OfferSetEntity } from '../../shared/domain/offer-set/entity.ts';
import { isBlockingSet, type OfferSetFinding } from '../../shared/domain/offer-set/finding.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { AwsAccess } from '../aws/access.ts';
import type { EntityChange } from '../changes/intent.ts';
import { refuseOtherAccount, type ChangeSetWish, type Writes } from '../changes/writes.ts';
import type { EventBus } from '../events.ts';
import type { AccountSource, OfferSource } from '../sources.ts';
import { journalKeyOf, type SetDraftStore, type StoredSetDraft } from './draft-store.ts';
import { isLive, type SetDrafts } from './drafts.ts';
import { OFFER_SET_DOCUMENT, OFFER_SET_TYPE } from './entity-kind.ts';
import type { OfferSetSource } from './index.ts';

export interface SetPublishDependencies {
  readonly writes: Pick<Writes, 'begin' | 'preview'>;
  /** Gives up a paused write of which nothing was made. */
  readonly abandon: (changeId: string) => Promise<unknown>;
  readonly aws: Pick<AwsAccess, 'confirmIdentity'>;
  readonly accounts: AccountSource;
  readonly events: EventBus;
  readonly sets: OfferSetSource;
  readonly offers: Pick<OfferSource, 'read'>;
  readonly store: SetDraftStore;
  readonly check: SetDrafts['check'];
}

type PublishInput = ParsedInput<'offersets.drafts.publish'>;

interface Held {
  readonly entity: OfferSetEntity;
  readonly document: unknown;
}

export function createSetPublishing(deps: SetPublishDependencies) {
  const { writes, aws, accounts, sets, store, check } = deps;

  function refuseOtherRevision({ id, name }: StoredSetDraft, reviewed: number): void {
    if (store.getRecord(id).revision !== reviewed) fail('draft-changed', { params: { name } });
  }

  /** A set is made once: what is under way, or has been made, is not made again. */
  function refuseWritten({ id, name, document }: StoredSetDraft): void {
    const rows = store.written(id);
    if (rows.some(isLive)) fail('already-publishing', { params: { name } });
    const made = rows.find(
      ({ entityId, state }) => entityId !== null && (state === 'succeeded' || state === 'verified'),
    );
    if (made && document.target === null) fail('already-published', { params: { name, offerId: made.entityId ?? '' } });
  }

  async function readHeld({ account, document }: StoredSetDraft, signal: AbortSignal): Promise<Held | null> {
    if (document.target === null) return null;
    const { id, document: held } = await sets.read(account, document.target.offerSetId, signal);
    return { entity: readOfferSetEntity(held) ?? fail('malformed-answer', { params: { name: id } }), document: held };
  }

  /** Somebody else has changed the set: their changes come into the draft, and the person looks again. */
  function refuseMoved(stored: StoredSetDraft, held: Held | null): void {
    const { target } = stored.document;
    if (target === null || held === null || isSameContent(target, contentOf(held.entity))) return;
    store.save(stored.id, stored.revision, rebaseDraft(stored.document, contentOf(held.entity)));
    deps.events.emit('offersets.drafts.changed', stored);
    fail('entity-changed', { params: { name: stored.name }, action: { kind: 'reload' } });
  }

  /** A release looks at the offers as they are now, not as the copy remembers them. */
  async function readOffers({ account, document }: StoredSetDraft, signal: AbortSignal): Promise<void> {
    for (const id of document.offerIds) await deps.offers.read(account, id, signal);
  }

  return {
    async publish(input: PublishInput, signal: AbortSignal): Promise<Change> {
      const stored = store.get(input.draftId);
      const { account } = stored;
      const release = input.intent === 'release';
      refuseOtherRevision(stored, input.revision);
      refuseOtherAccount(accounts.getSettings(account), input.confirmedAccountId, account);
      refuseWritten(stored);
      // A set has to exist before its offers can be made for it.
      if (release && stored.document.target === null) fail('not-supported', { params: { name: stored.name } });
      await aws.confirmIdentity(account, { priority: 'user', signal });
      const held = await readHeld(stored, signal);
      refuseMoved(stored, held);
      if (release) await readOffers(stored, signal);
      refuseFindings((await check(stored, held?.entity ?? null)).findings, input);
      const wish = toWish(stored, held, release);
      for (const row of store.written(stored.id)) {
        if (row.paused && !isLive(row)) await deps.abandon(row.id);
      }
      return writes.begin(wish, {
        confirmedAccountId: input.confirmedAccountId,
        signal,
        check: () => {
          // Typed on or sent elsewhere while we were asking AWS.
          refuseOtherRevision(stored, input.revision);
          refuseWritten(stored);
        },
      });
    },
    /** Without a call: what AWS held when the draft was begun says what would be sent. */
    preview({ id, intent }: ParsedInput<'offersets.drafts.request'>): string {
      const stored = store.get(id);
      const release = intent === 'release' && stored.document.target !== null;
      if (compileOfferSet(stored.document, release).length === 0) return '';
      return writes.preview(toWish(stored, null, release));
    },
  };
}

function toWish(stored: StoredSetDraft, held: Held | null, release: boolean): ChangeSetWish {
  const { document } = stored;
  const changes = compileOfferSet(document, release);
  const title = document.name.trim() || document.target?.offerSetId || '';
  if (changes.length === 0) fail('nothing-to-send', { params: { name: title } });
  const kind = document.target === null ? 'offer-set-create' : release ? 'offer-set-release' : 'offer-set-update';
  return {
    account: stored.account,
    kind,
    draftId: journalKeyOf(stored.id),
    title,
    document: { kind: OFFER_SET_DOCUMENT, value: document },
    revision: stored.revision,
    changes: changes as readonly EntityChange[],
    before: held?.document ?? null,
    entityType: OFFER_SET_TYPE,
    entityId: document.target?.offerSetId ?? null,
  };
}

function refuseFindings(findings: readonly OfferSetFinding[], { intent, acknowledgedWarnings }: PublishInput): void {
  const open = findings.filter(
    (finding) =>
      isBlockingSet(finding, intent) ||
      // What a buyer will see must have been read first; a draft at AWS nobody sees.
      (intent === 'release' && finding.severity === 'warning' && !acknowledgedWarnings.includes(finding.ruleId)),
  );
  if (open.length === 0) return;
  fail('preflight-failed', {
    params: { count: open.length },
    fields: open.map(({ path, messageKey, params }) => ({ path, messageKey, params })),
  });
}
