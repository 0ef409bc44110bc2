/** Sums of the sync log by day, and where AWS throttled: from the table of sums, so that a report never reads the calls. */
import type { MethodOutput } from '../../shared/contract/index.ts';
import type { Throttling } from '../../shared/contract/history-reports.ts';
import { addDays } from '../../shared/domain/dates/plain-date.ts';
import { APP_SERVICE } from '../../shared/domain/sync/call.ts';
import { daysOf, toDayRows, toSummaryRows, type DaySum, type SyncReport } from '../../shared/domain/sync/report.ts';
import type { Handlers } from '../handlers.ts';
import type { Clock, PreferenceStore } from '../ports.ts';
import type { Database } from '../storage/database.ts';
import { toCsv } from '../text/csv.ts';
import { quotaOf } from './call-detail.ts';

type Report = MethodOutput<'history.report'>;
type Words = Readonly<Record<string, string>>;

interface ReportDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly preferences: PreferenceStore;
}

export function createReports(deps: ReportDependencies): Pick<Handlers, 'history.report' | 'history.reportText'> {
  const { database, clock, preferences } = deps;

  async function report(account: string | null, days: number): Promise<Report> {
    const to = new Date(clock.realNow()).toISOString().slice(0, 10);
    const from = addDays(to, 1 - days);
    const { callRetentionDays } = await preferences.get();
    const oldest = callRetentionDays === null ? null : addDays(to, -callRetentionDays);
    return {
      from,
      to,
      sums: sumsOf(database, account, from, to),
      throttling: throttlingOf(database, account, from, to),
      removedBefore: oldest !== null && oldest > from ? oldest : null,
    };
  }

  return {
    'history.report': ({ account, days }) => report(account, days),
    async 'history.reportText'({ account, days, report: name, headings }) {
      const found = await report(account, days);
      return {
        text: toText(found, name, headings),
        suggestedName: `sync-${name}-${found.to}.csv`,
        mediaType: 'text/csv',
      };
    },
  };
}

const OF_PERIOD = 'day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR account = ?3)';

function sumsOf(database: Database, account: string | null, from: string, to: string): DaySum[] {
  return database
    .all<DaySum>(
      `SELECT day, direction, status, CASE service WHEN '${APP_SERVICE}' THEN 'runs' ELSE 'calls' END AS level,
         sum(calls) AS calls, sum(records) AS records, sum(failed_records) AS failedRecords
       FROM call_days WHERE ${OF_PERIOD} GROUP BY 1, 2, 3, 4 HAVING sum(calls) > 0 ORDER BY 1, 2, 3, 4`,
      from,
      to,
      account,
    )
    .map((row) => ({ ...row }));
}

function throttlingOf(database: Database, account: string | null, from: string, to: string): Throttling[] {
  return database
    .all<Omit<Throttling, 'quota'>>(
      `SELECT service, operation, sum(throttled_calls) AS calls, sum(CASE status WHEN 'throttled' THEN calls ELSE 0 END) AS ended,
         sum(throttles) AS throttles, sum(waited_ms) AS waitedMs
       FROM call_days WHERE ${OF_PERIOD} AND service <> '${APP_SERVICE}' GROUP BY 1, 2
       HAVING sum(throttles) > 0 OR ended > 0 ORDER BY throttles DESC, service, operation`,
      from,
      to,
      account,
    )
    .map((row) => ({ ...row, quota: quotaOf(row.service, row.operation) }));
}

function toText(found: Report, name: SyncReport, words: Words): string {
  const days = daysOf(found.from, found.to);
  const word = (key: string) => words[key] ?? key;
  if (name === 'throttling') {
    const columns = ['purpose', 'service', 'operation', 'throttledCalls', 'ended', 'throttles', 'waitedMs', 'limit'];
    const rows = found.throttling.map((each) => [
      words[`purpose.${each.service}:${each.operation}`] ?? each.operation,
      each.service,
      each.operation,
      ...[each.calls, each.ended, each.throttles, each.waitedMs].map(String),
      each.quota ? `${each.quota.perSecond}/s` : '',
    ]);
    return toCsv(columns.map(word), rows);
  }
  if (name === 'summary') {
    const columns = ['day', 'runs', 'inSuccess', 'inError', 'outSuccess', 'outError'] as const;
    const rows = toSummaryRows(found.sums, days);
    return toCsv(
      columns.map(word),
      rows.map((row) => columns.map((column) => String(row[column]))),
    );
  }
  const columns = ['day', 'calls', 'records'] as const;
  const rows = toDayRows(found.sums, name, days);
  return toCsv(
    columns.map(word),
    rows.map((row) => columns.map((column) => String(row[column]))),
  );
}
