import { describe, expect, it } from 'vitest';
import { appendToLog, noticeBrokenLog, proveLog } from '../../../../src/main/changes/log.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

function makeLog() {
  const { database } = openDatabase(makeTempFolder(), 0);
  for (const [index, state] of (['intended', 'sending', 'sent', 'succeeded'] as const).entries()) {
    appendToLog(database, {
      changeId: 'c',
      state,
      at: `2026-11-21T00:00:0${index}.000Z`,
      details: `{"step":${index}}`,
    });
  }
  return database;
}

describe('the log of transitions', () => {
  it('is a whole chain', async () => {
    const proof = await proveLog(makeLog());
    expect(proof).toMatchObject({ entries: 4, brokenAt: null, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(noticeBrokenLog(proof)).toBeNull();
  });

  it('proves an empty log', async () => {
    const { database } = openDatabase(makeTempFolder(), 0);
    expect(await proveLog(database)).toEqual({ entries: 0, brokenAt: null, head: null });
  });

  it('goes on over more rows than it reads at once', async () => {
    const { database } = openDatabase(makeTempFolder(), 0);
    database.transaction(() => {
      for (let index = 0; index < 1201; index += 1) {
        appendToLog(database, {
          changeId: `c${index}`,
          state: 'intended',
          at: '2026-11-21T00:00:00.000Z',
          details: '{}',
        });
      }
    });
    expect(await proveLog(database)).toMatchObject({ entries: 1201, brokenAt: null });
    database.run("UPDATE change_log SET details = '[]' WHERE seq = 1100");
    expect(await proveLog(database)).toMatchObject({ brokenAt: 1100 });
  });

  it('gives another head once the newest rows are cut off', async () => {
    const database = makeLog();
    const { head } = await proveLog(database);
    database.run('DELETE FROM change_log WHERE seq = 4');
    const cut = await proveLog(database);
    expect(cut.brokenAt).toBeNull();
    expect(cut.head).not.toBe(head);
  });

  it.each([
    ['a changed detail', 'UPDATE change_log SET details = \'{"step":9}\' WHERE seq = 2', 2],
    ['a changed state', "UPDATE change_log SET state = 'refused' WHERE seq = 3", 3],
    ['a changed time', "UPDATE change_log SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 1", 1],
    ['a row of another change', "UPDATE change_log SET change_id = 'd' WHERE seq = 4", 4],
    ['a row that is gone', 'DELETE FROM change_log WHERE seq = 2', 3],
    ['a first row that is gone', 'DELETE FROM change_log WHERE seq = 1', 2],
    [
      'two rows in each other’s place',
      'UPDATE change_log SET seq = CASE seq WHEN 2 THEN 30 WHEN 3 THEN 2 ELSE seq END',
      2,
    ],
  ])('shows %s', async (_name, sql, seq) => {
    const database = makeLog();
    database.run(sql);
    const proof = await proveLog(database);
    expect(proof.brokenAt).toBe(seq);
    expect(noticeBrokenLog(proof)).toMatchObject({ id: 'journal-altered', params: { seq } });
  });
});
