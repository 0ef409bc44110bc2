/** Entry of the embedded simulator: runs in a worker of its host and posts where it listens. */
import { parentPort, workerData } from 'node:worker_threads';

void workerData;
parentPort?.postMessage({
  kind: 'ready',
  clockOffsetMs: 0,
  cloud: { endpoint: 'http://127.0.0.1:9', region: 'us-east-1', accounts: [] },
});
parentPort?.on('message', () => process.exit(0));
