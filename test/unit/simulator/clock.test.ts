import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock, type AdjustableClock } from '../../../src/simulator/clock.ts';

const START = Date.parse('2030-01-01T00:00:00Z');

let moves: number[];

function clockAt(speed: number): AdjustableClock {
  return createClock({ speed, onMove: (offsetMs) => moves.push(offsetMs) });
}

beforeEach(() => {
  moves = [];
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => void vi.useRealTimers());

describe('createClock', () => {
  it('keeps real time and moves business time ahead of it', () => {
    const clock = clockAt(1);
    clock.advance(5_000);
    clock.advance(1_000);
    expect(clock.realNow()).toBe(START);
    expect(clock.now()).toBe(START + 6_000);
    expect(clock.offsetMs).toBe(6_000);
    expect(moves).toEqual([5_000, 6_000]);
  });

  it('calls back after service time, divided by the speed', () => {
    const clock = clockAt(10);
    const called: string[] = [];
    clock.after(1_000, () => called.push('done'));
    vi.advanceTimersByTime(99);
    expect(called).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(called).toEqual(['done']);
  });

  it('lets happen what falls due when business time is moved, in order, what it starts included', () => {
    const clock = clockAt(1);
    const called: string[] = [];
    clock.after(3_000, () => called.push('third'));
    clock.after(1_000, () => {
      called.push('first');
      clock.after(500, () => called.push('started by it'));
    });
    clock.after(2_000, () => called.push('second'));
    clock.advance(2_500);
    expect(called).toEqual(['first', 'started by it', 'second']);
    vi.advanceTimersByTime(500);
    expect(called).toEqual(['first', 'started by it', 'second', 'third']);
  });

  it('does not call back what was cancelled, nor anything once it is closed', () => {
    const clock = clockAt(1);
    const called: string[] = [];
    const cancel = clock.after(1_000, () => called.push('cancelled'));
    clock.after(1_000, () => called.push('closed'));
    cancel();
    clock.close();
    vi.advanceTimersByTime(10_000);
    clock.advance(10_000);
    expect(called).toEqual([]);
  });

  it('waits longer than a timer can', () => {
    const clock = clockAt(1);
    const called: string[] = [];
    clock.after(40 * 86_400_000, () => called.push('done'));
    vi.advanceTimersByTime(39 * 86_400_000);
    expect(called).toEqual([]);
    vi.advanceTimersByTime(86_400_000);
    expect(called).toEqual(['done']);
  });
});
