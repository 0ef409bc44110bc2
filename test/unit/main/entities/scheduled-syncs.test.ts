import { describe, expect, it } from 'vitest';
import { createScheduledSyncs } from '../../../../src/main/entities/scheduled-syncs.ts';
import { DEFAULT_PREFERENCES } from '../../../../src/main/hosts/common/preferences.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

const MINUTE_MS = 60_000;

function schedule(everyMinutes: number | null) {
  const clock = createManualClock();
  const completed = new Map<string, string>();
  const started: string[] = [];
  const round = createScheduledSyncs(
    {
      clock,
      preferences: {
        get: async () => ({ ...DEFAULT_PREFERENCES, syncEveryMinutes: everyMinutes }),
        set: () => Promise.reject(new Error('unused')),
      },
      store: { completedAt: (account, [kind]) => completed.get(`${kind} ${account}`) ?? null },
      accounts: () => ['acme', 'bravo'],
    },
    ['offers', 'agreements'].map((kind) => ({ kind, start: (account) => void started.push(`${kind} ${account}`) })),
  );
  const readNow = (key: string) => void completed.set(key, new Date(clock.now()).toISOString());
  return { clock, round, started, readNow };
}

describe('copies that are kept fresh', () => {
  it('are read again when they are old, one by one; what nobody has read stays unread', async () => {
    const { clock, round, started, readNow } = schedule(60);
    readNow('offers acme');
    clock.advance(59 * MINUTE_MS);
    await round();
    expect(started).toEqual([]);
    clock.advance(MINUTE_MS);
    await round();
    expect(started).toEqual(['offers acme']);
  });

  it('wait their time after a start that did not succeed', async () => {
    const { clock, round, started, readNow } = schedule(60);
    readNow('offers acme');
    clock.advance(60 * MINUTE_MS);
    await round();
    await round();
    expect(started).toHaveLength(1);
    clock.advance(60 * MINUTE_MS);
    await round();
    expect(started).toHaveLength(2);
  });

  it('are left alone where they are read by hand only', async () => {
    const { clock, round, started, readNow } = schedule(null);
    readNow('agreements bravo');
    clock.advance(7 * 24 * 60 * MINUTE_MS);
    await round();
    expect(started).toEqual([]);
  });
});
