/**
 * Watches how long the main thread keeps the event loop. Two ways, since a busy machine delays everybody: the delay as it
 * passed on the wall, and the processor time that this thread itself used between two turns.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { roundTo } from './bench.ts';

export interface LoopReport {
  readonly delayP99: number;
  readonly delayMax: number;
  /** Milliseconds of processor time in one turn: what no other process can blur. */
  readonly busyP99: number;
  readonly busyMax: number;
}

const NS_PER_MS = 1e6;
const US_PER_MS = 1e3;

export function watchLoop(): { stop(): LoopReport } {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const turns: number[] = [];
  let last = threadMicroseconds();
  const timer = setInterval(() => {
    const now = threadMicroseconds();
    turns.push((now - last) / US_PER_MS);
    last = now;
  }, 1);
  delay.enable();
  return {
    stop() {
      clearInterval(timer);
      delay.disable();
      const sorted = turns.sort((a, b) => a - b);
      return {
        delayP99: roundTo(delay.percentile(99) / NS_PER_MS, 1),
        delayMax: roundTo(delay.max / NS_PER_MS, 1),
        busyP99: roundTo(sorted[Math.floor(sorted.length * 0.99)] ?? 0, 1),
        busyMax: roundTo(sorted.at(-1) ?? 0, 1),
      };
    },
  };
}

function threadMicroseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}
