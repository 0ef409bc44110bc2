/** The copy of offer sets, and their drafts. */
export const offerSets = {
  version: 9,
  name: 'offer-sets',
  sql: `
-- List columns only. Buyers and last day are those of the offers in it.
CREATE TABLE offer_sets (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  aws_state TEXT NOT NULL,
  solution_id TEXT,
  released_at TEXT,
  last_modified_at TEXT NOT NULL,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_sets_by_modified ON offer_sets (account, last_modified_at, aws_state, search);
CREATE INDEX offer_sets_by_name ON offer_sets (account, name COLLATE NOCASE);
CREATE INDEX offer_sets_stale ON offer_sets (account, last_modified_at) WHERE stale = 1;

CREATE TABLE offer_set_offers (
  account TEXT NOT NULL,
  offer_set_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  offer_id TEXT NOT NULL,
  PRIMARY KEY (account, offer_set_id, position),
  FOREIGN KEY (account, offer_set_id) REFERENCES offer_sets(account, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_set_offers_by_offer ON offer_set_offers (account, offer_id);

CREATE TABLE offer_set_documents (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  revision TEXT,
  read_at TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (account, id),
  FOREIGN KEY (account, id) REFERENCES offer_sets(account, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE offer_set_drafts (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  product_title TEXT,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX offer_set_drafts_by_account ON offer_set_drafts (account, updated_at);

-- Which offers were made for a set, and which agreements came from it.
CREATE INDEX offers_by_set ON offers (account, offer_set_id) WHERE offer_set_id IS NOT NULL;
CREATE INDEX agreements_by_set ON agreements (account, offer_set_id) WHERE offer_set_id IS NOT NULL;
`,
};
