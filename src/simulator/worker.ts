/** Entry of the embedded simulator: runs in a worker thread or in an Electron utility process of its host. */
import { parseArgs } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { startSimulator, type Simulator } from './server.ts';
import type { SeedAccount } from './types.ts';

/** The messages mirror those of the host that starts this entry; the two sides share no code. */
type ToHost =
  | { readonly kind: 'ready'; readonly cloud: Cloud; readonly clockOffsetMs: number }
  | { readonly kind: 'clock'; readonly clockOffsetMs: number };

interface Cloud {
  readonly endpoint: string;
  readonly region: string;
  readonly accounts: readonly SeedAccount[];
}

interface HostPort {
  post(message: ToHost): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** Electron's port of a utility process, as far as it is used here. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const startData = z.object({
  speed: z.number().positive(),
  stateFile: z.string().min(1),
  port: z.number().int().default(0),
});
const stopMessage = z.object({ kind: z.literal('stop') });

function utilityPort(): UtilityPort | null {
  return (process as unknown as { readonly parentPort?: UtilityPort }).parentPort ?? null;
}

function openHostPort(): HostPort {
  const thread = parentPort;
  if (thread) {
    return {
      post: (message) => thread.postMessage(message),
      listen: (onMessage) => thread.on('message', onMessage),
    };
  }
  const utility = utilityPort();
  if (!utility) throw new Error('This entry runs in a worker thread or in a utility process.');
  return {
    post: (message) => utility.postMessage(message),
    listen: (onMessage) => utility.on('message', (event) => onMessage(event.data)),
  };
}

async function run(host: HostPort, data: z.infer<typeof startData>): Promise<void> {
  const simulator = await startSimulator({
    speed: data.speed,
    stateFile: data.stateFile,
    port: data.port,
    onClock: (clockOffsetMs) => host.post({ kind: 'clock', clockOffsetMs }),
  });
  host.listen((message) => {
    if (stopMessage.safeParse(message).success) void end(simulator);
  });
  const { endpoint, region, accounts, clockOffsetMs } = simulator;
  host.post({ kind: 'ready', cloud: { endpoint, region, accounts }, clockOffsetMs });
}

/** Ends in any case: the host waits for it. */
async function end(simulator: Simulator): Promise<void> {
  try {
    await simulator.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`simulator: ${String(error)}\n`);
    process.exit(1);
  }
}

/** A thread is given its data as such; a utility process, which has none, behind `--worker-data`. */
function readStartData(): z.infer<typeof startData> {
  if (parentPort) return startData.parse(workerData);
  const { values } = parseArgs({ options: { 'worker-data': { type: 'string' } }, strict: false });
  return startData.parse(JSON.parse(String(values['worker-data'])));
}

await run(openHostPort(), readStartData());
