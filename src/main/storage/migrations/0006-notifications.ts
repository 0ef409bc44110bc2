/** Queues and what has come in by them. */
export const notifications = {
  version: 6,
  name: 'notifications',
  sql: `
-- How an account's events come in; one queue an account.
CREATE TABLE event_queues (
  account TEXT PRIMARY KEY REFERENCES accounts(key) ON DELETE CASCADE,
  config TEXT NOT NULL,
  -- setting-up, active, paused, removing
  state TEXT NOT NULL,
  -- JSON: the calls of the set-up or removal under way and how far each is.
  steps TEXT NOT NULL DEFAULT '[]',
  -- When the queue was last asked without a failure, and when it last gave something.
  polled_at TEXT,
  received_at TEXT,
  -- The failure of the latest poll as JSON, and since when it has been failing.
  error TEXT,
  failing_since TEXT,
  dead_letters INTEGER,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages that are no events. They stay in the queue until AWS sets them aside in the dead-letter queue.
CREATE TABLE queue_problems (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  message_id TEXT NOT NULL,
  deliveries INTEGER NOT NULL,
  excerpt TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (account, message_id)
) STRICT, WITHOUT ROWID;

-- List columns only; the event itself is in notification_documents. search is folded text that a filter looks into.
CREATE TABLE notifications (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  dedupe_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  detail_type TEXT NOT NULL,
  time TEXT NOT NULL,
  received_at TEXT NOT NULL,
  title TEXT NOT NULL,
  buyer TEXT,
  status TEXT,
  -- JSON list of {type, id}, the main thing first.
  subjects TEXT NOT NULL,
  -- 1: about a write of this machine's journal.
  own INTEGER NOT NULL,
  read_at TEXT,
  search TEXT NOT NULL,
  UNIQUE (account, dedupe_key)
) STRICT;
-- Hold every column that a filter looks at, so that counting never leaves the index.
CREATE INDEX notifications_by_time ON notifications (time, account, kind, read_at, search);
CREATE INDEX notifications_by_account ON notifications (account, time, kind, read_at, search);
CREATE INDEX notifications_unread ON notifications (account) WHERE read_at IS NULL;

CREATE TABLE notification_documents (
  seq INTEGER PRIMARY KEY REFERENCES notifications(seq) ON DELETE CASCADE,
  document TEXT NOT NULL
) STRICT;

-- Figures by month: everything they add up stands in the index.
CREATE INDEX agreements_accepted_figures ON agreements (account, accepted_at, currency, value);

CREATE INDEX changes_by_change_set ON changes (account, change_set_id) WHERE change_set_id IS NOT NULL;

-- Which kinds the system announces, where a person has chosen otherwise than by default.
CREATE TABLE notification_choices (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  choice TEXT NOT NULL,
  PRIMARY KEY (account, kind)
) STRICT, WITHOUT ROWID;
`,
};
