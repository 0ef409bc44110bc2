/** Lets screens read their page again while a sync runs, not at each of its steps. */
import type { JobReporter } from '../jobs/index.ts';
import type { Clock } from '../ports.ts';

/** Once in this much real time at most. */
const ANNOUNCE_EVERY_MS = 1000;

export interface Progress<Phase extends string> {
  readonly phase: Phase;
  readonly done: number;
  readonly total: number | null;
}

export function createAnnouncer(clock: Clock, announce: () => void) {
  let phase: string | null = null;
  let announcedAt = clock.realNow();
  return {
    /** Passes progress on to a job, and announces now and then. */
    follow<Phase extends string>(report: JobReporter, keyOf: (phase: Phase) => string) {
      return (progress: Progress<Phase>) => {
        if (progress.phase !== phase) report.phase(keyOf(progress.phase));
        phase = progress.phase;
        report.progress(progress.done, progress.total);
        if (clock.realNow() - announcedAt < ANNOUNCE_EVERY_MS) return;
        announcedAt = clock.realNow();
        announce();
      };
    },
  };
}
