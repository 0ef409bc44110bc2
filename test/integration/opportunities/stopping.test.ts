import { beforeEach, describe, expect, it } from 'vitest';
import { openOpportunityStage, PARTNER, type OpportunityStage } from '../../support/opportunity-stage.ts';

const SHARE = 'StartEngagementFromOpportunityTask';

describe('a send that gets stuck', () => {
  let stage: OpportunityStage;
  beforeEach(async () => {
    stage = await openOpportunityStage();
  });

  it('is given up: what AWS has taken stays, is never made again, and the rest is sent later', async () => {
    const { world, core, write, send, settle, progress, get, complete } = stage;
    world.simulator.control.addFault({ kind: 'access-denied', operation: 'ListEngagementFromOpportunityTasks' });
    const id = await write();
    await send(id, true);
    await expect
      .poll(async () => (await progress(id)).hindrance, { timeout: 10_000, interval: 30 })
      .toMatchObject({ code: 'access-denied' });
    await expect(send(id, true)).rejects.toMatchObject({ data: { code: 'already-publishing' } });
    // Not even what was made can be read.
    world.simulator.control.addFault({ kind: 'access-denied', operation: 'GetOpportunity' });
    await core.call('opportunities.drafts.stop', { id });
    const { state, steps, hindrance, opportunityId } = await progress(id);
    expect({ state, hindrance }).toEqual({ state: 'stopped', hindrance: null });
    expect(steps.map(({ operation, change }) => [operation, change !== null])).toEqual([
      ['CreateOpportunity', true],
      ['AssociateOpportunity', true],
      [SHARE, false],
    ]);
    expect((await get(id)).target).toMatchObject({ opportunityId, associations: complete().associations });
    // A second time says nothing new.
    await core.call('opportunities.drafts.stop', { id });

    world.simulator.control.clearFaults();
    await stage.read(opportunityId ?? '');
    await send(id, true);
    expect((await settle(id)).steps.map(({ operation }) => operation)).toEqual([SHARE]);
    expect(stage.sentTimes('CreateOpportunity')).toBe(1);
    expect(stage.sentTimes('AssociateOpportunity')).toBe(1);
    expect((await stage.held(opportunityId ?? '')).LifeCycle?.ReviewStatus).not.toBe('Pending Submission');
  });

  it('goes on where a step is on its way, since AWS may have it already', async () => {
    const { world, core, write, send, settle } = stage;
    world.simulator.control.addFault({ kind: 'drop-after', operation: 'CreateOpportunity', times: 1 });
    world.simulator.control.addFault({ kind: 'server-error', status: 500, operation: 'ListOpportunities' });
    const id = await write();
    const { change } = await send(id);
    expect(change.state).not.toBe('refused');
    await expect(core.call('opportunities.drafts.stop', { id })).rejects.toMatchObject({
      data: { code: 'already-publishing' },
    });
    world.simulator.control.clearFaults();
    await core.call('changes.resume', { id: change.id });
    expect(await settle(id)).toMatchObject({ state: 'done' });
    expect(stage.sentTimes('CreateOpportunity')).toBe(1);
  });

  it('leaves nothing behind when its draft is removed', async () => {
    const { world, core, write, send, progress } = stage;
    world.simulator.control.addFault({ kind: 'access-denied', operation: 'ListEngagementFromOpportunityTasks' });
    const id = await write();
    await send(id, true);
    await expect.poll(async () => (await progress(id)).hindrance, { timeout: 10_000, interval: 30 }).not.toBeNull();
    await core.call('opportunities.drafts.remove', { id });
    world.simulator.control.clearFaults();
    expect(await progress(id)).toMatchObject({ state: null, steps: [] });
    expect(world.operations(PARTNER)).not.toContain(SHARE);
  });
});

describe('sharing with AWS', () => {
  it('follows its own task: one that failed a moment before is not taken for it', async () => {
    const { world, write, send, settle, sentTimes, held } = await openOpportunityStage();
    world.simulator.control.selling.failNextTask({
      accountId: PARTNER,
      kind: 'submission',
      reasonCode: 'InternalError',
      message: 'Try again later.',
    });
    const id = await write();
    await send(id, true);
    const failed = await settle(id);
    expect(failed.steps.at(-1)?.change).toMatchObject({ state: 'failed', error: { aws: { code: 'InternalError' } } });

    // The request is lost on its way: only a task that was not there before can be the one it made.
    world.simulator.control.addFault({ kind: 'drop-before', operation: SHARE, times: 1 });
    await send(id, true);
    const { state, opportunityId, steps } = await settle(id);
    expect({ state, error: steps.at(-1)?.change?.error ?? null }).toEqual({ state: 'done', error: null });
    expect(steps.at(-1)?.change?.resultId).not.toBe(failed.steps.at(-1)?.change?.resultId);
    expect(sentTimes(SHARE)).toBe(3);
    expect((await held(opportunityId ?? '')).LifeCycle?.ReviewStatus).not.toBe('Pending Submission');
  });
});
