/** Entry of the embedded simulator: runs in a worker thread or in an Electron utility process of its host. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { startSimulator, type Simulator } from './server.ts';

/** The messages mirror those of the host that starts this entry; the two sides share no code. */
type ToHost =
  | { readonly kind: 'ready'; readonly cloud: Cloud; readonly clockOffsetMs: number }
  | { readonly kind: 'clock'; readonly clockOffsetMs: number };

type Cloud = Pick<Simulator, 'endpoint' | 'region' | 'accounts'>;

interface HostPort {
  post(message: ToHost): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** Electron's port of a utility process, as far as it is used here. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const startData = z.object({ speed: z.number().positive(), stateFile: z.string().min(1) });
const stopMessage = z.object({ kind: z.literal('stop') });
const startMessage = z.object({ kind: z.literal('start'), data: startData });

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
    onClock: (clockOffsetMs) => host.post({ kind: 'clock', clockOffsetMs }),
  });
  host.listen((message) => {
    if (stopMessage.safeParse(message).success) void simulator.stop().then(() => process.exit(0));
  });
  const { endpoint, region, accounts, clockOffsetMs } = simulator;
  host.post({ kind: 'ready', cloud: { endpoint, region, accounts: accounts.map(toCloudAccount) }, clockOffsetMs });
}

function toCloudAccount(account: Cloud['accounts'][number]): Cloud['accounts'][number] {
  return { ...account };
}

const host = openHostPort();
if (parentPort) await run(host, startData.parse(workerData));
else {
  // A utility process has no start data of its own: its host sends it as the first message.
  host.listen((message) => {
    const start = startMessage.safeParse(message);
    if (start.success) void run(host, start.data.data);
  });
}
