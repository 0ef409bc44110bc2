/** Runs and their rows on disk. A row is `under-way` exactly when the journal has a write for it: both change in one transaction. */
import type { BulkRow, BulkRowState, BulkRun, BulkRunState } from '../../shared/domain/bulk/bulk.ts';
import type { ChangeState } from '../../shared/domain/change/change.ts';
import { appErrorSchema, fail, type AppError } from '../../shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { rowTaskSchema, type TaskRow } from './task.ts';

export interface StoredRun extends Omit<BulkRun, 'counts' | 'total' | 'remainingMs'> {
  readonly acknowledgedWarnings: readonly string[];
}

export interface StoredRow extends TaskRow {
  readonly position: number;
}

export interface NewRow extends TaskRow {
  readonly label: string;
}

/** A row that is under way, with where its write stands. */
export interface MovingRow {
  readonly position: number;
  readonly changeId: string;
  readonly changeState: ChangeState;
  readonly paused: boolean;
  readonly error: AppError | null;
  readonly updatedAt: string;
}

type Slice = { readonly limit: number; readonly offset: number };

export interface BulkStore {
  insert(
    run: Omit<StoredRun, 'state' | 'error' | 'createdAt' | 'endedAt'>,
    action: unknown,
    rows: readonly NewRow[],
  ): void;
  get(runId: string): StoredRun;
  list(slice: Slice): StoredRun[];
  countRuns(): number;
  /** Runs with something to do now: rows in line, or rows under way that no person has to help. Oldest first. */
  findWorkable(): string[];
  /** Runs that have not come to their end. */
  findOpen(): string[];
  setState(runId: string, state: BulkRunState, error?: AppError | null): void;
  counts(runId: string): Record<BulkRowState, number>;
  rows(runId: string, states: readonly BulkRowState[], slice: Slice): BulkRow[];
  countRows(runId: string, states: readonly BulkRowState[]): number;
  nextQueued(runId: string, account: string, limit: number): StoredRow[];
  moving(runId: string, account: string): MovingRow[];
  markUnderWay(runId: string, position: number): void;
  markEnded(runId: string, position: number, state: 'done' | 'failed', error: AppError | null): void;
  requeueFailed(runId: string): void;
  /** Rows of an account that have not ended. */
  openRows(runId: string, account: string): number;
  /** Real time that the rows of a run took, in ms. */
  durations(runId: string): number[];
}

/** The newest write of a row: a row that was tried again has several. */
const CHANGE_OF_ROW = `(SELECT max(seq) FROM changes WHERE bulk_id = r.run_id || ':' || r.position)`;

/** Accepting a deal makes an opportunity, which AWS's task names, a lead none; everything else is about what it has made or changed. */
const RESULT_OF_CHANGE = `CASE c.kind WHEN 'invitation-accept' THEN json_extract(c.after, '$.OpportunityId')
  WHEN 'lead-accept' THEN NULL ELSE c.entity_id END`;

export function createBulkStore(deps: { database: Database; clock: Clock }): BulkStore {
  const { database, clock } = deps;
  const now = () => new Date(clock.realNow()).toISOString();
  const list = (states: readonly string[]) => JSON.stringify(states);

  return {
    insert(run, action, rows) {
      database.transaction(() => {
        database.run(
          `INSERT INTO bulk_runs (id, seq, action, kind, state, accounts, undoes, created_at)
           VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM bulk_runs), ?, ?, 'running', ?, ?, ?)`,
          run.id,
          JSON.stringify(action),
          run.kind,
          JSON.stringify(run.accounts),
          run.undoes,
          now(),
        );
        rows.forEach((row, position) => {
          database.run(
            `INSERT INTO bulk_rows (run_id, position, account, subject_kind, subject_id, label, task, state)
             VALUES (?, ?, ?, ?, ?, ?, ?, 'queued')`,
            run.id,
            position,
            row.account,
            row.subject.kind,
            row.subject.id,
            row.label,
            JSON.stringify(row.task),
          );
        });
      });
    },
    get(runId) {
      const row = database.get<RunRow>('SELECT * FROM bulk_runs WHERE id = ?', runId);
      return row ? toRun(row) : fail('not-found', { params: { name: runId } });
    },
    list: ({ limit, offset }) =>
      database.all<RunRow>('SELECT * FROM bulk_runs ORDER BY seq DESC LIMIT ? OFFSET ?', limit, offset).map(toRun),
    countRuns: () => database.get<{ n: number }>('SELECT count(*) AS n FROM bulk_runs')?.n ?? 0,
    findWorkable: () =>
      database
        .all<{ id: string }>(
          `SELECT id FROM bulk_runs u WHERE state = 'running' OR (state IN ('held', 'stopped') AND EXISTS (
             SELECT 1 FROM bulk_rows r JOIN changes c ON c.seq = ${CHANGE_OF_ROW}
             WHERE r.run_id = u.id AND r.state = 'under-way' AND c.paused = 0))
           ORDER BY seq`,
        )
        .map(({ id }) => id),
    findOpen: () =>
      database.all<{ id: string }>("SELECT id FROM bulk_runs WHERE state <> 'ended' ORDER BY seq").map(({ id }) => id),
    setState(runId, state, error = null) {
      database.transaction(() =>
        database.run(
          'UPDATE bulk_runs SET state = ?, error = ?, ended_at = ? WHERE id = ?',
          state,
          error === null ? null : JSON.stringify(error),
          state === 'ended' ? now() : null,
          runId,
        ),
      );
    },
    counts(runId) {
      const counts: Record<BulkRowState, number> = { queued: 0, 'under-way': 0, done: 0, failed: 0, 'left-out': 0 };
      const rows = database.all<{ state: BulkRowState; n: number }>(
        'SELECT state, count(*) AS n FROM bulk_rows WHERE run_id = ? GROUP BY state',
        runId,
      );
      for (const { state, n } of rows) counts[state] = n;
      return counts;
    },
    rows: (runId, states, { limit, offset }) =>
      database
        .all<RowRow>(
          `SELECT r.*, c.id AS change_id, ${RESULT_OF_CHANGE} AS result_id FROM bulk_rows r
           LEFT JOIN changes c ON c.seq = ${CHANGE_OF_ROW}
           WHERE r.run_id = ?1 AND (?2 = '[]' OR r.state IN (SELECT value FROM json_each(?2)))
           ORDER BY r.position LIMIT ?3 OFFSET ?4`,
          runId,
          list(states),
          limit,
          offset,
        )
        .map(toRow),
    countRows: (runId, states) =>
      database.get<{ n: number }>(
        `SELECT count(*) AS n FROM bulk_rows
         WHERE run_id = ?1 AND (?2 = '[]' OR state IN (SELECT value FROM json_each(?2)))`,
        runId,
        list(states),
      )?.n ?? 0,
    nextQueued: (runId, account, limit) =>
      database
        .all<RowRow>(
          `SELECT * FROM bulk_rows WHERE run_id = ? AND account = ? AND state = 'queued' ORDER BY position LIMIT ?`,
          runId,
          account,
          limit,
        )
        .map((row) => ({
          position: row.position,
          account: row.account,
          subject: { kind: row.subject_kind, id: row.subject_id },
          task: rowTaskSchema.parse(JSON.parse(row.task)),
        })),
    moving: (runId, account) =>
      database
        .all<MovingRecord>(
          `SELECT r.position, c.id, c.state, c.paused, c.error, c.updated_at FROM bulk_rows r
           JOIN changes c ON c.seq = ${CHANGE_OF_ROW}
           WHERE r.run_id = ? AND r.account = ? AND r.state = 'under-way'`,
          runId,
          account,
        )
        .map((row) => ({
          position: row.position,
          changeId: row.id,
          changeState: row.state,
          paused: row.paused === 1,
          error: parseError(row.error),
          updatedAt: row.updated_at,
        })),
    markUnderWay(runId, position) {
      const { changes } = database.run(
        `UPDATE bulk_rows SET state = 'under-way', started_at = ?, ended_at = NULL, error = NULL
         WHERE run_id = ? AND position = ? AND state = 'queued'`,
        now(),
        runId,
        position,
      );
      // Another process has begun it meanwhile: then this one must not.
      if (changes === 0) fail('already-under-way', { params: { name: String(position) } });
    },
    markEnded(runId, position, state, error) {
      database.transaction(() =>
        database.run(
          'UPDATE bulk_rows SET state = ?, error = ?, ended_at = ? WHERE run_id = ? AND position = ?',
          state,
          error === null ? null : JSON.stringify(error),
          now(),
          runId,
          position,
        ),
      );
    },
    requeueFailed(runId) {
      database.run(
        `UPDATE bulk_rows SET state = 'queued', error = NULL, started_at = NULL, ended_at = NULL
         WHERE run_id = ? AND state = 'failed'`,
        runId,
      );
    },
    openRows: (runId, account) =>
      database.get<{ n: number }>(
        `SELECT count(*) AS n FROM bulk_rows WHERE run_id = ? AND account = ? AND state IN ('queued', 'under-way')`,
        runId,
        account,
      )?.n ?? 0,
    durations: (runId) =>
      database
        .all<{ started_at: string; ended_at: string }>(
          `SELECT started_at, ended_at FROM bulk_rows
           WHERE run_id = ? AND state = 'done' AND started_at IS NOT NULL ORDER BY ended_at DESC LIMIT 200`,
          runId,
        )
        .map((row) => Date.parse(row.ended_at) - Date.parse(row.started_at)),
  };
}

interface RunRow {
  id: string;
  action: string;
  kind: BulkRun['kind'];
  state: BulkRunState;
  accounts: string;
  error: string | null;
  undoes: string | null;
  created_at: string;
  ended_at: string | null;
}

interface RowRow {
  position: number;
  account: string;
  subject_kind: BulkRow['subject']['kind'];
  subject_id: string;
  label: string;
  task: string;
  state: BulkRowState;
  error: string | null;
  started_at: string | null;
  ended_at: string | null;
  change_id?: string | null;
  result_id?: string | null;
}

interface MovingRecord {
  position: number;
  id: string;
  state: ChangeState;
  paused: number;
  error: string | null;
  updated_at: string;
}

function toRun(row: RunRow): StoredRun {
  const action = JSON.parse(row.action) as { acknowledgedWarnings?: readonly string[] };
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    accounts: JSON.parse(row.accounts) as StoredRun['accounts'],
    acknowledgedWarnings: action.acknowledgedWarnings ?? [],
    error: parseError(row.error),
    undoes: row.undoes,
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

function toRow(row: RowRow): BulkRow {
  return {
    position: row.position,
    account: row.account,
    subject: { kind: row.subject_kind, id: row.subject_id },
    label: row.label,
    state: row.state,
    changeId: row.change_id ?? null,
    result: toResult(row),
    error: parseError(row.error),
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

function toResult({ subject_kind, result_id }: RowRow): BulkRow['result'] {
  if (!result_id) return null;
  return { kind: subject_kind === 'draft' || subject_kind === 'offer' ? 'offer' : 'opportunity', id: result_id };
}

function parseError(text: string | null): AppError | null {
  return text === null ? null : appErrorSchema.parse(JSON.parse(text));
}
