/** Drafts on disk. Every save is a new revision; a save on an older one is refused. */
import { randomUUID } from 'node:crypto';
import type { DraftRecord } from '../../shared/contract/drafts.ts';
import type { ChangeKind } from '../../shared/domain/change/kinds.ts';
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import { upgradeDraft } from '../../shared/domain/offer/upgrade.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';

interface DraftRow {
  id: string;
  account: string;
  revision: number;
  name: string;
  product_title: string | null;
  created_at: string;
  updated_at: string;
  change_id: string | null;
}

export type StoredDraft = DraftRecord & { document: OfferDraft };

/** An offer that exists at AWS because this draft was published. */
interface MadeOffer {
  readonly offerId: string;
  readonly kind: ChangeKind;
  readonly changeId: string;
}

export interface DraftStore {
  list(account: string | null): DraftRecord[];
  /** Throws `not-found`. */
  getRecord(id: string): DraftRecord;
  /** Throws `not-found`, or `storage-damaged` when the document cannot be read. */
  get(id: string): StoredDraft;
  /** What earlier publications of this draft have made at AWS; the latest one. */
  findMade(id: string): MadeOffer | null;
  insert(account: string, document: OfferDraft): StoredDraft;
  /** Throws `not-found`, or `conflict` when `revision` is not the latest. */
  save(id: string, revision: number, document: OfferDraft): DraftRecord;
  remove(id: string): void;
}

const RECORD = `
  SELECT id, account, revision, name, product_title, created_at, updated_at,
    (SELECT changes.id FROM changes WHERE changes.draft_id = drafts.id
       AND changes.state NOT IN ('failed', 'cancelled', 'refused') ORDER BY changes.seq DESC LIMIT 1) AS change_id
  FROM drafts`;

export function createDraftStore(deps: { database: Database; clock: Clock }): DraftStore {
  const { database, clock } = deps;
  const now = () => new Date(clock.realNow()).toISOString();

  function getRecord(id: string): DraftRecord {
    const row = database.get<DraftRow>(`${RECORD} WHERE id = ?`, id);
    return row ? toRecord(row) : fail('not-found', { params: { name: id } });
  }

  function get(id: string): StoredDraft {
    const record = getRecord(id);
    const row = database.get<{ document: string }>('SELECT document FROM drafts WHERE id = ?', id);
    return { ...record, document: upgradeDraft(JSON.parse(row?.document ?? 'null')) };
  }

  return {
    list(account) {
      return account === null
        ? database.all<DraftRow>(`${RECORD} ORDER BY updated_at DESC, rowid DESC`).map(toRecord)
        : database
            .all<DraftRow>(`${RECORD} WHERE account = ? ORDER BY updated_at DESC, rowid DESC`, account)
            .map(toRecord);
    },
    getRecord,
    get,
    findMade(id) {
      const row = database.get<{ id: string; kind: ChangeKind; entity_id: string }>(
        `SELECT id, kind, entity_id FROM changes WHERE draft_id = ? AND entity_type = 'Offer' AND entity_id IS NOT NULL
         AND state IN ('succeeded', 'verified') ORDER BY seq DESC LIMIT 1`,
        id,
      );
      return row ? { offerId: row.entity_id, kind: row.kind, changeId: row.id } : null;
    },
    insert(account, document) {
      const id = randomUUID();
      database.run(
        'INSERT INTO drafts (id, account, revision, name, product_title, document, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?)',
        id,
        account,
        document.name,
        document.product?.title ?? null,
        JSON.stringify(document),
        now(),
        now(),
      );
      return get(id);
    },
    save(id, revision, document) {
      const { changes } = database.run(
        'UPDATE drafts SET revision = revision + 1, name = ?, product_title = ?, document = ?, updated_at = ? WHERE id = ? AND revision = ?',
        document.name,
        document.product?.title ?? null,
        JSON.stringify(document),
        now(),
        id,
        revision,
      );
      const record = getRecord(id);
      if (changes === 0) {
        fail('conflict', { params: { name: record.name, revision: record.revision }, action: { kind: 'reload' } });
      }
      return record;
    },
    remove(id) {
      database.run('DELETE FROM drafts WHERE id = ?', id);
    },
  };
}

function toRecord(row: DraftRow): DraftRecord {
  return {
    id: row.id,
    account: row.account,
    revision: row.revision,
    name: row.name,
    productTitle: row.product_title,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    changeId: row.change_id,
  };
}
