/** Invitations to leads beside those to deals, and the copy of engagements. */
export const engagements = {
  version: 13,
  name: 'engagements',
  sql: `
ALTER TABLE invitations ADD COLUMN payload_type TEXT NOT NULL DEFAULT 'OpportunityInvitation';
CREATE INDEX invitations_by_opportunity ON invitations (account, catalog, opportunity_id) WHERE opportunity_id IS NOT NULL;
-- Leads were left out so far: the next look goes down to the end of AWS's list.
UPDATE sync_state
SET pass = '{"full":true,"reread":false,"startedAt":"1970-01-01T00:00:00.000Z","ceiling":null,"floor":null}'
WHERE kind LIKE 'invitations:%';

CREATE TABLE engagements (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Empty until the engagement was read by itself: AWS's list names no customer.
  customer TEXT NOT NULL DEFAULT '',
  qualification TEXT NOT NULL DEFAULT '',
  is_lead INTEGER NOT NULL,
  -- JSON array of AWS's words.
  context_types TEXT NOT NULL,
  member_count INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  -- As AWS writes it, to the nanosecond: it goes back with an update.
  modified_at TEXT NOT NULL,
  synced_at TEXT NOT NULL,
  search TEXT NOT NULL,
  -- 1 while it was not read since it was new or has changed.
  stale INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (account, catalog, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagements_by_creation ON engagements (account, catalog, created_at, is_lead, search);

CREATE TABLE engagement_documents (
  account TEXT NOT NULL,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  read_at TEXT NOT NULL,
  -- As AWS gave them, JSON, unknown members included.
  document TEXT NOT NULL,
  members TEXT NOT NULL,
  invitations TEXT NOT NULL,
  PRIMARY KEY (account, catalog, id),
  FOREIGN KEY (account, catalog, id) REFERENCES engagements(account, catalog, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which opportunities belong to which engagement, ours and those of other members.
CREATE TABLE engagement_resources (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  engagement_id TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (account, catalog, engagement_id, resource_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_resources_by_resource ON engagement_resources (account, catalog, resource_id);
`,
};
