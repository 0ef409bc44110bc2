/** Backfills on disk: how far the list was read, and every opportunity of it with what became of it. A restart goes on from here. */
import { z } from 'zod';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import {
  BACKFILL_ROW_STATES,
  backfillWishSchema,
  OPEN_BACKFILL_STATES,
  type BackfillRow,
  type BackfillRowState,
  type BackfillState,
  type BackfillWish,
} from '../../../shared/domain/opportunity/backfill.ts';
import { appErrorSchema, fail, type AppError } from '../../../shared/errors/app-error.ts';
import type { Database } from '../../storage/database.ts';

/** Runs of an account that keep their rows. */
const KEPT_RUNS = 5;

const listingSchema = z.object({
  /** Which of the questions to AWS is being read. */
  question: z.number().int(),
  /** Leads to its next page; null at its beginning. */
  token: z.string().nullable(),
  /** Oldest change of that question so far: where to go on should AWS not take the token any more. */
  floor: z.string().nullable(),
  /** Newest change of all: what the next sync may start from. */
  ceiling: z.string().nullable(),
  /** Those that the list did not show were asked for by id. */
  vanishedFound: z.boolean(),
});
export type Listing = z.infer<typeof listingSchema>;

export interface StoredBackfill {
  readonly id: string;
  readonly account: string;
  readonly catalog: PartnerCatalog;
  readonly wish: BackfillWish;
  readonly countOnly: boolean;
  readonly state: BackfillState;
  readonly phase: 'listing' | 'reading';
  readonly pages: number;
  readonly listing: Listing;
  readonly error: AppError | null;
  readonly resumeAt: string | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export interface NewRow {
  readonly opportunityId: string;
  readonly customer: string;
  readonly stage: string;
  readonly modifiedAt: string | null;
  readonly state: BackfillRowState;
  readonly error: AppError | null;
}

export type Counts = Record<BackfillRowState, number>;

export interface BackfillStore {
  insert(run: Pick<StoredBackfill, 'id' | 'account' | 'catalog' | 'wish' | 'countOnly' | 'createdAt'>): void;
  find(id: string): StoredBackfill | null;
  stateOf(id: string): BackfillState | null;
  /** Throws `not-found`. */
  get(id: string): StoredBackfill;
  list(account: string | null, page: { limit: number; offset: number }): { items: StoredBackfill[]; total: number };
  /** The one of an account that is not over. */
  open(account: string): StoredBackfill | null;
  inState(state: BackfillState): StoredBackfill[];
  update(id: string, changes: Partial<Pick<StoredBackfill, Changed>>): void;
  /** Takes rows of a page; one that is there already stays. Inside a transaction of the caller. */
  addRows(id: string, rows: readonly NewRow[]): void;
  counts(id: string): Counts;
  /** In line behind a position, in the list's order. */
  queued(id: string, after: number, limit: number): { position: number; opportunityId: string }[];
  settle(id: string, opportunityId: string, state: BackfillRowState, error: AppError | null): void;
  requeueFailed(id: string): number;
  rows(id: string, states: readonly BackfillRowState[], page: { limit: number; offset: number }): BackfillRow[];
  countRows(id: string, states: readonly BackfillRowState[]): number;
  /** Held here, told by no list of this run, and not known to be gone. */
  unseen(run: StoredBackfill): string[];
}

type Changed = 'state' | 'phase' | 'pages' | 'listing' | 'error' | 'resumeAt' | 'endedAt' | 'countOnly';

interface RunRow {
  id: string;
  account: string;
  catalog: PartnerCatalog;
  wish: string;
  count_only: number;
  state: BackfillState;
  phase: 'listing' | 'reading';
  pages: number;
  listing: string;
  error: string | null;
  resume_at: string | null;
  created_at: string;
  ended_at: string | null;
}

const BEGINNING: Listing = { question: 0, token: null, floor: null, ceiling: null, vanishedFound: false };
const OPEN = OPEN_BACKFILL_STATES.map((state) => `'${state}'`).join(', ');

export function createBackfillStore(database: Database): BackfillStore {
  const find = (id: string) => toRun(database.get<RunRow>('SELECT * FROM backfills WHERE id = ?', id));
  const get = (id: string) => find(id) ?? fail('not-found', { params: { name: id } });
  return {
    find,
    get,
    stateOf: (id) =>
      database.get<{ state: BackfillState }>('SELECT state FROM backfills WHERE id = ?', id)?.state ?? null,
    insert(run) {
      database.run(
        `INSERT INTO backfills (id, account, catalog, wish, count_only, state, phase, listing, created_at)
         VALUES (?, ?, ?, ?, ?, 'running', 'listing', ?, ?)`,
        run.id,
        run.account,
        run.catalog,
        JSON.stringify(run.wish),
        Number(run.countOnly),
        JSON.stringify(BEGINNING),
        run.createdAt,
      );
      database.run(
        `DELETE FROM backfills WHERE account = ?1 AND state NOT IN (${OPEN}) AND id NOT IN
           (SELECT id FROM backfills WHERE account = ?1 ORDER BY created_at DESC, rowid DESC LIMIT ${KEPT_RUNS})`,
        run.account,
      );
    },
    list(account, { limit, offset }) {
      const where = account === null ? '?1 IS NULL' : 'account = ?1';
      const items = database
        .all<RunRow>(
          `SELECT * FROM backfills WHERE ${where} ORDER BY created_at DESC, rowid DESC LIMIT ?2 OFFSET ?3`,
          account,
          limit,
          offset,
        )
        .flatMap((row) => toRun(row) ?? []);
      const total = database.get<{ n: number }>(`SELECT count(*) AS n FROM backfills WHERE ${where}`, account)?.n ?? 0;
      return { items, total };
    },
    open: (account) =>
      toRun(database.get<RunRow>(`SELECT * FROM backfills WHERE account = ? AND state IN (${OPEN})`, account)),
    inState: (state) =>
      database.all<RunRow>('SELECT * FROM backfills WHERE state = ?', state).flatMap((row) => toRun(row) ?? []),
    update(id, changes) {
      const { state, phase, pages, listing, error, resumeAt, endedAt, countOnly } = { ...get(id), ...changes };
      database.run(
        `UPDATE backfills SET state = ?, phase = ?, pages = ?, listing = ?, error = ?, resume_at = ?, ended_at = ?,
           count_only = ? WHERE id = ?`,
        state,
        phase,
        pages,
        JSON.stringify(listing),
        error === null ? null : JSON.stringify(error),
        resumeAt,
        endedAt,
        Number(countOnly),
        id,
      );
    },
    unseen: ({ id, account, catalog, createdAt }) =>
      database
        .all<{ id: string }>(
          `SELECT o.id FROM opportunities o WHERE o.account = ? AND o.catalog = ? AND o.synced_at < ? AND o.gone_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM backfill_rows r WHERE r.run_id = ? AND r.opportunity_id = o.id)`,
          account,
          catalog,
          createdAt,
          id,
        )
        .map((row) => row.id),
    ...rowStore(database),
  };
}

type RowMethods = 'addRows' | 'counts' | 'queued' | 'settle' | 'requeueFailed' | 'rows' | 'countRows';

function rowStore(database: Database): Pick<BackfillStore, RowMethods> {
  return {
    addRows(id, rows) {
      const last = database.get<{ n: number | null }>(
        'SELECT max(position) AS n FROM backfill_rows WHERE run_id = ?',
        id,
      );
      const first = (last?.n ?? 0) + 1;
      rows.forEach((row, index) =>
        database.run(
          `INSERT OR IGNORE INTO backfill_rows
             (run_id, opportunity_id, position, customer, stage, modified_at, state, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          id,
          row.opportunityId,
          first + index,
          row.customer,
          row.stage,
          row.modifiedAt,
          row.state,
          row.error === null ? null : JSON.stringify(row.error),
        ),
      );
    },
    counts(id) {
      const found = database.all<{ state: BackfillRowState; n: number }>(
        'SELECT state, count(*) AS n FROM backfill_rows WHERE run_id = ? GROUP BY state',
        id,
      );
      const known = new Map(found.map(({ state, n }) => [state, n]));
      return Object.fromEntries(BACKFILL_ROW_STATES.map((state) => [state, known.get(state) ?? 0])) as Counts;
    },
    queued: (id, after, limit) =>
      database.all<{ position: number; opportunityId: string }>(
        `SELECT position, opportunity_id AS opportunityId FROM backfill_rows
         WHERE run_id = ? AND state = 'queued' AND position > ? ORDER BY position LIMIT ?`,
        id,
        after,
        limit,
      ),
    settle(id, opportunityId, state, error) {
      database.run(
        'UPDATE backfill_rows SET state = ?, error = ? WHERE run_id = ? AND opportunity_id = ?',
        state,
        error === null ? null : JSON.stringify(error),
        id,
        opportunityId,
      );
    },
    requeueFailed: (id) =>
      database.run(
        `UPDATE backfill_rows SET state = 'queued', error = NULL WHERE run_id = ? AND state = 'failed' AND opportunity_id <> ''`,
        id,
      ).changes,
    rows: (id, states, { limit, offset }) =>
      database
        .all<Omit<BackfillRow, 'error'> & { error: string | null }>(
          `SELECT r.opportunity_id AS opportunityId, r.customer, r.stage, r.modified_at AS modifiedAt, r.state, r.error,
             (SELECT d.id FROM opportunity_drafts d JOIN backfills b ON b.id = r.run_id
              WHERE d.account = b.account AND d.target_id = r.opportunity_id LIMIT 1) AS draftId
           FROM backfill_rows r WHERE r.run_id = ?1 AND ${among(states)} ORDER BY r.position LIMIT ?3 OFFSET ?4`,
          id,
          JSON.stringify(states),
          limit,
          offset,
        )
        .map((row) => ({ ...row, error: toError(row.error) })),
    countRows: (id, states) =>
      database.get<{ n: number }>(
        `SELECT count(*) AS n FROM backfill_rows r WHERE r.run_id = ?1 AND ${among(states)}`,
        id,
        JSON.stringify(states),
      )?.n ?? 0,
  };
}

function among(states: readonly BackfillRowState[]): string {
  return states.length === 0 ? '?2 IS NOT NULL' : 'r.state IN (SELECT value FROM json_each(?2))';
}

function toError(text: string | null): AppError | null {
  return text === null ? null : appErrorSchema.parse(JSON.parse(text));
}

function toRun(row: RunRow | undefined): StoredBackfill | null {
  if (!row) return null;
  return {
    id: row.id,
    account: row.account,
    catalog: row.catalog,
    wish: backfillWishSchema.parse(JSON.parse(row.wish)),
    countOnly: row.count_only === 1,
    state: row.state,
    phase: row.phase,
    pages: row.pages,
    listing: listingSchema.parse(JSON.parse(row.listing)),
    error: toError(row.error),
    resumeAt: row.resume_at,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}
