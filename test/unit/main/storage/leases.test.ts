import { describe, expect, it } from 'vitest';
import { createLeases } from '../../../../src/main/storage/leases.ts';
import { openDatabase } from '../../../../src/main/storage/open.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { makeTempFolder } from '../../../support/temp-folder.ts';

function twoProcesses() {
  const folder = makeTempFolder();
  const clock = createManualClock();
  const first = createLeases({ database: openDatabase(folder, clock.realNow()).database, clock });
  const second = createLeases({ database: openDatabase(folder, clock.realNow()).database, clock });
  return { clock, first, second };
}

describe('leases', () => {
  it('lets one owner hold a name and refuses the other', () => {
    const { first, second } = twoProcesses();
    expect(first.acquire('change:1')).toBe(true);
    expect(second.acquire('change:1')).toBe(false);
    expect(first.isHeld('change:1')).toBe(true);
    expect(second.isHeld('change:1')).toBe(false);
    expect(second.isTaken('change:1')).toBe(true);
    expect(second.acquire('change:2')).toBe(true);
  });

  it('lets the owner take its own lease again', () => {
    const { first } = twoProcesses();
    expect(first.acquire('x')).toBe(true);
    expect(first.acquire('x')).toBe(true);
  });

  it('hands an ended lease to whoever asks, and the former owner knows it lost it', () => {
    const { clock, first, second } = twoProcesses();
    first.acquire('x');
    clock.advance(first.lastsMs - 1);
    expect(second.acquire('x')).toBe(false);
    clock.advance(1);
    expect(first.isHeld('x')).toBe(false);
    expect(second.acquire('x')).toBe(true);
    first.renewAll();
    expect(first.isHeld('x')).toBe(false);
    expect(first.acquire('x')).toBe(false);
    expect(second.isHeld('x')).toBe(true);
  });

  it('stays with the owner that renews, and never revives by renewal', () => {
    const { clock, first, second } = twoProcesses();
    first.acquire('x');
    clock.advance(first.lastsMs - 1);
    first.renewAll();
    clock.advance(first.lastsMs - 1);
    expect(second.acquire('x')).toBe(false);
    clock.advance(1);
    first.renewAll();
    expect(first.isHeld('x')).toBe(false);
  });

  it('is free at once when released; a foreign release does nothing', () => {
    const { first, second } = twoProcesses();
    first.acquire('x');
    second.release('x');
    expect(first.isHeld('x')).toBe(true);
    first.release('x');
    expect(second.acquire('x')).toBe(true);
    second.releaseAll();
    expect(first.isTaken('x')).toBe(false);
  });
});
