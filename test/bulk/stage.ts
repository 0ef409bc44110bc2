/** What every campaign over bulk runs has in common: faults, processes that work on a run and are killed, and the count of calls. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createCore, type Core } from '../../src/main/core.ts';
import type { MethodOutput } from '../../src/shared/contract/index.ts';
import type { BulkAction, BulkRun } from '../../src/shared/domain/bulk/bulk.ts';
import type { Simulator } from '../../src/simulator/server.ts';
import { createPlainPorts } from '../kills/ports.ts';
import { ask } from '../kills/template.ts';
import type { WorkerOrder, WorkerReport } from './worker.ts';

export interface BulkOptions {
  readonly count: number;
  readonly speed: number;
  /** Chance of a fault of each call of a kind. */
  readonly faults: number;
  readonly kill: boolean;
  onProgress?(line: string): void;
}

export interface BulkVerdict {
  /** What is counted at the cloud, and what it is counted against. */
  readonly words: { readonly held: string; readonly wanted: string };
  readonly run: BulkRun;
  /** One entry for each effect that the cloud has on record, by what it is about. */
  readonly names: readonly string[];
  readonly wanted: readonly string[];
  readonly killed: boolean;
  readonly proof: { readonly entries: number; readonly brokenAt: number | null };
  /** Real time times the speed, from the first start to the end. */
  readonly scaledMs: number;
  /** The same from the first write to the last, without the start of the processes. */
  readonly writingMs: number;
  /** What AWS's quotas alone would take. */
  readonly boundMs: number;
  readonly calls: Readonly<Record<string, number>>;
}

/** Where a campaign takes place. */
export type Ground = Omit<WorkerOrder, 'runId'>;

const FAULTS = ['drop-after', 'drop-before', 'throttle', 'server-error'] as const;
const WRITES = ['StartChangeSet', 'StartEngagementByAcceptingInvitationTask', 'AssignOpportunity'];
/** Rows at their end when the processes are killed. */
const KILL_AT = 0.3;

/** A core on the campaign's data folder, for as long as `work` takes. */
export async function withCore<T>({ dataFolder, cloud, speed }: Ground, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await createCore(createPlainPorts({ dataFolder, cloud, speed }));
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

/** As a person does it: looks at each row, reads the warnings, starts. */
export async function lookAndStart(core: Core, looked: BulkAction): Promise<BulkRun> {
  const preview = await ask<MethodOutput<'bulk.preview'>>(core, 'bulk.preview', { action: looked });
  const broken = preview.rows.flatMap(({ problems }) => problems);
  if (broken.length > 0) throw new Error(`not every row is ready: ${JSON.stringify(broken[0])}`);
  const acknowledgedWarnings = [
    ...new Set(preview.rows.flatMap(({ warnings }) => warnings.map(({ ruleId }) => ruleId))),
  ];
  return ask<BulkRun>(core, 'bulk.start', {
    action: { ...looked, acknowledgedWarnings },
    confirmedAccountIds: Object.fromEntries(
      preview.accounts.map(({ account, awsAccountId }) => [account, awsAccountId]),
    ),
  });
}

/** Works on the run under faults until it has ended, and says how long that took. The requests of the cloud are counted from here. */
export async function workUnderFaults(
  simulator: Simulator,
  order: WorkerOrder,
  options: BulkOptions,
): Promise<Pick<BulkVerdict, 'run' | 'killed' | 'scaledMs' | 'writingMs' | 'calls'>> {
  simulator.control.clearRequests();
  const each = options.faults / FAULTS.length;
  for (const kind of FAULTS) {
    simulator.control.addFault({ kind, status: 503, probability: each } as Parameters<
      Simulator['control']['addFault']
    >[0]);
  }
  const startedAt = performance.now();
  const worked = await workWithKill(order, options);
  const scaledMs = (performance.now() - startedAt) * options.speed;
  simulator.control.clearFaults();
  return { ...worked, scaledMs, writingMs: writingTime(simulator) * options.speed, calls: countCalls(simulator) };
}

/** Real time between the first and the last of the writes that a run makes. */
function writingTime(simulator: Simulator): number {
  const at = simulator.control
    .requests()
    .flatMap((request) => (WRITES.includes(request.operation) ? [request.at] : []));
  return at.length === 0 ? 0 : Math.max(...at) - Math.min(...at);
}

async function workWithKill(order: WorkerOrder, options: BulkOptions): Promise<{ run: BulkRun; killed: boolean }> {
  let killed = false;
  for (;;) {
    const workers = [startWorker(order), startWorker(order)];
    const finals = await Promise.all(
      workers.map(({ reports }) =>
        reports((run) => {
          const ended = (run.counts.done ?? 0) + (run.counts.failed ?? 0);
          options.onProgress?.(`${ended} of ${run.total}`);
          if (!options.kill || killed || ended < run.total * KILL_AT) return;
          killed = true;
          // Both at once: nobody is left to see anything through.
          for (const worker of workers) worker.child.kill('SIGKILL');
        }),
      ),
    );
    const last = finals.findLast((run) => run !== null);
    if (last?.state === 'ended') return { run: last, killed };
  }
}

function startWorker(order: WorkerOrder): {
  child: ChildProcess;
  reports(onRun: (run: BulkRun) => void): Promise<BulkRun | null>;
} {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    child,
    reports(onRun) {
      let last: BulkRun | null = null;
      createInterface(child.stdout).on('line', (line) => {
        last = (JSON.parse(line) as WorkerReport).run;
        onRun(last);
      });
      return new Promise((resolve, reject) => {
        child.once('close', (code, signal) => {
          if (code === 0 || signal === 'SIGKILL') resolve(last);
          else reject(new Error(`a worker ended with ${code ?? signal}`));
        });
      });
    },
  };
}

/** Requests since the work began, by operation. */
function countCalls(simulator: Simulator): Record<string, number> {
  const calls: Record<string, number> = {};
  for (const { operation } of simulator.control.requests()) calls[operation] = (calls[operation] ?? 0) + 1;
  return calls;
}

export function proveLog(ground: Ground): Promise<BulkVerdict['proof']> {
  return withCore(ground, (core) => ask<BulkVerdict['proof']>(core, 'history.verify', {}));
}
