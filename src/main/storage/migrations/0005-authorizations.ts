/** The copies of resale authorizations, issued and received, and their drafts. */
export const authorizations = {
  version: 5,
  name: 'authorizations',
  sql: `
-- List columns only. \`ownership\`: issued by this account, or received by it as the channel partner.
CREATE TABLE authorizations (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  ownership TEXT NOT NULL,
  name TEXT NOT NULL,
  aws_status TEXT NOT NULL,
  product_id TEXT NOT NULL,
  product_name TEXT,
  manufacturer_account_id TEXT,
  manufacturer_name TEXT,
  reseller_account_id TEXT,
  reseller_name TEXT,
  -- Last day of use, UTC; NULL = no end.
  end_date TEXT,
  -- Both are told by the document alone.
  max_offers INTEGER,
  offers_created INTEGER,
  extended_status TEXT,
  created_at TEXT,
  last_modified_at TEXT NOT NULL,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
-- Holds every column that a filter looks at, so that counting and filtering never leave the index.
CREATE INDEX authorizations_by_modified ON authorizations
  (ownership, account, last_modified_at, aws_status, end_date, max_offers, offers_created, extended_status, product_id,
   reseller_account_id, search);
CREATE INDEX authorizations_by_end ON authorizations (ownership, account, end_date);
CREATE INDEX authorizations_by_name ON authorizations (ownership, account, name COLLATE NOCASE);
CREATE INDEX authorizations_stale ON authorizations (account, ownership, last_modified_at) WHERE stale = 1;

CREATE TABLE authorization_documents (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  revision TEXT,
  read_at TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (account, id),
  FOREIGN KEY (account, id) REFERENCES authorizations(account, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE authorization_drafts (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  product_title TEXT,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX authorization_drafts_by_account ON authorization_drafts (account, updated_at);
`,
};
