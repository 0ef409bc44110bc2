/** A page of the sync log and its count come from an index alone, whatever it is narrowed by: they never read past payloads. */
import { expect, it, onTestFinished } from 'vitest';
import { search } from '../../../../src/main/history/call-query.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { callFilterSchema, type CallFilter } from '../../../../src/shared/contract/history-calls.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

const COVERED: Readonly<Record<string, Partial<CallFilter>>> = {
  nothing: {},
  account: { account: 'acme' },
  reads: { directions: ['in'] },
  writes: { directions: ['out'] },
  errors: { statuses: ['error', 'partial', 'throttled'] },
  'success of an account': { account: 'acme', statuses: ['success'] },
  purpose: { purposes: ['selling:GetOpportunity'], statuses: ['success'] },
  purposes: { purposes: ['selling:GetOpportunity', 'catalog:ListEntities:Offer'] },
  service: { services: ['sts'] },
  jobs: { level: 'runs', directions: ['in'] },
  days: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z', directions: ['out'] },
};
const SOUGHT: Readonly<Record<string, Partial<CallFilter>>> = {
  record: { entityId: 'O1' },
  job: { runId: 'job-1' },
  write: { changeId: 'change-1' },
  throttled: { throttled: true },
  text: { text: 'quota', textPurposes: ['selling:GetOpportunity'] },
  id: { text: 'O1000', account: 'acme' },
};

function planOf(filter: Partial<CallFilter>): string[] {
  const { database } = openDatabase(makeTempFolder(), 0);
  onTestFinished(() => database.close());
  database.run(
    `INSERT INTO calls (service, operation, at, outcome) VALUES ('selling', 'GetOpportunity', '2026-11-01', 'ok')`,
  );
  const { sql, values } = search(database, callFilterSchema.parse({ account: null, ...filter }), 50);
  return database
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql} ORDER BY at DESC, seq DESC LIMIT 50`, ...values)
    .map(({ detail }) => detail);
}

it.each(Object.keys(COVERED))('by %s', (name) => {
  const ofCalls = planOf(COVERED[name] ?? {}).filter((step) => /\bcalls\b/.test(step));
  expect(ofCalls).toHaveLength(1);
  expect(ofCalls[0]).toMatch(/USING COVERING INDEX calls_/);
});

it.each(Object.keys(SOUGHT))('by %s, through an index that leads to the few', (name) => {
  const steps = planOf(SOUGHT[name] ?? {}).filter((step) => /\b(calls|call_records|changes|c|w)\b/.test(step));
  expect(steps.length).toBeGreaterThan(0);
  // No table is gone through from its beginning to its end; a partial index holds only the few.
  expect(
    steps.filter((step) => /^SCAN (calls|call_records|changes|c|w)\b/.test(step) && !step.includes('calls_throttled')),
  ).toEqual([]);
});
