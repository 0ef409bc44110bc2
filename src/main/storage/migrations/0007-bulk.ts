/** Bulk runs and their rows. */
export const bulk = {
  version: 7,
  name: 'bulk',
  sql: `
CREATE TABLE bulk_runs (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  -- The action as it was confirmed, as JSON.
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  -- JSON list of {account, awsAccountId, rows}, as the person confirmed them.
  accounts TEXT NOT NULL,
  error TEXT,
  undoes TEXT,
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX bulk_runs_by_state ON bulk_runs (state);

CREATE TABLE bulk_rows (
  run_id TEXT NOT NULL REFERENCES bulk_runs(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  account TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  label TEXT NOT NULL,
  -- What this row does, as JSON: the revision that was looked at, the date that was meant.
  task TEXT NOT NULL,
  state TEXT NOT NULL,
  error TEXT,
  started_at TEXT,
  ended_at TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_rows_by_state ON bulk_rows (run_id, account, state, position);
`,
};
