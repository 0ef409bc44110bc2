import { describe, expect, it } from 'vitest';
import { appendToLog, findBrokenLink, noticeBrokenLog } from '../../../../src/main/changes/log.ts';
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
  it('is a whole chain', () => {
    expect(findBrokenLink(makeLog())).toBeNull();
    expect(noticeBrokenLog(makeLog())).toEqual([]);
    expect(findBrokenLink(openDatabase(makeTempFolder(), 0).database)).toBeNull();
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
  ])('shows %s', (_name, sql, seq) => {
    const database = makeLog();
    database.run(sql);
    expect(findBrokenLink(database)).toBe(seq);
    expect(noticeBrokenLog(database)).toMatchObject([{ id: 'journal-altered', params: { seq } }]);
  });
});
