import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEstimator } from '../../../../src/main/jobs/estimate.ts';

function observeSteadily(steps: number, msPerStep: number) {
  const estimator = createEstimator();
  for (let step = 0; step <= steps; step += 1) estimator.observe(step * msPerStep, step);
  return { estimator, at: steps * msPerStep };
}

describe('remaining time', () => {
  it('says nothing before there is something to say', () => {
    const estimator = createEstimator();
    expect(estimator.remainingMs(0, 10)).toBeNull();
    estimator.observe(0, 0);
    estimator.observe(100, 1);
    estimator.observe(200, 2);
    estimator.observe(300, 3);
    expect(estimator.remainingMs(300, 10)).toBeNull();
    expect(estimator.remainingMs(5000, null)).toBeNull();
  });

  it('follows the observed pace', () => {
    const { estimator, at } = observeSteadily(10, 500);
    expect(estimator.remainingMs(at, 30)).toBe(10_000);
    expect(estimator.remainingMs(at, 10)).toBe(0);
  });

  it('falls silent when nothing has moved for long, and after a new phase', () => {
    const { estimator, at } = observeSteadily(10, 500);
    expect(estimator.remainingMs(at + 31_000, 30)).toBeNull();
    estimator.reset();
    expect(estimator.remainingMs(at, 30)).toBeNull();
  });

  it('follows a change of pace within its window', () => {
    const { estimator, at } = observeSteadily(10, 500);
    for (let step = 1; step <= 40; step += 1) estimator.observe(at + step * 2000, 10 + step);
    const remaining = estimator.remainingMs(at + 80_000, 60);
    expect(remaining).toBeGreaterThan(19_000);
    expect(remaining).toBeLessThan(21_000);
  });

  it('is never negative and never endless', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 60_000 }), step: fc.integer({ min: -3, max: 50 }) })),
        fc.integer({ min: 0, max: 500 }),
        (moves, total) => {
          const estimator = createEstimator();
          let at = 0;
          let done = 0;
          for (const move of moves) {
            at += move.wait;
            done = Math.max(0, done + move.step);
            estimator.observe(at, done);
            const remaining = estimator.remainingMs(at, total);
            if (remaining !== null) {
              expect(remaining).toBeGreaterThanOrEqual(0);
              expect(Number.isFinite(remaining)).toBe(true);
            }
          }
        },
      ),
    );
  });
});
