/** Lets the event loop turn between two pieces of synchronous work. Not a matter of time, so not of the clock. */
import { setImmediate } from 'node:timers/promises';

export async function breathe(signal?: AbortSignal): Promise<void> {
  await setImmediate(undefined, { ref: true });
  signal?.throwIfAborted();
}
