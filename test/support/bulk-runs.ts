/** What a person does with a bulk run: looks, reads the warnings, starts, waits for where it comes to rest. */
import type { MethodOutput } from '../../src/shared/contract/index.ts';
import type { BulkAction, BulkRun } from '../../src/shared/domain/bulk/bulk.ts';
import type { TestCore } from './test-core.ts';

type Plan = MethodOutput<'bulk.preview'>;

export async function lookAndStart(
  core: TestCore,
  action: BulkAction,
  leaveOut: number[] = [],
): Promise<{ plan: Plan; run: BulkRun }> {
  const plan = await core.call('bulk.preview', { action });
  const acknowledgedWarnings = plan.rows.flatMap(({ warnings }) => warnings.map(({ ruleId }) => ruleId));
  const run = await core.call('bulk.start', {
    action: { ...action, acknowledgedWarnings },
    confirmedAccountIds: Object.fromEntries(plan.accounts.map(({ account, awsAccountId }) => [account, awsAccountId])),
    leaveOut,
  });
  return { plan, run };
}

export async function settled(core: TestCore, runId: string, ...states: BulkRun['state'][]): Promise<BulkRun> {
  for (;;) {
    const run = await core.call('bulk.get', { runId });
    if (states.includes(run.state)) return run;
    await core.nextEvent('bulk.changed', (event) => event.runId === runId);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
