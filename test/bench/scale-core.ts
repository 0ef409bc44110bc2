/** A core of its own on an empty data folder, beside the scale world in another process, so that only the core is measured. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createCore } from '../../src/main/core.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract/index.ts';
import { DATABASE_FILE } from '../../src/main/storage/open.ts';
import { SCALE } from '../../src/simulator/seeded-catalog.ts';
import { startCloud } from '../kills/cloud.ts';
import { createPlainPorts } from '../kills/ports.ts';

export interface ScaleCore {
  /** Key of the account that has the scale world. */
  readonly account: string;
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** Syncs to the end; throws when that fails. */
  sync(feature: 'offers' | 'products' | 'authorizations' | 'agreements'): Promise<void>;
  /** Requests sent so far, by operation, every attempt counted. */
  countCalls(): Record<string, number>;
}

export async function withScaleCore<T>(speed: number, work: (core: ScaleCore) => Promise<T>): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'offerdeck-bench-'));
  const cloud = await startCloud(speed, ['--scale']);
  const core = await createCore(createPlainPorts({ dataFolder, cloud: cloud.practice, speed }));
  const call: ScaleCore['call'] = async (method, input) => {
    const reply = await core.call(method, input);
    if (!reply.ok) throw new Error(`${method} failed: ${reply.error.code}`);
    return reply.value as MethodOutput<typeof method>;
  };
  try {
    const { accounts } = await call('accounts.list', {});
    const account = accounts.find(({ awsAccountId }) => awsAccountId === SCALE.accountId)?.key;
    if (!account) throw new Error('the scale world has no account');
    return await work({
      account,
      call,
      async sync(feature) {
        const ended = Promise.withResolvers<void>();
        const stop = core.subscribe((name, payload) => {
          if (name !== 'jobs.changed' || !('endedAt' in payload) || payload.endedAt === null) return;
          if (payload.state === 'succeeded') ended.resolve();
          else ended.reject(new Error(`the sync of ${feature} ended as ${payload.state}: ${payload.error?.code}`));
        });
        await call(`${feature}.sync`, { account });
        await ended.promise.finally(stop);
      },
      countCalls: () => countCalls(join(dataFolder, DATABASE_FILE)),
    });
  } finally {
    await core.close();
    await cloud.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function countCalls(file: string): Record<string, number> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare('SELECT operation, sum(coalesce(attempts, 1)) AS count FROM calls GROUP BY operation')
      .all() as { operation: string; count: number }[];
    return Object.fromEntries(rows.map(({ operation, count }) => [operation, count]));
  } finally {
    database.close();
  }
}
