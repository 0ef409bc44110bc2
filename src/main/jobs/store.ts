/** Jobs on disk, so that another process or the next start can tell what happened to them. */
import { appErrorSchema, type AppError } from '../../shared/errors/app-error.ts';
import type { Job } from '../../shared/domain/job.ts';
import type { Database } from '../storage/database.ts';

const KEPT_JOBS = 200;

interface JobRow {
  id: string;
  kind: string;
  account: string | null;
  state: Job['state'];
  phase_key: string | null;
  done: number;
  total: number | null;
  error: string | null;
  started_at: string;
  ended_at: string | null;
}

export interface JobStore {
  insert(job: Job): void;
  update(job: Job): void;
  list(): Job[];
  get(id: string): Job | null;
  findUnfinished(): Job[];
  requestCancel(id: string): void;
  isCancelRequested(id: string): boolean;
}

export function createJobStore(database: Database): JobStore {
  const select = 'SELECT id, kind, account, state, phase_key, done, total, error, started_at, ended_at FROM jobs';
  return {
    insert(job) {
      database.run(
        `INSERT INTO jobs (id, kind, account, state, phase_key, done, total, error, started_at, ended_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, NULL)`,
        job.id,
        job.kind,
        job.account,
        job.state,
        job.phaseKey,
        job.done,
        job.total,
        job.startedAt,
      );
      database.run(
        `DELETE FROM jobs WHERE ended_at IS NOT NULL AND id NOT IN
         (SELECT id FROM jobs ORDER BY started_at DESC, rowid DESC LIMIT ?)`,
        KEPT_JOBS,
      );
    },
    update(job) {
      database.run(
        'UPDATE jobs SET state = ?, phase_key = ?, done = ?, total = ?, error = ?, ended_at = ? WHERE id = ?',
        job.state,
        job.phaseKey,
        job.done,
        job.total,
        job.error ? JSON.stringify(job.error) : null,
        job.endedAt,
        job.id,
      );
    },
    list() {
      return database.all<JobRow>(`${select} ORDER BY started_at DESC, rowid DESC LIMIT ?`, KEPT_JOBS).map(toJob);
    },
    get(id) {
      const row = database.get<JobRow>(`${select} WHERE id = ?`, id);
      return row ? toJob(row) : null;
    },
    findUnfinished() {
      return database.all<JobRow>(`${select} WHERE state IN ('queued', 'running')`).map(toJob);
    },
    requestCancel(id) {
      database.run('UPDATE jobs SET cancel_requested = 1 WHERE id = ?', id);
    },
    isCancelRequested(id) {
      return database.get('SELECT 1 FROM jobs WHERE id = ? AND cancel_requested = 1', id) !== undefined;
    },
  };
}

function toJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    account: row.account,
    state: row.state,
    phaseKey: row.phase_key,
    done: row.done,
    total: row.total,
    remainingMs: null,
    error: parseError(row.error),
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

function parseError(text: string | null): AppError | null {
  return text === null ? null : appErrorSchema.parse(JSON.parse(text));
}
