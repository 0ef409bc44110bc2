import { describe, expect, it } from 'vitest';
import { createRecorder } from '../../../../src/main/aws/recorder.ts';
import { createMasker } from '../../../../src/main/masking/masker.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { createClock } from '../../../../src/main/hosts/common/clock.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

function record(message: string): string {
  const { database } = openDatabase(makeTempFolder(), 0);
  const recorder = createRecorder({ database, clock: createClock(), masker: createMasker() });
  const call = { account: null, service: 'catalog', operation: 'StartChangeSet', changeId: null, input: {} };
  recorder
    .begin(call)
    .end({ outcome: 'validation-refused', attempts: 1, httpStatus: 422, requestId: 'r', response: { message } });
  const row = database.get<{ response: string }>('SELECT response FROM calls');
  database.close();
  return row?.response ?? '';
}

describe('the record of a call', () => {
  it('keeps an error of 128 KB whole', () => {
    const message = 'é'.repeat(128 * 1024);
    expect(JSON.parse(record(message))).toEqual({ message });
  });

  it('cuts what no person would read, and says how long it was', () => {
    const kept = record('x'.repeat(1_000_000));
    expect(kept.length).toBeLessThan(300_000);
    expect(kept).toMatch(/… \(1000014 characters\)$/);
  });
});
