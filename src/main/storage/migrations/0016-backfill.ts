/** Backfills of opportunities, and an index for each order in which a long list of them is shown. */
const FILTERED = [
  'gone_at',
  'stage',
  'review_status',
  'origin',
  'target_close',
  'currency',
  'amount',
  'closed_lost_reason',
];

/** One catalog in one order, over all accounts; holds what filters look at, so that counting and turning pages never leave it. */
function inOrder(name: string, by: string | null, collation = ''): string {
  const order = by === null ? '' : `${by} ${collation}, `;
  const others = FILTERED.filter((column) => column !== by).join(', ');
  return `CREATE INDEX opportunities_in_order_of_${name} ON opportunities (catalog, ${order}id, account, ${others});`;
}

export const backfill = {
  version: 16,
  name: 'backfill',
  sql: `
CREATE TABLE backfills (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  -- Mode and filters, JSON.
  wish TEXT NOT NULL,
  count_only INTEGER NOT NULL,
  state TEXT NOT NULL,
  phase TEXT NOT NULL,
  pages INTEGER NOT NULL DEFAULT 0,
  -- How far AWS's list was read, JSON.
  listing TEXT NOT NULL,
  error TEXT,
  -- When a held one goes on by itself, in real time.
  resume_at TEXT,
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
-- One of an account at a time, whoever asks.
CREATE UNIQUE INDEX backfills_open ON backfills (account) WHERE state IN ('running', 'paused', 'held', 'counted');
CREATE INDEX backfills_by_account ON backfills (account, created_at);
CREATE INDEX backfills_by_state ON backfills (state);

CREATE TABLE backfill_rows (
  run_id TEXT NOT NULL REFERENCES backfills(id) ON DELETE CASCADE,
  opportunity_id TEXT NOT NULL,
  -- In the order of AWS's list.
  position INTEGER NOT NULL,
  customer TEXT NOT NULL,
  stage TEXT NOT NULL,
  modified_at TEXT,
  state TEXT NOT NULL,
  error TEXT,
  PRIMARY KEY (run_id, opportunity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX backfill_rows_by_state ON backfill_rows (run_id, state, position);
CREATE INDEX backfill_rows_in_order ON backfill_rows (run_id, position);

-- The way of a deal; a stage that is not known comes last.
ALTER TABLE opportunities ADD COLUMN stage_order INTEGER NOT NULL DEFAULT 99;
UPDATE opportunities SET stage_order = CASE stage WHEN 'Prospect' THEN 0 WHEN 'Qualified' THEN 1
  WHEN 'Technical Validation' THEN 2 WHEN 'Business Validation' THEN 3 WHEN 'Committed' THEN 4 WHEN 'Launched' THEN 5
  WHEN 'Closed Lost' THEN 6 ELSE 99 END;
${inOrder('id', null)}
${inOrder('modification', 'modified_at')}
${inOrder('creation', 'created_at')}
${inOrder('close', 'target_close')}
${inOrder('customer', 'customer', 'COLLATE NOCASE')}
${inOrder('title', 'title', 'COLLATE NOCASE')}
${inOrder('stage', 'stage_order')}
${inOrder('review', 'review_status')}
${inOrder('amount', 'amount_number')}
`,
};
