/** Drafts of offer sets on disk, what the journal says about each, and what becomes of one whose set has been made. */
import type { DraftRecord } from '../../shared/contract/drafts.ts';
import { contentOf, type OfferSetDraft } from '../../shared/domain/offer-set/draft.ts';
import type { ChangeState } from '../../shared/domain/change/change.ts';
import { createDocumentStore, type DocumentStore } from '../drafts/document-store.ts';
import type { DraftStore } from '../drafts/index.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { readOfferSetDraft } from './draft-versions.ts';

export type StoredSetDraft = DraftRecord & { document: OfferSetDraft };

export interface WrittenRow {
  readonly id: string;
  readonly state: ChangeState;
  readonly paused: boolean;
  readonly entityId: string | null;
  /** Of the draft that was sent. */
  readonly revision: number;
}

export interface SetDraftStore extends DocumentStore<OfferSetDraft> {
  /** The draft in which a set at AWS is edited already. */
  findOfTarget(account: string, offerSetId: string): StoredSetDraft | null;
  /** What was sent of it, newest first. */
  written(id: string): WrittenRow[];
  /** Makes drafts of offers ones for a set; answers those that took it. */
  adopt(account: string, draftIds: readonly string[], offerSetId: string): string[];
  /** Takes up what AWS has made of drafts: those of offers learn their set, and what has been done is put away. */
  settle(): void;
}

/** The name by which the journal knows a draft of a set. */
const SUFFIX = '/offerset';
export const journalKeyOf = (draftId: string): string => `${draftId}${SUFFIX}`;

interface SetDraftDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly drafts: Pick<DraftStore, 'get' | 'save' | 'findMade'>;
}

export function createSetDraftStore(deps: SetDraftDependencies): SetDraftStore {
  const { database, events, drafts } = deps;
  const documents = createDocumentStore<OfferSetDraft>(deps, {
    table: 'offer_set_drafts',
    madeFrom: `changes.draft_id = offer_set_drafts.id || '${SUFFIX}'`,
    upgrade: readOfferSetDraft,
  });

  function written(id: string): WrittenRow[] {
    return database
      .all<{ id: string; state: ChangeState; paused: number; entity_id: string | null; revision: number | null }>(
        `SELECT id, state, paused, entity_id, json_extract(intent, '$.revision') AS revision FROM changes
         WHERE draft_id = ? ORDER BY seq DESC`,
        journalKeyOf(id),
      )
      .map(({ paused, entity_id, revision, ...row }) => ({
        ...row,
        paused: paused === 1,
        entityId: entity_id,
        revision: revision ?? 0,
      }));
  }

  function adopt(account: string, draftIds: readonly string[], offerSetId: string): string[] {
    return draftIds.filter((draftId) => {
      if (!database.get('SELECT 1 FROM drafts WHERE id = ? AND account = ?', draftId, account)) return false;
      const { revision, document } = drafts.get(draftId);
      // One that has been sent meanwhile is an offer, and can belong to no set any more.
      if (document.target !== null || document.offerSetId !== null || drafts.findMade(draftId) !== null) return false;
      drafts.save(draftId, revision, { ...document, offerSetId });
      return true;
    });
  }

  function settleOne(id: string): { account: string; adopted: string[] } | null {
    const [row] = written(id);
    if (row?.state !== 'verified' || row.entityId === null) return null;
    const stored = documents.get(id);
    const isNew = stored.document.target === null;
    // Typed on since it was sent: that is not lost, it is for the set that stands at AWS now.
    if (stored.revision !== row.revision && !isNew) return null;
    const adopted = isNew ? adopt(stored.account, stored.document.draftIds, row.entityId) : [];
    if (stored.revision === row.revision) documents.remove(id);
    else documents.save(id, stored.revision, asDraftOf(stored.document, row.entityId));
    return { account: stored.account, adopted };
  }

  return {
    ...documents,
    written,
    adopt,
    findOfTarget(account, offerSetId) {
      const row = database.get<{ id: string }>(
        `SELECT id FROM offer_set_drafts WHERE account = ? AND json_extract(document, '$.target.offerSetId') = ?
         ORDER BY updated_at DESC LIMIT 1`,
        account,
        offerSetId,
      );
      return row ? documents.get(row.id) : null;
    },
    settle() {
      const waiting = database.all<{ id: string }>(
        `SELECT DISTINCT d.id FROM offer_set_drafts d JOIN changes c ON c.draft_id = d.id || '${SUFFIX}'
         WHERE c.state = 'verified'`,
      );
      for (const { id } of waiting) {
        const settled = database.transaction(() => settleOne(id));
        if (!settled) continue;
        const { account, adopted } = settled;
        for (const draftId of adopted) events.emit('drafts.changed', { id: draftId, account });
        events.emit('offersets.drafts.changed', { id, account });
      }
    },
  };
}

/** What the set holds is not known to this draft: whoever opens it next reads the set, and what was typed stands against that. */
function asDraftOf(draft: OfferSetDraft, offerSetId: string): OfferSetDraft {
  const empty = contentOf({ name: '', buyerNotes: '', awsState: '', solutionId: null, releasedAt: null, offerIds: [] });
  return { ...draft, draftIds: [], target: { ...empty, offerSetId } };
}
