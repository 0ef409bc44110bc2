/** The local copy of agreements: list columns, accepted terms, and what was read when a page was opened. */
import type { AgreementViewSummary } from '@aws-sdk/client-marketplace-agreement';
import { toCatalogTerms } from '../../shared/domain/agreement/accepted-terms.ts';
import { milestonesOf } from '../../shared/domain/agreement/milestones.ts';
import { valueOf } from '../../shared/domain/agreement/readings.ts';
import { malformed, type EntityProblem } from '../entities/problem.ts';
import type { Taken } from '../entities/copy.ts';
import { maskSignedAddresses } from '../entities/signed-address.ts';
import type { NewVersion, VersionKeeper } from '../sources.ts';
import type { Database } from '../storage/database.ts';
import { searchTextOf, toListedAgreement, type AgreementRow } from './list-entry.ts';

export interface StoredTerms {
  readonly readAt: string;
  /** As AWS returned them, signed addresses masked. */
  readonly accepted: readonly unknown[];
}

export interface StoredPage {
  readonly readAt: string;
  readonly document: unknown;
}

export interface AgreementStore {
  /** Takes entries of a search; answers those that make no sense. Inside a transaction of the caller. */
  saveListed(account: string, entries: readonly AgreementViewSummary[], taken: Taken): EntityProblem[];
  /** Takes an agreement that was read by its id, or is known by an event. */
  saveRow(account: string, row: AgreementRow, at: string): void;
  saveTerms(account: string, id: string, accepted: readonly unknown[], at: string): void;
  savePage(account: string, id: string, document: unknown, value: PageValue, at: string): void;
  terms(account: string, id: string): StoredTerms | null;
  page(account: string, id: string): StoredPage | null;
  has(account: string, id: string): boolean;
  /** Whose terms were not read since their last update, newest first. */
  stale(account: string): string[];
  unseenSince(account: string, at: string): string[];
  remove(account: string, id: string): void;
}

/** What AWS estimates the agreement to be worth; null where it did not say. */
export interface PageValue {
  readonly currency: string | null;
  readonly value: string | null;
}

export function createAgreementStore(database: Database, versions: VersionKeeper): AgreementStore {
  const ids = (sql: string, ...values: string[]) => database.all<{ id: string }>(sql, ...values).map(({ id }) => id);
  return {
    saveListed: (account, entries, taken) =>
      entries.flatMap((entry): EntityProblem[] => {
        const row = toListedAgreement(entry);
        if (!row) return [malformed(entry.agreementId ?? '?')];
        saveListedRow(database, account, row, taken);
        return [];
      }),
    saveRow: (account, row, at) => database.cacheTransaction(() => saveRow(database, account, row, at)),
    saveTerms: (account, id, accepted, at) =>
      database.cacheTransaction(() => {
        const kept = saveTerms(database, account, id, accepted, at);
        if (kept) versions.keep({ ...kept, account, entityType: 'Agreement', entityId: id, kind: 'accepted', at });
      }),
    savePage: (account, id, document, value, at) =>
      database.cacheTransaction(() => savePage(database, { account, id, document, value, at })),
    terms(account, id) {
      const row = database.get<{ read_at: string; terms: string }>(
        'SELECT read_at, terms FROM agreement_terms WHERE account = ? AND id = ?',
        account,
        id,
      );
      return row ? { readAt: row.read_at, accepted: JSON.parse(row.terms) as unknown[] } : null;
    },
    page(account, id) {
      const row = database.get<{ read_at: string; document: string }>(
        'SELECT read_at, document FROM agreement_pages WHERE account = ? AND id = ?',
        account,
        id,
      );
      return row ? { readAt: row.read_at, document: JSON.parse(row.document) } : null;
    },
    has: (account, id) =>
      database.get('SELECT 1 FROM agreements WHERE account = ? AND id = ?', account, id) !== undefined,
    stale: (account) =>
      ids(
        `SELECT id FROM agreements WHERE account = ? AND stale = 1 AND role = 'proposer' ORDER BY updated_at DESC`,
        account,
      ),
    unseenSince: (account, at) =>
      ids(`SELECT id FROM agreements WHERE account = ? AND synced_at < ? AND role = 'proposer'`, account, at),
    remove(account, id) {
      database.run('DELETE FROM agreements WHERE account = ? AND id = ?', account, id);
    },
  };
}

const COLUMNS = `account, id, role, status, product_id, product_type, offer_id, offer_set_id, acceptor, proposer,
  accepted_at, starts_at, ends_at, updated_at, end_behavior, end_reason, initial_agreement_id, synced_at, search`;
const UPDATES = `role = excluded.role, status = excluded.status, product_id = excluded.product_id,
  product_type = excluded.product_type, offer_id = excluded.offer_id, offer_set_id = excluded.offer_set_id,
  acceptor = excluded.acceptor, proposer = excluded.proposer, accepted_at = excluded.accepted_at,
  starts_at = excluded.starts_at, ends_at = excluded.ends_at, end_behavior = excluded.end_behavior,
  end_reason = excluded.end_reason, initial_agreement_id = excluded.initial_agreement_id,
  synced_at = excluded.synced_at, search = excluded.search`;

function valuesOf(account: string, row: AgreementRow, at: string) {
  return [
    account,
    row.id,
    row.role,
    row.status,
    row.productId,
    row.productType,
    row.offerId,
    row.offerSetId,
    row.acceptor,
    row.proposer,
    row.acceptedAt,
    row.startsAt,
    row.endsAt,
    row.updatedAt,
    row.endBehavior,
    row.endReason,
    row.initialAgreementId,
    at,
    searchTextOf(row),
  ];
}

/** A search may lag behind what was read one by one: an older entry changes nothing but when it was seen. */
function saveListedRow(database: Database, account: string, row: AgreementRow, taken: Taken): void {
  const { changes } = database.run(
    `INSERT INTO agreements (${COLUMNS}) VALUES (${Array(19).fill('?').join(', ')})
     ON CONFLICT (account, id) DO UPDATE SET ${UPDATES},
       stale = max(stale, updated_at IS NULL OR excluded.updated_at > updated_at), updated_at = excluded.updated_at
     WHERE updated_at IS NULL OR excluded.updated_at > updated_at
       OR (excluded.updated_at = updated_at AND excluded.status <> status)`,
    ...valuesOf(account, row, taken.at),
  );
  if (changes === 0) {
    database.run('UPDATE agreements SET synced_at = ? WHERE account = ? AND id = ?', taken.at, account, row.id);
  } else {
    refreshMilestones(database, account, row.id);
  }
  if (taken.reread) database.run('UPDATE agreements SET stale = 1 WHERE account = ? AND id = ?', account, row.id);
}

/** Keeps the time of the last update: the next search decides by it whether the terms are read again. */
function saveRow(database: Database, account: string, row: AgreementRow, at: string): void {
  database.run(
    `INSERT INTO agreements (${COLUMNS}) VALUES (${Array(19).fill('?').join(', ')})
     ON CONFLICT (account, id) DO UPDATE SET ${UPDATES}`,
    ...valuesOf(account, row, at),
  );
  refreshMilestones(database, account, row.id);
}

type KeptTerms = Pick<NewVersion, 'form' | 'document' | 'relatedId'>;

/** Answers what is to be kept as a version; null for an agreement that is not here. */
function saveTerms(
  database: Database,
  account: string,
  id: string,
  accepted: readonly unknown[],
  at: string,
): KeptTerms | null {
  // Dates become text here, once and for all readers.
  const plain = maskSignedAddresses(toPlain(accepted)) as unknown[];
  const { currency, value } = valueOf(toCatalogTerms(plain));
  const { changes } = database.run(
    `UPDATE agreements SET stale = 0, currency = coalesce(?, currency), value = coalesce(?, value),
       value_number = coalesce(?, value_number) WHERE account = ? AND id = ?`,
    currency,
    value,
    value === null ? null : Number(value),
    account,
    id,
  );
  if (changes === 0) return null;
  database.run(
    `INSERT INTO agreement_terms (account, id, read_at, terms) VALUES (?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET read_at = excluded.read_at, terms = excluded.terms`,
    account,
    id,
    at,
    JSON.stringify(plain),
  );
  refreshMilestones(database, account, id);
  const offer = database.get<{ id: string }>(
    'SELECT offer_id AS id FROM agreements WHERE account = ? AND id = ?',
    account,
    id,
  );
  return { form: 'agreement-terms', document: plain, relatedId: offer?.id || null };
}

interface PageToSave {
  readonly account: string;
  readonly id: string;
  readonly document: unknown;
  readonly value: PageValue;
  readonly at: string;
}

function savePage(database: Database, { account, id, document, value: worth, at }: PageToSave): void {
  database.run(
    `INSERT INTO agreement_pages (account, id, read_at, document) VALUES (?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET read_at = excluded.read_at, document = excluded.document`,
    account,
    id,
    at,
    JSON.stringify(maskSignedAddresses(toPlain(document))),
  );
  if (worth.value === null) return;
  database.run(
    'UPDATE agreements SET currency = coalesce(?, currency), value = ?, value_number = ? WHERE account = ? AND id = ?',
    worth.currency,
    worth.value,
    Number(worth.value),
    account,
    id,
  );
}

/** The masking walks plain data: a Date would look like an empty object to it. */
function toPlain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function refreshMilestones(database: Database, account: string, id: string): void {
  const row = database.get<{ ends_at: string | null; end_behavior: string | null; terms: string | null }>(
    `SELECT a.ends_at, a.end_behavior, t.terms FROM agreements a
     LEFT JOIN agreement_terms t ON t.account = a.account AND t.id = a.id WHERE a.account = ? AND a.id = ?`,
    account,
    id,
  );
  if (!row) return;
  const terms = toCatalogTerms(row.terms === null ? [] : (JSON.parse(row.terms) as unknown[]));
  database.run('DELETE FROM agreement_milestones WHERE account = ? AND agreement_id = ?', account, id);
  for (const each of milestonesOf({ endsAt: row.ends_at, endBehavior: row.end_behavior }, terms)) {
    database.run(
      `INSERT OR REPLACE INTO agreement_milestones (account, agreement_id, kind, position, date, amount, currency)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      account,
      id,
      each.kind,
      each.position,
      each.date,
      each.amount,
      each.currency,
    );
  }
}
