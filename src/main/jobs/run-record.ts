/** A finished job as one line of the log of calls: what its calls asked for, and how many records they brought. */
import { APP_SERVICE } from '../../shared/domain/sync/call.ts';
import type { Job } from '../../shared/domain/job.ts';
import type { Database } from '../storage/database.ts';

/** Jobs that write; all others read. */
const WRITES: ReadonlySet<string> = new Set(['bulk']);

interface Sums {
  calls: number;
  attempts: number | null;
  throttles: number | null;
  waited: number | null;
}

/** Nothing is recorded of a job that asked AWS nothing. */
export function recordRun(database: Database, job: Job): void {
  const sums = database.get<Sums>(
    `SELECT count(*) AS calls, sum(attempts) AS attempts, sum(throttles) AS throttles, sum(waited_ms) AS waited
     FROM calls WHERE run_id = ? AND service <> ?`,
    job.id,
    APP_SERVICE,
  );
  if (!sums || sums.calls === 0) return;
  const { records, failed } = countRecords(database, job.id);
  database.cacheTransaction(() =>
    database.run(
      `INSERT INTO calls (account, service, operation, at, duration_ms, attempts, outcome, direction, run_id, records, failed_records,
         throttles, waited_ms, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      job.account,
      APP_SERVICE,
      job.kind,
      job.startedAt,
      Date.parse(job.endedAt ?? job.startedAt) - Date.parse(job.startedAt),
      sums.attempts ?? 0,
      job.state === 'succeeded' ? 'ok' : job.state === 'cancelled' ? 'cancelled' : (job.error?.code ?? 'internal'),
      WRITES.has(job.kind) ? 'out' : 'in',
      job.id,
      records,
      failed,
      sums.throttles ?? 0,
      sums.waited ?? 0,
      job.error ? JSON.stringify(job.error) : null,
    ),
  );
}

/** Each record once, however many calls asked for it; the last call about it counts. */
function countRecords(database: Database, jobId: string): { records: number; failed: number } {
  const row = database.get<{ records: number; failed: number | null }>(
    `SELECT count(*) AS records, sum(failed) AS failed FROM (
       SELECT r.entity_id, r.failed, max(r.seq) FROM calls c JOIN call_records r ON r.seq = c.seq
       WHERE c.run_id = ? GROUP BY r.entity_id)`,
    jobId,
  );
  return { records: row?.records ?? 0, failed: row?.failed ?? 0 };
}
