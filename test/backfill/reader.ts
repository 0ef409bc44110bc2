/** A process that starts a backfill or goes on with the one it finds, and tells when it is over; it may be killed at any instant. */
import { createCore, type Core } from '../../src/main/core.ts';
import type { PracticeCloud } from '../../src/main/ports.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/index.ts';
import type { Backfill } from '../../src/shared/domain/opportunity/backfill.ts';
import { watchLoop, type LoopReport } from '../bench/loop-watch.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { endWithParent } from '../kills/protocol.ts';

export interface ReaderOrder {
  readonly dataFolder: string;
  readonly cloud: PracticeCloud;
  readonly speed: number;
  readonly sellerId: string;
}

/** One line of JSON on standard output. */
export interface ReaderReport {
  readonly backfill: Backfill;
  readonly loop: LoopReport;
  /** Largest memory of the process, in MB. */
  readonly peakMb: number;
}

/** How often a person looks at the screen, in real time. */
const LOOK_EVERY_MS = 300;

async function main(order: ReaderOrder): Promise<void> {
  endWithParent();
  const ports = createPlainPorts(order);
  const core = await createCore(ports);
  const { accounts } = await ask(core, 'accounts.list', {});
  const account = accounts.find(({ awsAccountId }) => awsAccountId === order.sellerId)?.key ?? '';
  const loop = watchLoop();
  const known = await ask(core, 'opportunities.backfill.list', { account });
  let backfill =
    known.items[0] ?? (await ask(core, 'opportunities.backfill.start', { account, wish: { mode: 'all' } }));
  while (backfill.state !== 'ended') {
    await ports.clock.sleep(LOOK_EVERY_MS * order.speed);
    backfill = await ask(core, 'opportunities.backfill.get', { id: backfill.id });
    if (backfill.state === 'paused') throw new Error('nobody has paused it');
  }
  const report: ReaderReport = {
    backfill,
    loop: loop.stop(),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  await core.close();
  process.exit(0);
}

async function ask<M extends MethodName>(core: Core, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const reply = await core.call(method, input);
  if (!reply.ok) throw new Error(`${method} failed: ${reply.error.code}`);
  return reply.value as MethodOutput<M>;
}

main(JSON.parse(process.argv[2] ?? '') as ReaderOrder).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
