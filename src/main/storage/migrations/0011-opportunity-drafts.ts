/** Drafts of opportunities, and what of them is on its way to AWS. */
export const opportunityDrafts = {
  version: 11,
  name: 'opportunity drafts',
  sql: `
CREATE TABLE opportunity_drafts (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  product_title TEXT,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- The opportunity at AWS that it changes.
  target_id TEXT GENERATED ALWAYS AS (json_extract(document, '$.target.opportunityId')) VIRTUAL
) STRICT;
CREATE INDEX opportunity_drafts_by_account ON opportunity_drafts (account, updated_at);
CREATE INDEX opportunity_drafts_by_target ON opportunity_drafts (account, target_id) WHERE target_id IS NOT NULL;

-- The last send of each draft: written before its first step leaves.
CREATE TABLE opportunity_sends (
  draft_id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  confirmed_account_id TEXT NOT NULL,
  share INTEGER NOT NULL,
  title TEXT NOT NULL,
  steps TEXT NOT NULL,
  document TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX opportunity_sends_running ON opportunity_sends (draft_id) WHERE state = 'running';
`,
};
