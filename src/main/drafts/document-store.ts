/** Documents that people edit, on disk: every save is a new revision, a save on an older one is refused. One table a kind. */
import { randomUUID } from 'node:crypto';
import type { DraftRecord } from '../../shared/contract/drafts.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';

/** What every kind of draft has, and the list shows. */
interface DraftDocument {
  readonly name: string;
  /** Left out where it is about no product of its own. */
  readonly product?: { readonly title: string } | null;
}

export interface DocumentTable<D extends DraftDocument> {
  readonly table: 'drafts' | 'authorization_drafts' | 'offer_set_drafts' | 'opportunity_drafts';
  /** SQL that tells whether a row of `changes` was made from a row of the table. */
  readonly madeFrom: string;
  /** Reads a stored document of any known version; throws when it is newer than this build, or broken. */
  upgrade(document: unknown): D;
}

export interface DocumentStore<D> {
  list(account: string | null): DraftRecord[];
  /** Throws `not-found`. */
  getRecord(id: string): DraftRecord;
  /** Throws `not-found`, or `storage-damaged` when the document cannot be read. */
  get(id: string): DraftRecord & { document: D };
  insert(account: string, document: D): DraftRecord & { document: D };
  /** Throws `not-found`, or `conflict` when `revision` is not the latest. */
  save(id: string, revision: number, document: D): DraftRecord;
  remove(id: string): void;
}

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

export function createDocumentStore<D extends DraftDocument>(
  { database, clock }: { database: Database; clock: Clock },
  { table, madeFrom, upgrade }: DocumentTable<D>,
): DocumentStore<D> {
  const now = () => new Date(clock.realNow()).toISOString();
  const record = `
    SELECT id, account, revision, name, product_title, created_at, updated_at,
      (SELECT changes.id FROM changes WHERE ${madeFrom}
         AND changes.state NOT IN ('failed', 'cancelled', 'refused') ORDER BY changes.seq DESC LIMIT 1) AS change_id
    FROM ${table}`;

  function getRecord(id: string): DraftRecord {
    const row = database.get<DraftRow>(`${record} WHERE id = ?`, id);
    return row ? toRecord(row) : fail('not-found', { params: { name: id } });
  }

  function get(id: string): DraftRecord & { document: D } {
    const found = getRecord(id);
    const row = database.get<{ document: string }>(`SELECT document FROM ${table} WHERE id = ?`, id);
    return { ...found, document: upgrade(JSON.parse(row?.document ?? 'null')) };
  }

  return {
    list(account) {
      const order = 'ORDER BY updated_at DESC, rowid DESC';
      return account === null
        ? database.all<DraftRow>(`${record} ${order}`).map(toRecord)
        : database.all<DraftRow>(`${record} WHERE account = ? ${order}`, account).map(toRecord);
    },
    getRecord,
    get,
    insert(account, document) {
      const id = randomUUID();
      database.run(
        `INSERT INTO ${table} (id, account, revision, name, product_title, document, created_at, updated_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?)`,
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
        `UPDATE ${table} SET revision = revision + 1, name = ?, product_title = ?, document = ?, updated_at = ? WHERE id = ? AND revision = ?`,
        document.name,
        document.product?.title ?? null,
        JSON.stringify(document),
        now(),
        id,
        revision,
      );
      const saved = getRecord(id);
      if (changes === 0) {
        fail('conflict', { params: { name: saved.name, revision: saved.revision }, action: { kind: 'reload' } });
      }
      return saved;
    },
    remove(id) {
      database.run(`DELETE FROM ${table} WHERE id = ?`, id);
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
