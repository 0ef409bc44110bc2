import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer, type PaceRequest } from '../../../../src/main/aws/pacer.ts';
import { createManualClock, type ManualClock } from '../../../support/manual-clock.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function pass(clock: ManualClock, ms: number, step = 10): Promise<void> {
  for (let gone = 0; gone < ms; gone += step) {
    clock.advance(step);
    await settle();
  }
}

const request = (changes: Partial<PaceRequest> = {}): PaceRequest => ({
  key: '111122223333/catalog:ListEntities',
  perSecond: 5,
  cost: 1,
  priority: 'user',
  ...changes,
});

describe('the pacer', () => {
  it('lets a second’s quota through at once and the rest after the window', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    let through = 0;
    for (let n = 0; n < 12; n += 1) void pacer.take(request()).then(() => (through += 1));
    await settle();
    expect(through).toBe(5);
    await pass(clock, 1_000);
    expect(through).toBe(5);
    await pass(clock, 40);
    expect(through).toBe(10);
    await pass(clock, 1_040);
    expect(through).toBe(12);
  });

  it('never lets more than the quota through in any second', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }),
        async (perSecond, gaps) => {
          const clock = createManualClock(0);
          const pacer = createPacer(clock);
          const times: number[] = [];
          for (const gap of gaps) {
            await pass(clock, gap, 50);
            void pacer.take(request({ perSecond })).then(() => times.push(clock.realNow()));
          }
          await pass(clock, 60_000, 500);
          expect(times).toHaveLength(gaps.length);
          for (const start of times) {
            expect(times.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(perSecond);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('serves whoever waits before the background', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    const order: string[] = [];
    for (const name of ['b1', 'b2', 'b3']) {
      void pacer.take(request({ perSecond: 1, priority: 'background' })).then(() => order.push(name));
    }
    await settle();
    void pacer.take(request({ perSecond: 1, priority: 'user' })).then(() => order.push('user'));
    await pass(clock, 4_200);
    expect(order).toEqual(['b1', 'user', 'b2', 'b3']);
  });

  it('counts entities where the limit does', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    let through = 0;
    for (let n = 0; n < 3; n += 1) void pacer.take(request({ perSecond: 20, cost: 20 })).then(() => (through += 1));
    await settle();
    expect(through).toBe(1);
    await pass(clock, 1_050);
    expect(through).toBe(2);
  });

  it('lets a request through alone that costs more than the whole quota', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    let through = 0;
    void pacer.take(request({ perSecond: 5, cost: 9 })).then(() => (through += 1));
    await settle();
    expect(through).toBe(1);
  });

  it('keeps accounts and operations apart', async () => {
    const pacer = createPacer(createManualClock());
    let through = 0;
    for (const key of ['1/catalog:A', '1/catalog:B', '2/catalog:A']) {
      void pacer.take(request({ key, perSecond: 1 })).then(() => (through += 1));
    }
    await settle();
    expect(through).toBe(3);
  });

  it('holds back for a window when AWS throttles all the same', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    await pacer.take(request());
    pacer.holdBack(request().key);
    let through = 0;
    void pacer.take(request()).then(() => (through += 1));
    await pass(clock, 1_000);
    expect(through).toBe(0);
    await pass(clock, 50);
    expect(through).toBe(1);
  });

  it('forgets a request that was cancelled, waiting or before', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    const stop = new AbortController();
    await pacer.take(request({ perSecond: 1 }));
    const waiting = pacer.take(request({ perSecond: 1, signal: stop.signal }));
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ data: { code: 'cancelled' } });
    await expect(pacer.take(request({ perSecond: 1, signal: stop.signal }))).rejects.toMatchObject({
      data: { code: 'cancelled' },
    });
    expect(pacer.estimate(request().key, 1, 1)).toBe(1_030);
  });

  it('estimates what it then takes', async () => {
    const clock = createManualClock();
    const pacer = createPacer(clock);
    expect(pacer.estimate(request().key, 5, 5)).toBe(0);
    expect(pacer.estimate(request().key, 5, 12)).toBe(2 * 1_030);
    for (let n = 0; n < 12; n += 1) void pacer.take(request());
    await settle();
    expect(pacer.estimate(request().key, 5, 3)).toBe(2 * 1_030);
  });

  it('paces by the speed of a practice run', async () => {
    const clock = { ...createManualClock(), speed: 10 };
    const pacer = createPacer(clock);
    expect(pacer.estimate(request().key, 5, 10)).toBe(103);
  });
});
