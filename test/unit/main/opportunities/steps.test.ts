import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createOpportunityStore, type Place } from '../../../../src/main/opportunities/store.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';

const PLACE: Place = { account: 'acme', catalog: 'AWS' };
/** AWS keeps the newest ones only. */
const KEPT_BY_AWS = 50;
/** Some words of people are long. */
const LONG = 'x'.repeat(4000);

function holding(first: number, text: string) {
  const NextStepsHistory = Array.from({ length: KEPT_BY_AWS }, (_, index) => ({
    Time: new Date(Date.UTC(2026, 0, 1 + first + index)).toISOString(),
    Value: `${first + index} ${text}`,
  }));
  return {
    Id: 'O1000001',
    LastModifiedDate: '2026-06-01T00:00:00Z',
    LifeCycle: { Stage: 'Qualified', NextStepsHistory },
  };
}

it('keeps next steps that AWS has let go, each once, however many and long', () => {
  const folder = mkdtempSync(join(tmpdir(), 'offerdeck-'));
  const { database } = openDatabase(folder, 0);
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  database.run(
    `INSERT INTO accounts (key, position, prefix, settings, created_at) VALUES ('acme', 0, 'acme', '{}', '2026-01-01T00:00:00Z')`,
  );
  const store = createOpportunityStore(database);
  for (let first = 0; first <= 1000; first += 25) {
    expect(store.saveRecord(PLACE, { document: holding(first, LONG), summary: null }, '2026-06-02T00:00:00Z')).toBe(
      true,
    );
  }
  // A page shows the newest of them.
  const count = database.get<{ n: number }>('SELECT count(*) AS n FROM opportunity_steps')?.n;
  expect(count).toBe(1000 + KEPT_BY_AWS);
  const shown = store.steps(PLACE, 'O1000001').map(({ text }) => text);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown[0]).toBe(`${1000 + KEPT_BY_AWS - 1} ${LONG}`);
});
