/** The practice cloud in a utility process: with the RunAsNode fuse off a packaged app cannot fork Node. */
import type { UtilityProcess } from 'electron';
import {
  followPractice,
  type PracticeHandle,
  type PracticeMessage,
  type PracticeWorkerData,
} from '../common/practice.ts';

export function startPracticeProcess(
  fork: (args: string[]) => UtilityProcess,
  data: PracticeWorkerData,
  onClock: (offsetMs: number) => void,
): Promise<PracticeHandle> {
  const child = fork(['--worker-data', JSON.stringify(data)]);
  return followPractice(
    {
      onMessage: (listener) => void child.on('message', (message: PracticeMessage) => listener(message)),
      onFailure: (listener) => void child.on('error', (_type, location) => listener(new Error(location))),
      onExit: (listener) => void child.on('exit', () => listener()),
      post: (message) => child.postMessage(message),
    },
    onClock,
  );
}
