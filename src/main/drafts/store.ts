/** Drafts of offers on disk. */
import type { DraftRecord } from '../../shared/contract/drafts.ts';
import type { ChangeKind } from '../../shared/domain/change/kinds.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { upgradeDraft } from '../../shared/domain/offer/upgrade.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';

export type StoredDraft = DraftRecord & { document: OfferDraft };

/** An offer that exists at AWS because this draft was published. */
interface MadeOffer {
  readonly offerId: string;
  readonly kind: ChangeKind;
  readonly changeId: string;
}

export interface DraftStore extends DocumentStore<OfferDraft> {
  /** What earlier publications of this draft have made at AWS; the latest one. */
  findMade(id: string): MadeOffer | null;
  /** The draft in which this state of an AWS-side draft is edited already. */
  findOfTarget(account: string, offerId: string, revision: string): StoredDraft | null;
}

export function createDraftStore(deps: { database: Database; clock: Clock }): DraftStore {
  const { database } = deps;
  const documents = createDocumentStore<OfferDraft>(deps, {
    table: 'drafts',
    madeFrom: 'changes.draft_id = drafts.id',
    upgrade: upgradeDraft,
  });
  return {
    ...documents,
    findOfTarget(account, offerId, revision) {
      const row = database.get<{ id: string }>(
        `SELECT id FROM drafts WHERE account = ? AND json_extract(document, '$.target.offerId') = ?
         AND json_extract(document, '$.target.revision') = ? ORDER BY updated_at DESC LIMIT 1`,
        account,
        offerId,
        revision,
      );
      return row ? documents.get(row.id) : null;
    },
    findMade(id) {
      const row = database.get<{ id: string; kind: ChangeKind; entity_id: string }>(
        `SELECT id, kind, entity_id FROM changes WHERE draft_id = ? AND entity_type = 'Offer' AND entity_id IS NOT NULL
         AND state IN ('succeeded', 'verified') ORDER BY seq DESC LIMIT 1`,
        id,
      );
      return row ? { offerId: row.entity_id, kind: row.kind, changeId: row.id } : null;
    },
  };
}
