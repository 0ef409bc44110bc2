/** The copy of agreements, the days that matter in them, and of requests about them. */
export const agreements = {
  version: 4,
  name: 'agreements',
  sql: `
-- List columns only, as for offers. \`role\`: proposer, or manufacturer for what is known by AWS's events alone.
CREATE TABLE agreements (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  role TEXT NOT NULL,
  status TEXT NOT NULL,
  product_id TEXT NOT NULL,
  product_type TEXT NOT NULL,
  offer_id TEXT NOT NULL,
  offer_set_id TEXT,
  resale_authorization_id TEXT,
  acceptor TEXT NOT NULL,
  proposer TEXT NOT NULL,
  accepted_at TEXT,
  starts_at TEXT,
  ends_at TEXT,
  updated_at TEXT,
  end_behavior TEXT,
  end_reason TEXT,
  initial_agreement_id TEXT,
  currency TEXT,
  -- Decimal text; the number beside it only sorts and filters.
  value TEXT,
  value_number REAL,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  -- 1 while the terms were not read since the last update.
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
-- Holds every column that a filter looks at, so that counting and filtering never leave the index.
CREATE INDEX agreements_by_update ON agreements
  (account, updated_at, status, ends_at, starts_at, accepted_at, product_id, offer_id, acceptor, value_number, role, search);
CREATE INDEX agreements_by_end ON agreements (account, ends_at, status);
CREATE INDEX agreements_by_accepted ON agreements (account, accepted_at);
CREATE INDEX agreements_by_value ON agreements (account, value_number);
CREATE INDEX agreements_by_offer ON agreements (account, offer_id);
CREATE INDEX agreements_by_chain ON agreements (account, initial_agreement_id);
CREATE INDEX agreements_stale ON agreements (account, updated_at) WHERE stale = 1;

CREATE TABLE agreement_terms (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  -- As AWS returned them, JSON, signed addresses masked.
  terms TEXT NOT NULL,
  PRIMARY KEY (account, id),
  FOREIGN KEY (account, id) REFERENCES agreements(account, id) ON DELETE CASCADE
) STRICT;

-- What is read when the agreement's page is opened: description, entitlements, charges, invoices.
CREATE TABLE agreement_pages (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (account, id),
  FOREIGN KEY (account, id) REFERENCES agreements(account, id) ON DELETE CASCADE
) STRICT;

-- Days that matter: ends, renews, adjust-by, opt-out-by, payment.
CREATE TABLE agreement_milestones (
  account TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  date TEXT NOT NULL,
  amount TEXT,
  currency TEXT,
  PRIMARY KEY (account, agreement_id, kind, position),
  FOREIGN KEY (account, agreement_id) REFERENCES agreements(account, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_milestones_by_date ON agreement_milestones (date, account);

-- Requests about agreements. \`kind\`: cancellation, payment, adjustment.
CREATE TABLE agreement_requests (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  agreement_id TEXT NOT NULL,
  status TEXT NOT NULL,
  -- Name of a payment request, original invoice of an adjustment, reason of a cancellation.
  title TEXT NOT NULL,
  amount TEXT,
  currency TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- When AWS decides by itself; null where it never does or is not known.
  decides_at TEXT,
  document TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  search TEXT NOT NULL,
  PRIMARY KEY (account, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_requests_by_date ON agreement_requests (account, created_at, kind, status);
CREATE INDEX agreement_requests_by_agreement ON agreement_requests (account, agreement_id);
CREATE INDEX agreement_requests_pending ON agreement_requests (status, decides_at);
`,
};
