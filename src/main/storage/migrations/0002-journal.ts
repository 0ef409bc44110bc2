/** The journal takes writes of every kind, not offers alone. */
export const journal = {
  version: 2,
  name: 'journal',
  sql: `
DROP INDEX changes_by_offer;
ALTER TABLE changes RENAME COLUMN offer_id TO entity_id;
-- What the entity is: an offer, an authorization, an agreement, a queue.
ALTER TABLE changes ADD COLUMN entity_type TEXT NOT NULL DEFAULT 'Offer';
-- Everything that was made or changed, as a JSON list of {type, id}.
ALTER TABLE changes ADD COLUMN entities TEXT NOT NULL DEFAULT '[]';
-- Files to upload before sending, as a JSON list of {sha256, key}.
ALTER TABLE changes ADD COLUMN documents TEXT NOT NULL DEFAULT '[]';
-- What a direct call answered.
ALTER TABLE changes ADD COLUMN result_id TEXT;
ALTER TABLE changes ADD COLUMN bulk_id TEXT;

UPDATE changes SET
  documents = CASE WHEN eula_sha256 IS NULL OR eula_key IS NULL THEN '[]'
    ELSE json_array(json_object('sha256', eula_sha256, 'key', eula_key)) END,
  entities = CASE WHEN entity_id IS NULL THEN '[]' ELSE json_array(json_object('type', 'Offer', 'id', entity_id)) END,
  intent = replace(json_object(
    'form', 'change-set',
    'document', json(CASE WHEN json_type(intent, '$.draft') = 'object'
      THEN json_object('kind', 'offer', 'value', json_extract(intent, '$.draft')) END),
    'revision', json_extract(intent, '$.draftRevision'),
    'request', json_extract(intent, '$.request')
  ), 'https://eula.invalid/', 'https://document.invalid/');

ALTER TABLE changes DROP COLUMN eula_sha256;
ALTER TABLE changes DROP COLUMN eula_key;
CREATE INDEX changes_by_entity ON changes (entity_id);
-- The few sets that concern several entities, for a look at those beside the first.
CREATE INDEX changes_of_several ON changes (seq) WHERE json_array_length(entities) > 1;
CREATE INDEX changes_by_account ON changes (account, seq);
-- What a person does not want to see here; at AWS nothing is ever deleted.
CREATE TABLE hidden_offers (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  offer_id TEXT NOT NULL,
  hidden_at TEXT NOT NULL,
  PRIMARY KEY (account, offer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_by_bulk ON changes (bulk_id) WHERE bulk_id IS NOT NULL;
`,
};
