/** A failed write corrected as JSON and sent again once; a record that could not be understood read again by itself. */
import { expect, it } from 'vitest';
import { setAt } from '../../../src/shared/domain/opportunity/record.ts';
import { seedAccounts } from '../../../src/simulator/seed/accounts.ts';
import { COMPLETE } from '../../support/opportunity-drafts.ts';
import { accountKey, startPracticeWorld } from '../../support/practice-world.ts';

const [PARTNER = '', OTHER = ''] = seedAccounts.map(({ accountId }) => accountId);

it('leads to the editor while the draft is here, else edits, refuses by the rules, and sends once, past a lost answer and a restart', async () => {
  const world = await startPracticeWorld({ opportunities: 3 });
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  const { id } = await core.call('opportunities.drafts.create', { account });
  const { revision: first } = await core.call('opportunities.drafts.get', { id });
  const closing = `${new Date().getUTCFullYear() + 1}-06-30`;
  const document = { ...setAt(COMPLETE, 'lifeCycle.targetCloseDate', closing), associations: [] };
  const { revision } = await core.call('opportunities.drafts.save', { id, revision: first, document });
  const { findings } = await core.call('opportunities.drafts.check', { id });
  world.simulator.control.addFault({ kind: 'access-denied', operation: 'CreateOpportunity', times: 1 });
  const sent = await core.call('opportunities.drafts.send', {
    id,
    revision,
    share: false,
    confirmedAccountId: PARTNER,
    acknowledgedWarnings: findings.map(({ ruleId }) => ruleId),
  });
  const changeId = sent.change.id;
  expect(await core.failure('history.repeatPlan', { changeId })).toMatchObject({ code: 'still-running' });
  await core.nextEvent('changes.changed', (change) => change.id === changeId && change.state === 'refused');

  // One draft, one way to send it.
  expect((await core.call('history.repeatPlan', { changeId })).mode).toBe('editor');
  const wish = { changeId, confirmedAccountId: PARTNER, warningsRead: true };
  expect(await core.failure('history.repeatSend', { ...wish, text: '{}' })).toMatchObject({ code: 'not-supported' });
  await expect
    .poll(async () => (await core.call('opportunities.drafts.list', { account })).drafts[0]?.sending)
    .not.toBe('running');
  await core.call('opportunities.drafts.remove', { id });
  const plan = await core.call('history.repeatPlan', { changeId });
  expect(plan).toMatchObject({ mode: 'json', awsAccountId: PARTNER, repeatedBy: null, repeats: null });

  const check = async (text: string) => (await core.call('history.repeatCheck', { changeId, text })).findings;
  expect(await check('{\n  "Catalog": "AWS",\n  oops\n}')).toMatchObject([{ line: 3, severity: 'error' }]);
  // What was typed is kept, also when it is wrong.
  expect((await core.call('history.repeatPlan', { changeId })).text).toContain('oops');
  const payload = JSON.parse(plan.sent) as Record<string, unknown>;
  const untitled = JSON.stringify(
    { ...payload, Catalog: 'Sandbox', Project: { ...(payload['Project'] as object), Title: '' } },
    null,
    2,
  );
  const said = await check(untitled);
  const lineOf = (text: string) => untitled.split('\n').findIndex((line) => line.includes(text)) + 1;
  expect(said).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: 'Catalog', severity: 'error', line: lineOf('"Catalog"') }),
      expect.objectContaining({ path: 'Project.Title', severity: 'error', line: lineOf('"Title": ""') }),
    ]),
  );
  expect(await core.failure('history.repeatSend', { ...wish, text: untitled })).toMatchObject({
    code: 'preflight-failed',
  });
  const text = JSON.stringify({ ...payload, Project: { ...(payload['Project'] as object), Title: 'Corrected' } });
  expect(await core.failure('history.repeatSend', { ...wish, text, confirmedAccountId: OTHER })).toMatchObject({
    code: 'wrong-account',
  });

  world.simulator.control.addFault({ kind: 'drop-after', operation: 'CreateOpportunity', times: 1 });
  const { change } = await core.call('history.repeatSend', { ...wish, text });
  expect(change.id).not.toBe(changeId);
  await core.core.close();
  const again = await world.startCore({ dataFolder: core.dataFolder });
  await expect
    .poll(async () => (await again.call('changes.get', { id: change.id })).state, { timeout: 20_000, interval: 50 })
    .toBe('verified');
  // One refused, one whose answer was lost: found by looking, never sent again.
  expect(world.operations(PARTNER).filter((operation) => operation === 'CreateOpportunity')).toHaveLength(2);
  const done = await again.call('history.repeatPlan', { changeId });
  expect(done).toMatchObject({ mode: 'done', repeatedBy: change.id });
  expect(await again.failure('history.repeatSend', { ...wish, text })).toMatchObject({ code: 'already-under-way' });
  const record = await again.call('history.change', { id: change.id });
  expect(record.request).toMatchObject({ request: { Project: { Title: 'Corrected' } } });
});

it('reads a record again that could not be understood, and says when it still cannot', async () => {
  const world = await startPracticeWorld({ opportunities: 3 });
  const core = await world.startCore();
  const account = await accountKey(core, PARTNER);
  world.simulator.control.addFault({ kind: 'malformed-body', operation: 'GetOpportunity', times: 1 });
  const { jobId } = await core.call('opportunities.sync', { account });
  await core.nextEvent('jobs.changed', (job) => job.id === jobId && job.endedAt !== null);
  const { problems } = await core.call('opportunities.syncProblems', { account });
  const entityId = problems[0]?.entityId ?? '';
  const ask = { account, entityType: 'Opportunity' as const, entityId };
  world.simulator.control.addFault({ kind: 'malformed-body', operation: 'GetOpportunity', times: 1 });
  expect(await core.failure('history.readAgain', ask)).toMatchObject({ code: 'malformed-answer' });
  await core.call('history.readAgain', ask);
  expect((await core.call('opportunities.syncProblems', { account })).problems).toEqual([]);
  const { items } = await core.call('history.calls', { filter: { account, entityId } });
  expect(items.map(({ status }) => status).filter((status) => status === 'error')).toHaveLength(2);
});
