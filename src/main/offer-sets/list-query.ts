/** Finds offer sets in the local copy: one page from indexed columns, the state computed from today's date (UTC). */
import type { SQLInputValue } from 'node:sqlite';
import type { MethodOutput, ParsedInput } from '../../shared/contract/index.ts';
import type { OfferSetFilter } from '../../shared/contract/offer-sets.ts';
import { toOfferSetState, type OfferSetSummary } from '../../shared/domain/offer-set/offer-set.ts';
import { foldText } from '../../shared/domain/text/fold.ts';
import type { Database } from '../storage/database.ts';

type ListInput = ParsedInput<'offersets.list'>;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** A set expires with its earliest offer. */
const ENDS = `(SELECT min(o.availability_end_date) FROM offer_set_offers m
  JOIN offers o ON o.account = m.account AND o.id = m.offer_id WHERE m.account = s.account AND m.offer_set_id = s.id)`;
const COUNT = '(SELECT count(*) FROM offer_set_offers m WHERE m.account = s.account AND m.offer_set_id = s.id)';
/** As `toOfferSetState` has it. */
const STATE = `CASE WHEN s.aws_state <> 'Released' THEN 'draft' WHEN ${ENDS} < @today THEN 'expired' ELSE 'released' END`;

const SORT_EXPRESSIONS: Record<ListInput['sortBy'], string> = {
  name: 's.name COLLATE NOCASE',
  state: STATE,
  availabilityEndDate: ENDS,
  releasedAt: 's.released_at',
  offerCount: COUNT,
  lastModifiedAt: 's.last_modified_at',
  id: 's.id',
};

const COLUMNS = `s.*, ${ENDS} AS ends, ${COUNT} AS offer_count,
  (SELECT o.buyers FROM offer_set_offers m JOIN offers o ON o.account = m.account AND o.id = m.offer_id
    WHERE m.account = s.account AND m.offer_set_id = s.id ORDER BY m.position LIMIT 1) AS buyers,
  (SELECT count(*) FROM agreements g WHERE g.account = s.account AND g.offer_set_id = s.id) AS agreement_count,
  EXISTS (SELECT 1 FROM changes c
    WHERE c.account = s.account AND c.entity_id = s.id AND c.entity_type = 'OfferSet') AS made_here`;

export function listOfferSets(
  database: Database,
  input: Pick<ListInput, 'filter' | 'page' | 'pageSize' | 'sortBy' | 'direction'>,
  today: string,
): Pick<MethodOutput<'offersets.list'>, 'items' | 'total'> {
  const where = toWhere(input.filter, today);
  const total = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM offer_sets s WHERE ${where.sql}`,
    ...where.values,
  );
  const sort = withToday(SORT_EXPRESSIONS[input.sortBy], today);
  const order = `${sort} ${input.direction === 'ascending' ? 'ASC' : 'DESC'}, s.id, s.account`;
  const rows = database.all<ListRow>(
    `SELECT ${COLUMNS}
     FROM (SELECT s.account, s.id FROM offer_sets s WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) page
     JOIN offer_sets s ON s.account = page.account AND s.id = page.id ORDER BY ${order}`,
    ...where.values,
    input.pageSize,
    (input.page - 1) * input.pageSize,
  );
  return { items: rows.map((row) => toSummary(row, today)), total: total?.total ?? 0 };
}

export function findOfferSet(database: Database, account: string, id: string, today: string): OfferSetSummary | null {
  const row = database.get<ListRow>(
    `SELECT ${COLUMNS} FROM offer_sets s WHERE s.account = ? AND s.id = ?`,
    account,
    id,
  );
  return row ? toSummary(row, today) : null;
}

/** The date is ours, `YYYY-MM-DD`. */
function withToday(sql: string, today: string): string {
  return sql.replaceAll('@today', `'${today}'`);
}

function toWhere({ account, text, states }: OfferSetFilter, today: string): Condition {
  const folded = foldText(text.trim());
  const conditions: Condition[] = [
    ...(account === null ? [] : [{ sql: 's.account = ?', values: [account] }]),
    ...(folded === '' ? [] : [{ sql: 'instr(s.search, ?) > 0', values: [folded] }]),
    ...(states.length === 0
      ? []
      : [
          {
            sql: `(${withToday(STATE, today)}) IN (SELECT value FROM json_each(?))`,
            values: [JSON.stringify(states)],
          },
        ]),
  ];
  return {
    sql: conditions.length === 0 ? '1' : conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

interface ListRow {
  account: string;
  id: string;
  name: string;
  aws_state: string;
  solution_id: string | null;
  released_at: string | null;
  last_modified_at: string;
  ends: string | null;
  offer_count: number;
  buyers: string | null;
  agreement_count: number;
  made_here: number;
}

function toSummary(row: ListRow, today: string): OfferSetSummary {
  return {
    account: row.account,
    id: row.id,
    name: row.name,
    state: toOfferSetState(row.aws_state, row.ends, today),
    offerCount: row.offer_count,
    buyers: JSON.parse(row.buyers ?? '[]') as string[],
    availabilityEndDate: row.ends,
    agreementCount: row.agreement_count,
    solutionId: row.solution_id,
    releasedAt: row.released_at,
    lastModifiedAt: row.last_modified_at,
    madeHere: row.made_here === 1,
  };
}
