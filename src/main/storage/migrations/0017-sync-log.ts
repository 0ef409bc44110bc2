/** What makes a readable log of the recorded calls: direction, status, records, throttling, sums by day, and edited payloads. */

const DERIVED = `purpose = service || ':' || operation || CASE WHEN variant IS NULL THEN '' ELSE ':' || variant END,
    status = CASE
  WHEN outcome = 'ok' THEN CASE WHEN failed_records = 0 THEN 'success' WHEN failed_records < records THEN 'partial' ELSE 'error' END
  WHEN outcome IN ('throttled', 'day-quota-spent') THEN 'throttled'
  WHEN outcome = 'started' THEN 'in-doubt'
  -- What became of a write whose answer was lost, nobody can tell from the call.
  WHEN direction = 'out' AND service <> 'app'
    AND outcome IN ('cancelled', 'network-unreachable', 'aws-unavailable', 'malformed-answer', 'internal') THEN 'in-doubt'
  WHEN outcome = 'cancelled' THEN 'stopped'
  ELSE 'error' END`;
const COUNT_IN = `INSERT INTO call_days
  SELECT substr(at, 1, 10), coalesce(account, ''), direction, service, operation, status, 1, records, failed_records, throttles > 0,
    throttles, waited_ms FROM calls WHERE seq = NEW.seq
  ON CONFLICT DO UPDATE SET calls = calls + 1, records = records + excluded.records,
    failed_records = failed_records + excluded.failed_records, throttled_calls = throttled_calls + excluded.throttled_calls,
    throttles = throttles + excluded.throttles, waited_ms = waited_ms + excluded.waited_ms;`;

export const syncLog = {
  version: 17,
  name: 'sync log',
  sql: `
-- 'in': read from AWS; 'out': written to it.
ALTER TABLE calls ADD COLUMN direction TEXT NOT NULL DEFAULT 'in';
-- What an operation was asked for, where it does several things: the type of entity that is listed, the change that is made.
ALTER TABLE calls ADD COLUMN variant TEXT;
-- The job that it belongs to. A job itself is a row of the service 'app'.
ALTER TABLE calls ADD COLUMN run_id TEXT;
ALTER TABLE calls ADD COLUMN entity_type TEXT;
ALTER TABLE calls ADD COLUMN entity_id TEXT;
ALTER TABLE calls ADD COLUMN records INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN failed_records INTEGER NOT NULL DEFAULT 0;
-- Attempts that AWS throttled, and how long the pacer held it back in all.
ALTER TABLE calls ADD COLUMN throttles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN waited_ms INTEGER NOT NULL DEFAULT 0;
-- The failure in whole, as JSON.
ALTER TABLE calls ADD COLUMN error TEXT;
-- Both follow from other columns; stored, since an index covers no column that is computed. Triggers keep them.
ALTER TABLE calls ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE calls ADD COLUMN status TEXT NOT NULL DEFAULT 'success';
UPDATE calls SET direction = 'out' WHERE operation NOT LIKE 'List%' AND operation NOT LIKE 'Describe%'
  AND operation NOT LIKE 'BatchDescribe%' AND operation NOT LIKE 'Get%' AND operation NOT LIKE 'Head%'
  AND operation NOT LIKE 'Receive%' AND operation NOT LIKE 'Search%' AND operation NOT LIKE 'AssumeRole%';
UPDATE calls SET ${DERIVED};

DROP INDEX calls_by_time;
-- Each holds every column that a filter looks at: finding a page never reads past requests and replies.
CREATE INDEX calls_by_time ON calls (at, account, direction, status, service, purpose, outcome, throttles);
CREATE INDEX calls_by_status ON calls (status, at, account, direction, service, purpose, outcome, throttles);
CREATE INDEX calls_by_purpose ON calls (purpose, at, account, direction, status, service, outcome, throttles);
CREATE INDEX calls_by_service ON calls (service, at, account, direction, status, purpose, outcome, throttles);
-- Writes are few among reads.
CREATE INDEX calls_out ON calls (at, account, status, service, purpose, outcome, throttles, direction) WHERE direction = 'out';
CREATE INDEX calls_by_run ON calls (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX calls_by_request ON calls (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX calls_throttled ON calls (at) WHERE throttles > 0;

-- Every record that a call asked for, brought or changed, with what became of it.
CREATE TABLE call_records (
  seq INTEGER NOT NULL REFERENCES calls(seq) ON DELETE CASCADE,
  entity_id TEXT NOT NULL,
  account TEXT NOT NULL,
  entity_type TEXT,
  failed INTEGER NOT NULL DEFAULT 0,
  code TEXT,
  message TEXT,
  PRIMARY KEY (seq, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_records_by_entity ON call_records (entity_id, account, seq);

-- Sums that outlive the calls: reports go further back than the log.
CREATE TABLE call_days (
  day TEXT NOT NULL,
  account TEXT NOT NULL,
  direction TEXT NOT NULL,
  service TEXT NOT NULL,
  operation TEXT NOT NULL,
  status TEXT NOT NULL,
  calls INTEGER NOT NULL,
  records INTEGER NOT NULL,
  failed_records INTEGER NOT NULL,
  throttled_calls INTEGER NOT NULL,
  throttles INTEGER NOT NULL,
  waited_ms INTEGER NOT NULL,
  PRIMARY KEY (day, account, direction, service, operation, status)
) STRICT, WITHOUT ROWID;
INSERT INTO call_days
  SELECT substr(at, 1, 10), coalesce(account, ''), direction, service, operation, status, count(*), sum(records), sum(failed_records),
    sum(throttles > 0), sum(throttles), sum(waited_ms)
  FROM calls GROUP BY 1, 2, 3, 4, 5, 6;
CREATE TRIGGER calls_counted AFTER INSERT ON calls BEGIN
  UPDATE calls SET ${DERIVED} WHERE seq = NEW.seq;
  ${COUNT_IN}
END;
CREATE TRIGGER calls_recounted AFTER UPDATE OF outcome, records, failed_records, throttles, waited_ms ON calls BEGIN
  UPDATE call_days SET calls = calls - 1, records = records - OLD.records, failed_records = failed_records - OLD.failed_records,
    throttled_calls = throttled_calls - (OLD.throttles > 0), throttles = throttles - OLD.throttles,
    waited_ms = waited_ms - OLD.waited_ms
  WHERE day = substr(OLD.at, 1, 10) AND account = coalesce(OLD.account, '') AND direction = OLD.direction
    AND service = OLD.service AND operation = OLD.operation AND status = OLD.status;
  UPDATE calls SET ${DERIVED} WHERE seq = NEW.seq;
  ${COUNT_IN}
END;

-- The failed write that this one repeats with a corrected payload.
ALTER TABLE changes ADD COLUMN repeats TEXT;
-- One live or successful repetition each: a second click or process is refused by the database itself.
CREATE UNIQUE INDEX changes_one_repetition ON changes (repeats)
  WHERE repeats IS NOT NULL AND state NOT IN ('failed', 'cancelled', 'refused');

-- Payloads of failed writes as they are being corrected; saved as typed.
CREATE TABLE payload_edits (
  change_id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
`,
};
