/** What the views of changes and calls look into. */
export const history = {
  version: 8,
  name: 'history',
  sql: `
-- Holds every column that a filter looks at: counting never reads past requests and replies.
CREATE INDEX calls_by_time ON calls (at, account, service, outcome, operation, request_id, change_id);
CREATE INDEX calls_by_change ON calls (change_id) WHERE change_id IS NOT NULL;
`,
};
