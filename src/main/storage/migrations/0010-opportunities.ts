/** The copy of Partner Central's opportunities. */
export const opportunities = {
  version: 10,
  name: 'opportunities',
  sql: `
-- List columns only. A catalog is part of every key: trial opportunities never meet real ones.
CREATE TABLE opportunities (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  partner_id TEXT NOT NULL,
  -- null until the opportunity was read by itself: AWS's list carries no title.
  title TEXT,
  customer TEXT NOT NULL,
  country TEXT NOT NULL,
  industry TEXT NOT NULL,
  stage TEXT NOT NULL,
  review_status TEXT NOT NULL,
  origin TEXT,
  opportunity_type TEXT NOT NULL,
  target_close TEXT,
  -- Decimal text; the number beside it only sorts.
  amount TEXT,
  currency TEXT,
  amount_number REAL,
  next_steps TEXT NOT NULL,
  closed_lost_reason TEXT NOT NULL,
  owner TEXT NOT NULL,
  engagement_score TEXT NOT NULL,
  involvement TEXT NOT NULL,
  aws_stage TEXT NOT NULL,
  created_at TEXT,
  -- To the millisecond, so that texts compare like instants; AWS's own text stands in the document.
  modified_at TEXT NOT NULL,
  -- When AWS was seen not to show it any more.
  gone_at TEXT,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  -- 1 while it was not read since its last modification.
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, catalog, id)
) STRICT, WITHOUT ROWID;
-- Holds every column that a filter looks at, so that counting and filtering never leave the index.
CREATE INDEX opportunities_by_modification ON opportunities
  (account, catalog, modified_at, stage, review_status, origin, target_close, gone_at, search);
CREATE INDEX opportunities_by_close ON opportunities (account, catalog, target_close, stage);
CREATE INDEX opportunities_by_customer ON opportunities (account, catalog, customer COLLATE NOCASE);
CREATE INDEX opportunities_stale ON opportunities (account, catalog, modified_at) WHERE stale = 1;

CREATE TABLE opportunity_documents (
  account TEXT NOT NULL,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  -- The record as AWS gave it, JSON, unknown members included.
  document TEXT NOT NULL,
  -- AWS's summary of it; null where AWS has none.
  summary TEXT,
  PRIMARY KEY (account, catalog, id),
  FOREIGN KEY (account, catalog, id) REFERENCES opportunities(account, catalog, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Next steps that were ever seen: AWS keeps the last fifty.
CREATE TABLE opportunity_steps (
  account TEXT NOT NULL,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  side TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (account, catalog, id, side, at, text),
  FOREIGN KEY (account, catalog, id) REFERENCES opportunities(account, catalog, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Links to offers, for the way back from an offer to its opportunity.
CREATE TABLE opportunity_links (
  account TEXT NOT NULL,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  -- As AWS names it: an ARN, or the id of a solution or product.
  target TEXT NOT NULL,
  -- The last part of the ARN, by which the rest of the program knows it.
  target_id TEXT NOT NULL,
  PRIMARY KEY (account, catalog, id, type, target),
  FOREIGN KEY (account, catalog, id) REFERENCES opportunities(account, catalog, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunity_links_by_target ON opportunity_links (account, target_id);
`,
};
