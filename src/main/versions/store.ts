/** Kept versions on disk: each content once, an entry for each time that something came to hold another content. */
import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/version/compare.ts';
import type { Version, VersionedEntity, VersionForm, VersionKind } from '../../shared/domain/version/version.ts';
import { fail } from '../../shared/errors/app-error.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { NewVersion } from '../sources.ts';
import type { Database } from '../storage/database.ts';

export interface VersionStore {
  /** null where the newest version already holds this. May run inside a transaction of the caller. */
  keep(version: NewVersion): Version | null;
  /** Throws `not-found`. */
  get(id: string): Version & { document: unknown };
  /** Of the entity itself and of what belongs to it, newest first. */
  listRelated(account: string, entityType: VersionedEntity, entityId: string): Version[];
  newestAt(entityType: VersionedEntity, entityId: string): string | null;
  /** Says which write led to the newest version of an entity. */
  attribute(account: string, entityType: VersionedEntity, entityId: string, changeId: string): void;
  /** Drafts of the account that an import made from this very content. */
  findImports(account: string, document: unknown): string[];
  /** Drops what a draft kept by itself beyond the newest `count`. */
  thin(draftId: string, count: number): void;
  /** The draft is gone: what was sent stays, the rest goes with it. */
  forgetDraft(draftId: string): void;
}

interface VersionRow {
  id: string;
  account: string;
  entity_type: VersionedEntity;
  entity_id: string;
  kind: VersionKind;
  form: VersionForm;
  revision: string | null;
  label: string;
  at: string;
  change_id: string | null;
  related_id: string | null;
}

const COLUMNS = 'id, account, entity_type, entity_id, kind, form, revision, label, at, change_id, related_id';
/** More than anybody looks through; the newest ones count. */
const LIST_LIMIT = 500;

export function createVersionStore(database: Database): VersionStore {
  const find = (id: string) => database.get<VersionRow>(`SELECT ${COLUMNS} FROM versions WHERE id = ?`, id);

  function isKnown(version: NewVersion, hash: string): boolean {
    // What a draft was started from stands apart from what became of it; a copy under a name is wanted in any case.
    if (version.kind === 'named') return false;
    const newest = database.get<{ hash: string }>(
      `SELECT hash FROM versions WHERE account = ?1 AND entity_type = ?2 AND entity_id = ?3
       AND (kind = ?4 OR (?4 = 'saved' AND kind <> 'clone-source')) ORDER BY seq DESC LIMIT 1`,
      version.account,
      version.entityType,
      version.entityId,
      version.kind,
    );
    return newest?.hash === hash;
  }

  function keep(version: NewVersion): Version | null {
    const text = JSON.stringify(maskSignedAddresses(version.document));
    const hash = hashOf(text);
    if (isKnown(version, hash)) return null;
    const id = randomUUID();
    database.run('INSERT INTO version_documents (hash, document) VALUES (?, ?) ON CONFLICT DO NOTHING', hash, text);
    database.run(
      `INSERT INTO versions (id, account, entity_type, entity_id, kind, form, revision, label, at, hash, change_id,
         related_id, eula_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      version.account,
      version.entityType,
      version.entityId,
      version.kind,
      version.form,
      version.revision ?? null,
      version.label ?? '',
      version.at,
      hash,
      version.changeId ?? null,
      version.relatedId ?? null,
      version.eulaSha256 ?? null,
    );
    const row = find(id);
    return row ? toVersion(row) : null;
  }

  function dropUnusedDocuments(): void {
    database.run(
      'DELETE FROM version_documents WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.hash = version_documents.hash)',
    );
  }

  return {
    // What AWS holds can be read again; what a person typed cannot.
    keep: (version) =>
      version.entityType === 'Draft'
        ? database.transaction(() => keep(version))
        : database.cacheTransaction(() => keep(version)),
    get(id) {
      const row = database.get<VersionRow & { document: string }>(
        `SELECT ${COLUMNS}, (SELECT document FROM version_documents d WHERE d.hash = versions.hash) AS document
         FROM versions WHERE id = ?`,
        id,
      );
      if (!row) fail('not-found', { params: { name: id } });
      return { ...toVersion(row), document: JSON.parse(row.document) as unknown };
    },
    listRelated(account, entityType, entityId) {
      return database
        .all<VersionRow>(
          `SELECT ${COLUMNS} FROM versions WHERE account = ?1 AND (
             (entity_type = ?2 AND entity_id = ?3)
             OR (?2 = 'Offer' AND related_id = ?3 AND entity_type <> 'Draft')
             OR (?2 = 'Offer' AND entity_type = 'Draft'
               AND entity_id IN (SELECT draft_id FROM changes WHERE account = ?1 AND entity_id = ?3))
             OR (?2 = 'Draft' AND entity_type = 'Offer' AND entity_id IN (
               SELECT entity_id FROM changes WHERE draft_id = ?3
               UNION SELECT json_extract(document, '$.target.offerId') FROM drafts WHERE id = ?3))
             OR (?2 = 'Agreement' AND entity_type = 'Offer' AND entity_id IN (
               SELECT related_id FROM versions WHERE account = ?1 AND entity_type = 'Agreement' AND entity_id = ?3))
           ) ORDER BY seq DESC LIMIT ${LIST_LIMIT}`,
          account,
          entityType,
          entityId,
        )
        .map(toVersion);
    },
    newestAt(entityType, entityId) {
      const row = database.get<{ at: string }>(
        `SELECT at FROM versions WHERE entity_type = ? AND entity_id = ? AND kind <> 'clone-source'
         ORDER BY seq DESC LIMIT 1`,
        entityType,
        entityId,
      );
      return row?.at ?? null;
    },
    attribute(account, entityType, entityId, changeId) {
      database.run(
        `UPDATE versions SET change_id = ? WHERE change_id IS NULL AND seq = (
           SELECT max(seq) FROM versions WHERE account = ? AND entity_type = ? AND entity_id = ?)`,
        changeId,
        account,
        entityType,
        entityId,
      );
    },
    findImports: (account, document) =>
      database
        .all<{ id: string }>(
          `SELECT entity_id AS id FROM versions WHERE account = ? AND entity_type = 'Draft' AND kind = 'imported'
           AND hash = ? ORDER BY seq DESC`,
          account,
          hashOf(JSON.stringify(maskSignedAddresses(document))),
        )
        .map(({ id }) => id),
    thin(draftId, count) {
      const { changes } = database.run(
        `DELETE FROM versions WHERE entity_type = 'Draft' AND entity_id = ?1 AND kind = 'saved' AND seq NOT IN (
           SELECT seq FROM versions WHERE entity_type = 'Draft' AND entity_id = ?1 AND kind = 'saved'
           ORDER BY seq DESC LIMIT ?2)`,
        draftId,
        count,
      );
      if (changes > 0) dropUnusedDocuments();
    },
    forgetDraft(draftId) {
      const { changes } = database.run(
        `DELETE FROM versions WHERE entity_type = 'Draft' AND entity_id = ? AND kind <> 'published'`,
        draftId,
      );
      if (changes > 0) dropUnusedDocuments();
    },
  };
}

/** Equal documents have equal hashes, whatever the order of their members. */
function hashOf(text: string): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(text)))
    .digest('hex');
}

function toVersion(row: VersionRow): Version {
  return {
    id: row.id,
    account: row.account,
    entityType: row.entity_type,
    entityId: row.entity_id,
    kind: row.kind,
    form: row.form,
    revision: row.revision,
    label: row.label,
    at: row.at,
    changeId: row.change_id,
    relatedId: row.related_id,
  };
}
