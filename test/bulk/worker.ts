/** A process that works on a bulk run, or only stands beside one on the same data folder; it may be killed at any instant. */
import { createCore } from '../../src/main/core.ts';
import type { PracticeCloud } from '../../src/main/ports.ts';
import type { BulkRun } from '../../src/shared/domain/bulk/bulk.ts';
import { endWithParent } from '../kills/protocol.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { ask } from '../kills/template.ts';

export interface WorkerOrder {
  readonly dataFolder: string;
  readonly cloud: PracticeCloud;
  readonly speed: number;
  readonly runId: string;
}

/** One line of JSON each on standard output. */
export interface WorkerReport {
  readonly run: BulkRun;
}

/** How often a person looks at the screen, in real time. */
const LOOK_EVERY_MS = 100;

async function main(order: WorkerOrder): Promise<void> {
  endWithParent();
  const ports = createPlainPorts(order);
  const core = await createCore(ports);
  for (;;) {
    const run = await ask<BulkRun>(core, 'bulk.get', { runId: order.runId });
    process.stdout.write(`${JSON.stringify({ run } satisfies WorkerReport)}\n`);
    // A row that AWS's own fault has ended is tried again, as a person would.
    if (run.state === 'ended' && (run.counts.failed ?? 0) > 0) await ask(core, 'bulk.retry', { runId: order.runId });
    else if (run.state === 'ended') break;
    else if (run.state !== 'running') await ask(core, 'bulk.resume', { runId: order.runId });
    await ports.clock.sleep(LOOK_EVERY_MS * order.speed);
  }
  await core.close();
  process.exit(0);
}

main(JSON.parse(process.argv[2] ?? '') as WorkerOrder).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
