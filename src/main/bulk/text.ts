/** What became of each row, as CSV. */
import type { BulkRow } from '../../shared/domain/bulk/bulk.ts';
import { toCsv } from '../text/csv.ts';
import type { BulkStore, StoredRun } from './store.ts';

const COLUMNS = {
  position: ({ position }: BulkRow) => `#${position + 1}`,
  account: ({ account }) => account,
  subject: ({ subject }) => subject.id,
  label: ({ label }) => label,
  state: ({ state }) => state,
  result: ({ result }) => result?.id ?? '',
  changeId: ({ changeId }) => changeId ?? '',
  error: ({ error }) => error?.code ?? '',
  awsError: ({ error }) => (error?.aws ? `${error.aws.code}: ${error.aws.message}` : ''),
  requestId: ({ error }) => error?.aws?.requestId ?? '',
  endedAt: ({ endedAt }) => endedAt ?? '',
} satisfies Record<string, (row: BulkRow) => string>;

export function formatRun(store: BulkStore, run: StoredRun, headings: Readonly<Record<string, string>>) {
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const rows = store.rows(run.id, [], { limit: store.countRows(run.id, []), offset: 0 });
  const text = toCsv(
    keys.map((key) => headings[key] ?? key),
    rows.map((row) => keys.map((key) => COLUMNS[key](row))),
  );
  return { text, suggestedName: `bulk-${run.createdAt.slice(0, 10)}.csv`, mediaType: 'text/csv' };
}
