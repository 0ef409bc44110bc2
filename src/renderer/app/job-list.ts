/** The list of jobs as events change it, and which of them the flashbar shows. */
import type { Job } from '../../shared/domain/job.ts';

/** Puts a job in its place: newest first, one entry a job, never back from an end to an earlier state. */
export function mergeJob(jobs: readonly Job[], changed: Job): readonly Job[] {
  const known = jobs.find(({ id }) => id === changed.id);
  if (!known) return [changed, ...jobs];
  if (known.endedAt !== null && changed.endedAt === null) return jobs;
  return jobs.map((job) => (job.id === changed.id ? changed : job));
}

/** Running work always; ended work only when it went wrong, and only when it ended while this window was open. */
export function isShown(job: Job, seenHere: ReadonlySet<string>): boolean {
  if (job.state === 'queued' || job.state === 'running') return true;
  return seenHere.has(job.id) && job.state !== 'succeeded';
}
