/** The figures of the co-sell pipeline, each from one index that holds all it looks at; stage by stage, so that no query holds up the rest. */
import { CLOSE_PERIODS, type CoSellDashboard } from '../../shared/contract/co-sell-dashboard.ts';
import { addDays, addMonths } from '../../shared/domain/dates/plain-date.ts';
import { OPPORTUNITY_STAGES } from '../../shared/domain/opportunity/opportunity.ts';
import { breathe } from '../entities/breathe.ts';
import type { Place } from '../opportunities/store.ts';
import type { Database } from '../storage/database.ts';
import { exactSum } from './exact-sum.ts';

const MONTHS = 12;
const CLOSED: readonly string[] = ['Launched', 'Closed Lost'];

export interface PipelineScope {
  readonly database: Database;
  /** Of one catalog. */
  readonly places: readonly Place[];
  /** UTC. */
  readonly today: string;
}

interface Sum {
  readonly currency: string | null;
  readonly count: number;
  /** Whole units, and the eight places behind the point, both as integers. */
  readonly whole: number;
  readonly fraction: number;
}

interface MonthRow extends Sum {
  readonly month: string | null;
}

interface StageMonth extends MonthRow {
  readonly stage: string;
}

type Pipeline = Pick<CoSellDashboard, 'stages' | 'months' | 'launched'>;

export async function sumPipeline(scope: PipelineScope, signal: AbortSignal): Promise<Pipeline> {
  const rows: StageMonth[] = [];
  for (const stage of stagesOf(scope)) {
    rows.push(...sumStage(scope, stage).map((row) => ({ ...row, stage })));
    await breathe(signal);
  }
  const open = rows.filter(({ stage }) => !CLOSED.includes(stage));
  const first = addMonths(firstOfMonth(scope.today), 1 - MONTHS).slice(0, 7);
  return {
    stages: grouped(open, ({ stage }) => stage).map(([stage, sum]) => ({ stage, ...sum })),
    months: sumMonths(open, scope.today),
    launched: grouped(
      rows.filter(({ stage, month }) => stage === 'Launched' && month !== null && month >= first),
      ({ month }) => month ?? '',
    )
      .map(([month, sum]) => ({ month, ...daysOf(month), ...sum }))
      .sort((one, other) => one.month.localeCompare(other.month)),
  };
}

/** By the way of a deal; one that this version does not know comes last. */
function stagesOf(scope: PipelineScope): string[] {
  const where = ofPlaces(scope);
  const found = scope.database
    .all<{ stage: string }>(
      `SELECT DISTINCT stage FROM opportunities WHERE ${where.sql} AND gone_at IS NULL`,
      ...where.values,
    )
    .map(({ stage }) => stage);
  return [
    ...OPPORTUNITY_STAGES.filter((stage) => found.includes(stage)),
    ...found.filter((stage) => !OPPORTUNITY_STAGES.some((known) => known === stage)).sort(),
  ];
}

function sumStage(scope: PipelineScope, stage: string): MonthRow[] {
  const where = ofPlaces(scope);
  return scope.database.all<MonthRow>(
    `SELECT substr(target_close, 1, 7) AS month, CASE WHEN amount IS NULL THEN NULL ELSE currency END AS currency,
       count(*) AS count, coalesce(sum(CAST(amount AS INTEGER)), 0) AS whole,
       coalesce(sum(CASE WHEN instr(amount, '.') > 0
         THEN CAST(substr(substr(amount, instr(amount, '.') + 1) || '00000000', 1, 8) AS INTEGER) ELSE 0 END), 0) AS fraction
     FROM opportunities WHERE ${where.sql} AND stage = ? AND gone_at IS NULL GROUP BY 1, 2`,
    ...where.values,
    stage,
  );
}

function sumMonths(open: readonly MonthRow[], today: string): Pipeline['months'] {
  const first = firstOfMonth(today);
  const end = addMonths(first, MONTHS);
  const periodOf = ({ month }: MonthRow) => {
    if (month === null) return 'none';
    if (month < first.slice(0, 7)) return 'overdue';
    return month < end.slice(0, 7) ? month : 'later';
  };
  const ranges: Readonly<Record<string, { from: string | null; to: string | null }>> = {
    none: { from: null, to: null },
    overdue: { from: null, to: addDays(first, -1) },
    later: { from: end, to: null },
  };
  return grouped(open, periodOf)
    .map(([key, sum]) => {
      const period = CLOSE_PERIODS.find((each) => each === key) ?? 'month';
      const isMonth = period === 'month';
      return { period, month: isMonth ? key : null, ...(ranges[key] ?? daysOf(key)), ...sum };
    })
    .sort(
      (one, other) =>
        CLOSE_PERIODS.indexOf(one.period) - CLOSE_PERIODS.indexOf(other.period) ||
        (one.month ?? '').localeCompare(other.month ?? ''),
    );
}

/** Adds up by key and currency, in the order in which the keys come. */
function grouped<T extends Sum>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): [string, { currency: string | null; amount: string; count: number }][] {
  const groups = new Map<string, { key: string } & Sum>();
  for (const row of rows) {
    const key = keyOf(row);
    const id = JSON.stringify([key, row.currency]);
    const known = groups.get(id);
    groups.set(id, {
      key,
      currency: row.currency,
      count: (known?.count ?? 0) + row.count,
      whole: (known?.whole ?? 0) + row.whole,
      fraction: (known?.fraction ?? 0) + row.fraction,
    });
  }
  return [...groups.values()].map(({ key, currency, count, whole, fraction }) => [
    key,
    { currency, amount: exactSum(whole, fraction), count },
  ]);
}

export function countLost(scope: PipelineScope): CoSellDashboard['lost'] {
  const where = ofPlaces(scope);
  return scope.database.all<CoSellDashboard['lost'][number]>(
    `SELECT closed_lost_reason AS reason, count(*) AS count FROM opportunities
     WHERE ${where.sql} AND stage = 'Closed Lost' AND gone_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
    ...where.values,
  );
}

/** What of the opportunities waits for a person. */
export function countWaiting(scope: PipelineScope): CoSellDashboard['attention'] {
  const where = ofPlaces(scope);
  const closed = CLOSED.map((stage) => `'${stage}'`).join(', ');
  const row = scope.database.get<{ action: number; pending: number; overdue: number }>(
    `SELECT count(*) FILTER (WHERE review_status = 'Action Required') AS action,
       count(*) FILTER (WHERE review_status = 'Pending Submission') AS pending,
       count(*) FILTER (WHERE target_close < ? AND stage NOT IN (${closed})) AS overdue
     FROM opportunities WHERE ${where.sql} AND gone_at IS NULL`,
    scope.today,
    ...where.values,
  );
  return [
    { kind: 'action-required', count: row?.action ?? 0 },
    { kind: 'pending-submission', count: row?.pending ?? 0 },
    { kind: 'overdue', count: row?.overdue ?? 0 },
  ];
}

function ofPlaces({ places }: PipelineScope): { sql: string; values: string[] } {
  const catalog = places[0]?.catalog ?? 'AWS';
  const [only, ...others] = places;
  if (only && others.length === 0) return { sql: 'account = ? AND catalog = ?', values: [only.account, catalog] };
  const accounts = JSON.stringify(places.map(({ account }) => account));
  return { sql: 'account IN (SELECT value FROM json_each(?)) AND catalog = ?', values: [accounts, catalog] };
}

function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function daysOf(month: string): { from: string; to: string } {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
