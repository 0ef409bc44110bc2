/** The pipeline of opportunities in figures, and which drafts are sent without a click. */
export const pipeline = {
  version: 14,
  name: 'pipeline',
  sql: `
-- Holds every column that the figures add up or look at: one range a stage, no row is opened.
CREATE INDEX opportunities_pipeline ON opportunities
  (account, catalog, stage, target_close, currency, amount, closed_lost_reason, review_status, gone_at);

-- Accounts whose drafts are sent without a click: in which catalog and as which AWS account a person has agreed to it.
CREATE TABLE auto_share_accounts (
  account TEXT PRIMARY KEY REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  aws_account_id TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;

-- Drafts that were saved since, each with when it is sent or why it is not.
CREATE TABLE auto_share_drafts (
  draft_id TEXT PRIMARY KEY REFERENCES opportunity_drafts(id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  -- The revision that is sent; any other one is not.
  revision INTEGER NOT NULL,
  -- waiting, held (by a person), asked (its process has ended, or slept), failed.
  state TEXT NOT NULL,
  -- The process that counts down.
  owner TEXT NOT NULL,
  -- In real time.
  due_at TEXT NOT NULL,
  error TEXT
) STRICT;
CREATE INDEX auto_share_drafts_by_state ON auto_share_drafts (state, due_at);

-- 1 where no person has clicked.
ALTER TABLE opportunity_sends ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;
ALTER TABLE changes ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;
`,
};
