/** Versions of entities and named templates. */
export const versions = {
  version: 3,
  name: 'versions',
  sql: `
-- Each content once, whoever held it: the same offer read again adds nothing.
CREATE TABLE version_documents (
  hash TEXT PRIMARY KEY,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE versions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  form TEXT NOT NULL,
  revision TEXT,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES version_documents(hash),
  change_id TEXT,
  -- The offer that a draft was cloned from, or that an agreement accepted.
  related_id TEXT,
  -- A custom EULA of a draft: its file stays as long as this.
  eula_sha256 TEXT
) STRICT;
CREATE INDEX versions_by_entity ON versions (account, entity_type, entity_id, seq);
CREATE INDEX versions_by_related ON versions (account, related_id) WHERE related_id IS NOT NULL;
CREATE INDEX versions_by_hash ON versions (hash);
CREATE INDEX versions_by_eula ON versions (eula_sha256) WHERE eula_sha256 IS NOT NULL;

-- For any account of this machine: what is an account's own (its id, its offers) is not part of a template.
CREATE TABLE templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  document TEXT NOT NULL,
  eula_sha256 TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
`,
};
