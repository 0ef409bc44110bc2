/** The copy of AWS's invitations to deals. */
export const invitations = {
  version: 12,
  name: 'invitations',
  sql: `
CREATE TABLE invitations (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  engagement_id TEXT NOT NULL,
  status TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Empty until the invitation was read by itself: AWS's list names no customer.
  customer TEXT NOT NULL,
  country TEXT NOT NULL,
  industry TEXT NOT NULL,
  sender TEXT NOT NULL,
  invited_at TEXT NOT NULL,
  expires_at TEXT,
  -- The opportunity that accepting has made.
  opportunity_id TEXT,
  -- 1 once AWS was asked for that opportunity and has none to name.
  unlinked INTEGER NOT NULL DEFAULT 0,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  -- 1 while it was not read since it was new or has changed.
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, catalog, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_by_deadline ON invitations (account, catalog, expires_at, status, search);
CREATE INDEX invitations_waiting ON invitations (account, catalog, invited_at) WHERE status = 'PENDING';

CREATE TABLE invitation_documents (
  account TEXT NOT NULL,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  -- As AWS gave it, JSON, unknown members included.
  document TEXT NOT NULL,
  PRIMARY KEY (account, catalog, id),
  FOREIGN KEY (account, catalog, id) REFERENCES invitations(account, catalog, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
`,
};
