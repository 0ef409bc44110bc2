/** The embedded simulator as a host starts it: by entry path, in a worker or a utility process; the only place that names it. */
import { Worker } from 'node:worker_threads';
import type { PracticeCloud } from '../../ports.ts';

export interface PracticeHandle {
  readonly cloud: PracticeCloud;
  /** Resolves when the local cloud has written its world to disk and ended. */
  stop(): Promise<void>;
}

/** What the simulator posts: once when ready, then whenever its business clock is moved. */
export type PracticeMessage =
  | { readonly kind: 'ready'; readonly cloud: PracticeCloud; readonly clockOffsetMs: number }
  | { readonly kind: 'clock'; readonly clockOffsetMs: number };

export interface PracticeWorkerData {
  readonly speed: number;
  /** File in which the local cloud keeps its world between starts. */
  readonly stateFile: string;
  /** The port that others already know; absent = any, the earlier one where it can be had. */
  readonly port?: number;
}

/** The two ends of a worker thread or a utility process that we use. */
export interface PracticeProcess {
  onMessage(listener: (message: PracticeMessage) => void): void;
  onFailure(listener: (error: Error) => void): void;
  onExit(listener: () => void): void;
  post(message: { readonly kind: 'stop' }): void;
}

export function followPractice(process: PracticeProcess, onClock: (offsetMs: number) => void): Promise<PracticeHandle> {
  return new Promise((resolve, reject) => {
    process.onFailure(reject);
    process.onExit(() => reject(new Error('the practice cloud ended before it was ready')));
    process.onMessage((message) => {
      onClock(message.clockOffsetMs);
      if (message.kind !== 'ready') return;
      resolve({
        cloud: message.cloud,
        stop() {
          const gone = new Promise<void>((done) => process.onExit(done));
          process.post({ kind: 'stop' });
          return gone;
        },
      });
    });
  });
}

export function startPracticeWorker(
  entry: URL,
  data: PracticeWorkerData,
  onClock: (offsetMs: number) => void,
): Promise<PracticeHandle> {
  const worker = new Worker(entry, { workerData: data });
  return followPractice(
    {
      onMessage: (listener) => void worker.on('message', listener),
      onFailure: (listener) => void worker.on('error', listener),
      onExit: (listener) => void worker.on('exit', () => listener()),
      post: (message) => worker.postMessage(message),
    },
    onClock,
  );
}
