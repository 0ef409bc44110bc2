/** Which job is at work: known to whatever it calls, however deep, without being passed along. */
import { AsyncLocalStorage } from 'node:async_hooks';

const jobs = new AsyncLocalStorage<string>();

export function withinJob<T>(jobId: string, work: () => T): T {
  return jobs.run(jobId, work);
}

/** null outside of any job. */
export function currentJob(): string | null {
  return jobs.getStore() ?? null;
}
