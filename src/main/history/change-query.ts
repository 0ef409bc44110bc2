/** Finds writes in the journal's table, and everything that is on record about one. */
import type { ChangeFilter, ChangeRecord } from '../../shared/contract/history.ts';
import type { Change } from '../../shared/domain/change/change.ts';
import type { Database } from '../storage/database.ts';
import { parseKept } from './call-detail.ts';

const WHERE = `(?1 IS NULL OR account = ?1)
  AND (?2 = '' OR instr(lower(title), ?2) > 0 OR instr(lower(id), ?2) > 0
    OR instr(lower(coalesce(change_set_id, '')), ?2) > 0 OR instr(lower(coalesce(entity_id, '')), ?2) > 0
    OR instr(lower(coalesce(product_id, '')), ?2) > 0)
  AND (?3 = '[]' OR state IN (SELECT value FROM json_each(?3)))
  AND (?4 = '[]' OR kind IN (SELECT value FROM json_each(?4)))
  AND (?5 IS NULL OR created_at >= ?5) AND (?6 IS NULL OR created_at < ?6)`;

interface Slice {
  readonly limit: number;
  readonly offset: number;
}

/** Ids, newest first; the journal's own store knows how a row reads. */
export function findChangeIds(database: Database, filter: ChangeFilter, { limit, offset }: Slice): string[] {
  return database
    .all<{ id: string }>(
      `SELECT id FROM changes WHERE ${WHERE} ORDER BY seq DESC LIMIT ${limit} OFFSET ${offset}`,
      ...valuesOf(filter),
    )
    .map(({ id }) => id);
}

export function countChanges(database: Database, filter: ChangeFilter): number {
  const row = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM changes WHERE ${WHERE}`,
    ...valuesOf(filter),
  );
  return row?.total ?? 0;
}

/** What stands beside the row itself. `change` is the row as the contract shows it. */
export function describeChange(database: Database, change: Change): ChangeRecord {
  const row = database.get<{ intent: string; before: string | null; after: string | null }>(
    'SELECT intent, before, after FROM changes WHERE id = ?',
    change.id,
  );
  const log = database.all<{ seq: number; state: Change['state']; at: string; details: string; hash: string }>(
    'SELECT seq, state, at, details, hash FROM change_log WHERE change_id = ? ORDER BY seq',
    change.id,
  );
  const counted = database.get<{ n: number }>('SELECT count(*) AS n FROM calls WHERE change_id = ?', change.id);
  return {
    change,
    identity: identityOf(database, change.id),
    requestId: requestIdOf(database, change.id),
    request: requestOf(parseKept(row?.intent ?? null)),
    before: parseKept(row?.before ?? null),
    after: parseKept(row?.after ?? null),
    log: log.map(({ details, ...entry }) => ({ ...entry, details: parseKept(details) })),
    callCount: counted?.n ?? 0,
  };
}

/** A change set's request, or the payload of a direct call: whichever the intent holds. */
function requestOf(intent: unknown): unknown {
  if (typeof intent !== 'object' || intent === null) return intent;
  if ('request' in intent) return intent.request;
  return 'payload' in intent ? intent.payload : intent;
}

/** The newest answer of GetCallerIdentity for this write: it stood right before the request that left. */
function identityOf(database: Database, changeId: string): ChangeRecord['identity'] {
  const row = database.get<{ response: string | null }>(
    `SELECT response FROM calls WHERE change_id = ? AND operation = 'GetCallerIdentity' AND outcome = 'ok'
     ORDER BY seq DESC LIMIT 1`,
    changeId,
  );
  const answer = parseKept(row?.response ?? null) as { Account?: unknown; Arn?: unknown } | null;
  if (typeof answer?.Account !== 'string' || typeof answer.Arn !== 'string') return null;
  return /^\d{12}$/.test(answer.Account) ? { awsAccountId: answer.Account, arn: answer.Arn } : null;
}

/** The last call of the write that changed something, by what reads and side steps are called. */
function requestIdOf(database: Database, changeId: string): string | null {
  const row = database.get<{ id: string | null }>(
    `SELECT request_id AS id FROM calls WHERE change_id = ? AND request_id IS NOT NULL AND service NOT IN ('sts', 's3')
       AND operation NOT LIKE 'List%' AND operation NOT LIKE 'Describe%' AND operation NOT LIKE 'BatchDescribe%'
       AND operation NOT LIKE 'Get%' AND operation NOT LIKE 'Search%'
     ORDER BY seq DESC LIMIT 1`,
    changeId,
  );
  return row?.id ?? null;
}

function valuesOf(filter: ChangeFilter): (string | null)[] {
  return [
    filter.account,
    filter.text.trim().toLowerCase(),
    JSON.stringify(filter.states),
    JSON.stringify(filter.kinds),
    filter.from,
    filter.to,
  ];
}
