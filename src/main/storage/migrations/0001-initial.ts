/** First schema. Instants are ISO text in UTC, money and ids are text, documents are JSON text. */
export const initial = {
  version: 1,
  name: 'initial',
  sql: `
CREATE TABLE accounts (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  prefix TEXT NOT NULL UNIQUE COLLATE NOCASE,
  settings TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Ciphertext only. One row a secret; gone with the account.
CREATE TABLE secrets (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  name TEXT NOT NULL,
  cipher TEXT NOT NULL,
  PRIMARY KEY (account, name)
) STRICT;

CREATE TABLE capabilities (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  action TEXT NOT NULL,
  state TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (account, action)
) STRICT;

-- List columns only: a page of a list must not read past documents. \`search\` is folded text that a filter looks into.
CREATE TABLE products (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  visibility TEXT NOT NULL,
  dimension_count INTEGER NOT NULL,
  last_modified_at TEXT NOT NULL,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  -- 1 while the entity document was not read since the last modification.
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX products_by_title ON products (account, title COLLATE NOCASE);

CREATE TABLE product_documents (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  revision TEXT,
  read_at TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (account, id),
  FOREIGN KEY (account, id) REFERENCES products(account, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE offers (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  aws_state TEXT NOT NULL,
  is_private INTEGER NOT NULL,
  product_id TEXT NOT NULL,
  -- JSON lists of text.
  buyers TEXT NOT NULL,
  targeting TEXT NOT NULL,
  availability_end_date TEXT,
  released_at TEXT,
  last_modified_at TEXT NOT NULL,
  resale_authorization_id TEXT,
  offer_set_id TEXT,
  created_by_source TEXT,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
-- Holds every column that a filter looks at, so that counting and filtering never leave the index.
CREATE INDEX offers_by_modified ON offers
  (account, is_private, last_modified_at, aws_state, availability_end_date, product_id, search);
CREATE INDEX offers_by_end ON offers (account, is_private, availability_end_date);
CREATE INDEX offers_by_name ON offers (account, is_private, name COLLATE NOCASE);
CREATE INDEX offers_by_product ON offers (account, product_id);
CREATE INDEX offers_stale ON offers (account, last_modified_at) WHERE stale = 1;

CREATE TABLE offer_documents (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  revision TEXT,
  read_at TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (account, id),
  FOREIGN KEY (account, id) REFERENCES offers(account, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE offer_buyers (
  account TEXT NOT NULL,
  offer_id TEXT NOT NULL,
  buyer TEXT NOT NULL,
  PRIMARY KEY (account, buyer, offer_id),
  FOREIGN KEY (account, offer_id) REFERENCES offers(account, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_buyers_by_offer ON offer_buyers (account, offer_id);

-- How far each kind of entity has been read, per account.
CREATE TABLE sync_state (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- Newest LastModifiedDate seen by a finished pass; the next sync asks from here.
  cursor TEXT,
  -- An unfinished pass as JSON, to go on from where it was stopped.
  pass TEXT,
  completed_at TEXT,
  PRIMARY KEY (account, kind)
) STRICT, WITHOUT ROWID;

-- Whose entities the copy holds. Another owner under the same key means that the copy must go.
CREATE TABLE sync_owner (
  account TEXT PRIMARY KEY REFERENCES accounts(key) ON DELETE CASCADE,
  aws_account_id TEXT NOT NULL
) STRICT;

-- Single entities that could not be read; the rest of a sync goes on without them.
CREATE TABLE sync_problems (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (account, kind, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  product_title TEXT,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_by_account ON drafts (account, updated_at);

-- Custom EULAs, by content: a draft names them by hash.
CREATE TABLE eula_files (
  sha256 TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL,
  content BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- The journal: every write to a cloud, on disk before it leaves. Rows are hash-chained in order of seq.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  aws_account_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  draft_id TEXT,
  title TEXT NOT NULL,
  -- ClientRequestToken: one user action, one token, one payload.
  token TEXT NOT NULL,
  -- What was meant, as JSON without secrets: the draft document and the request without the signed address.
  intent TEXT NOT NULL,
  before TEXT,
  after TEXT,
  eula_sha256 TEXT,
  eula_key TEXT,
  change_set_id TEXT,
  aws_status TEXT,
  offer_id TEXT,
  product_id TEXT,
  errors TEXT NOT NULL DEFAULT '[]',
  error TEXT,
  differences TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When the latest send began, in real time: until long after it a look into AWS's index proves nothing.
  sending_since INTEGER,
  -- 1: stopped on something a person must mend or confirm; goes on by changes.resume.
  paused INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_state ON changes (state);
CREATE INDEX changes_by_draft ON changes (draft_id);
CREATE INDEX changes_by_offer ON changes (account, offer_id);
-- One live publication a draft: a second click or a second process is refused by the database itself.
CREATE UNIQUE INDEX changes_one_live_per_draft ON changes (draft_id)
  WHERE draft_id IS NOT NULL AND state IN ('intended', 'eula-uploaded', 'sending', 'sent');

-- Each transition of a change, hash-chained: hash = sha256(previous hash + row).
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  change_id TEXT NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX change_log_by_change ON change_log (change_id, seq);

-- Every request and reply, masked.
CREATE TABLE calls (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT,
  service TEXT NOT NULL,
  operation TEXT NOT NULL,
  at TEXT NOT NULL,
  duration_ms INTEGER,
  attempts INTEGER,
  outcome TEXT NOT NULL,
  http_status INTEGER,
  request_id TEXT,
  change_id TEXT,
  request TEXT,
  response TEXT
) STRICT;
CREATE INDEX calls_by_account ON calls (account, at);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  account TEXT,
  state TEXT NOT NULL,
  phase_key TEXT,
  done INTEGER NOT NULL,
  total INTEGER,
  error TEXT,
  -- Asked for by any process on this folder; the one that runs the job obeys.
  cancel_requested INTEGER NOT NULL DEFAULT 0,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX jobs_by_start ON jobs (started_at);
CREATE INDEX jobs_by_state ON jobs (state);

-- Who works on what: a journal row, a job, an account's sync. Expired leases may be taken over.
CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
`,
};
