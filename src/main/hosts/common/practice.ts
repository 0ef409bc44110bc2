/** Starts the embedded simulator in a worker by its entry path; the only place that names it. */
import { Worker } from 'node:worker_threads';
import type { PracticeCloud } from '../../ports.ts';

export interface PracticeWorker {
  readonly cloud: PracticeCloud;
  stop(): Promise<void>;
}

/** What the worker posts: once when ready, then whenever its business clock is moved. */
export type PracticeMessage =
  | { readonly kind: 'ready'; readonly cloud: PracticeCloud; readonly clockOffsetMs: number }
  | { readonly kind: 'clock'; readonly clockOffsetMs: number };

export interface PracticeWorkerData {
  readonly speed: number;
  /** File in which the local cloud keeps its world between starts. */
  readonly stateFile: string;
}

export function startPracticeWorker(options: {
  entry: URL;
  data: PracticeWorkerData;
  onClock: (offsetMs: number) => void;
}): Promise<PracticeWorker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(options.entry, { workerData: options.data });
    worker.once('error', reject);
    worker.on('message', (message: PracticeMessage) => {
      options.onClock(message.clockOffsetMs);
      if (message.kind !== 'ready') return;
      resolve({
        cloud: message.cloud,
        async stop() {
          // The worker writes its world to disk and then exits by itself.
          const gone = new Promise<void>((done) => worker.once('exit', () => done()));
          worker.postMessage({ kind: 'stop' });
          await gone;
        },
      });
    });
  });
}
