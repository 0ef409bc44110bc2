/** What the campaign tells a publisher process, and what it hears from it. */
import type { JournalPoint, PracticeCloud } from '../../src/main/ports.ts';

export interface PublisherOrder {
  readonly dataFolder: string;
  readonly cloud: PracticeCloud;
  readonly speed: number;
  readonly sellerId: string;
  readonly draftId: string;
  /** Name of the offer: unique, so that offers can be counted per intent. */
  readonly offerName: string;
  /** Where the process kills itself; null = it is killed from outside, or lives. */
  readonly killAt: JournalPoint | null;
  /** So many times it passes that point first: a chain of writes is killed at a later one. */
  readonly skip?: number;
}

/** One line of JSON each on standard output. */
export type PublisherReport =
  | { readonly kind: 'started' }
  | { readonly kind: 'settled'; readonly state: string; readonly offerId: string | null; readonly differences: number };

export function readOrder(argument: string | undefined): PublisherOrder {
  return JSON.parse(argument ?? '') as PublisherOrder;
}

export function report(message: PublisherReport): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** The process is gone before this returns: nothing is flushed, closed or said. */
export function dieAt(wanted: JournalPoint | null, skip = 0): (point: JournalPoint) => void {
  let left = skip;
  return (point) => {
    if (point !== wanted) return;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    left -= 1;
  };
}

/** A publisher without a campaign has nothing to do. */
export function endWithParent(): void {
  process.stdin.on('end', () => process.exit(1)).resume();
}
