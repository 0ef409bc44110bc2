import { StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { findRefused, READ_ENTITY, startChangeSet } from '../../../src/shared/domain/account/permissions.ts';
import { describe, expect, it } from 'vitest';
import { accountsOf, catalogClient } from '../../support/simulator.ts';
import {
  countOffers,
  makeDraft,
  publishInput,
  reached,
  release,
  requestsOf,
  SELLER,
  startingTomorrow,
  startPublishingStage,
  type PublishingStage,
} from '../../support/publishing-stage.ts';

const HOUR_MS = 60 * 60 * 1000;

async function changeSettings({ core, account }: PublishingStage, changes: object): Promise<void> {
  const { accounts } = await core.call('accounts.list', {});
  const found = accounts.find(({ key }) => key === account);
  if (!found) throw new Error('the account is gone');
  const {
    key: _key,
    position: _position,
    createdAt: _at,
    secretAtHand: _hand,
    capabilities: _can,
    ...settings
  } = found;
  await core.call('accounts.update', { account, settings: { ...settings, ...changes }, keys: null });
}

function expectNothingSent({ simulator }: PublishingStage): void {
  expect(requestsOf(simulator, 'StartChangeSet')).toEqual([]);
  expect(requestsOf(simulator, 'PutObject')).toEqual([]);
}

describe('refusals before anything is sent', () => {
  it('refuses when the user saw another account', async () => {
    const stage = await startPublishingStage();
    const draft = await makeDraft(stage.core, stage.account);
    const input = { ...publishInput(draft), confirmedAccountId: '012345678901' };
    expect(await stage.core.failure('offers.publish', input)).toMatchObject({
      code: 'wrong-account',
      params: { expected: '012345678901', actual: SELLER },
    });
    expectNothingSent(stage);
  });

  it('refuses when the credentials are those of another account', async () => {
    const stage = await startPublishingStage();
    const { core, simulator } = stage;
    const draft = await makeDraft(core, stage.account);
    const { otherIsv } = accountsOf(simulator);
    const { accounts } = await core.call('accounts.list', {});
    const other = accounts.find(({ awsAccountId }) => awsAccountId === otherIsv.accountId);
    await core.call('accounts.remove', { account: other?.key ?? '', removeDrafts: true });
    const { accessKeyId, secretAccessKey } = otherIsv;
    const found = accounts.find(({ key }) => key === stage.account);
    if (!found) throw new Error('the account is gone');
    const { key: _k, position: _p, createdAt: _c, secretAtHand: _s, capabilities: _cap, ...settings } = found;
    await core.call('accounts.update', {
      account: stage.account,
      settings: { ...settings, connection: { kind: 'keys', persistence: 'session' }, endpoint: simulator.endpoint },
      keys: { accessKeyId, secretAccessKey, sessionToken: null },
    });
    expect(await core.failure('offers.publish', publishInput(draft))).toMatchObject({
      code: 'wrong-account',
      params: { expected: SELLER, actual: otherIsv.accountId },
    });
    expectNothingSent(stage);
  });

  it('asks the rules again, whatever the wizard said', async () => {
    const stage = await startPublishingStage();
    const draft = await makeDraft(stage.core, stage.account, { change: (document) => ({ ...document, buyers: [] }) });
    const failure = await stage.core.failure('offers.publish', publishInput(draft));
    expect(failure).toMatchObject({ code: 'preflight-failed', action: { kind: 'open-draft', path: 'buyers' } });
    expect(failure.fields.map(({ path }) => path)).toContain('buyers');
    expectNothingSent(stage);
  });

  it('refuses warnings that nobody has read, and takes them once read', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const buyers = Array.from({ length: 25 }, (_, index) => String(700000000000 + index));
    const draft = await makeDraft(core, account, { change: (document) => ({ ...document, buyers }) });
    const { findings } = await core.call('drafts.preflight', { id: draft.id });
    const warnings = findings.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId);
    expect(warnings).not.toEqual([]);
    expect(await core.failure('offers.publish', publishInput(draft))).toMatchObject({ code: 'preflight-failed' });
    expectNothingSent(stage);
    const { change } = await core.call('offers.publish', { ...publishInput(draft), acknowledgedWarnings: warnings });
    await reached(core, change.id, 'verified');
  });

  it('refuses another revision than the one that was reviewed', async () => {
    const stage = await startPublishingStage();
    const draft = await makeDraft(stage.core, stage.account);
    const { document } = await stage.core.call('drafts.get', { id: draft.id });
    await stage.core.call('drafts.save', {
      id: draft.id,
      revision: draft.revision,
      document: { ...document, name: 'B' },
    });
    expect(await stage.core.failure('offers.publish', publishInput(draft))).toMatchObject({ code: 'draft-changed' });
    expectNothingSent(stage);
  });

  it('refuses a second click, and a publication of what is published', async () => {
    const stage = await startPublishingStage();
    const draft = await makeDraft(stage.core, stage.account);
    const clicks = await Promise.all([1, 2, 3].map(() => stage.core.core.call('offers.publish', publishInput(draft))));
    const accepted = clicks.flatMap((reply) => (reply.ok ? [reply.value as { change: { id: string } }] : []));
    const refused = clicks.flatMap((reply) => (reply.ok ? [] : [reply.error.code]));
    expect(accepted).toHaveLength(1);
    expect(refused).toEqual(['already-publishing', 'already-publishing']);
    await reached(stage.core, accepted[0]?.change.id ?? '', 'verified');
    expect(await stage.core.failure('offers.publish', publishInput(draft))).toMatchObject({
      code: 'already-published',
    });
    expect(await countOffers(stage.simulator, 'Atlas 2027')).toBe(1);
  });

  it('refuses a custom EULA without a bucket', async () => {
    const stage = await startPublishingStage();
    const draft = await makeDraft(stage.core, stage.account, { eula: true });
    await changeSettings(stage, { eulaBucket: null });
    const failure = await stage.core.failure('offers.publish', publishInput(draft));
    expect(['bucket-missing', 'preflight-failed']).toContain(failure.code);
    expectNothingSent(stage);
  });
});

describe('refusals by AWS', () => {
  it('says that the bucket does not exist; the draft can then be published', async () => {
    const stage = await startPublishingStage();
    const { core, account } = stage;
    const draft = await makeDraft(core, account, { eula: true });
    await changeSettings(stage, { eulaBucket: { bucket: 'not-there-sample', prefix: '', region: 'us-east-1' } });
    const { change } = await core.call('offers.publish', publishInput(draft));
    expect(await reached(core, change.id, 'refused')).toMatchObject({ error: { code: 'bucket-missing' } });
    await changeSettings(stage, {
      eulaBucket: { bucket: 'lanternfish-sample-eulas', prefix: 'deals/2027', region: 'us-east-1' },
    });
    const again = await core.call('offers.publish', publishInput(draft));
    await reached(core, again.change.id, 'verified');
    expect(await countOffers(stage.simulator, 'Atlas 2027')).toBe(1);
  });

  it('keeps the missing permission that AWS names', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    simulator.control.addFault({ kind: 'access-denied', operation: 'StartChangeSet' });
    const { change } = await core.call('offers.publish', publishInput(draft));
    const refused = await reached(core, change.id, 'refused');
    expect(refused.error).toMatchObject({
      code: 'access-denied',
      aws: { operation: 'StartChangeSet', requestId: expect.any(String) },
    });
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(0);
    expect((await core.call('drafts.get', { id: draft.id })).changeId).toBeNull();
    // Learnt: what the screens grey out, with the action that is missing.
    const { accounts } = await core.call('accounts.list', {});
    const capabilities = accounts.find(({ key }) => key === account)?.capabilities ?? [];
    expect(findRefused(capabilities, [startChangeSet('ReleaseOffer')])).toBe(startChangeSet('ReleaseOffer'));
    expect(findRefused(capabilities, READ_ENTITY)).toBeNull();
  });

  it('names the change set that holds a locked offer, and goes on when asked after it has ended', async () => {
    const { core, account, simulator, catalog } = await startPublishingStage();
    const draft = await makeDraft(core, account, { change: startingTomorrow });
    const first = await core.call('offers.publish', publishInput(draft, 'draft'));
    const { offerId } = await reached(core, first.change.id, 'verified');
    catalog.script({ accountId: SELLER, prepareMs: HOUR_MS });
    const { isv } = accountsOf(simulator);
    const blocking = await catalogClient(simulator, isv).send(
      new StartChangeSetCommand({
        Catalog: 'AWSMarketplace',
        ChangeSet: [
          {
            ChangeType: 'UpdateInformation',
            Entity: { Type: 'Offer@1.0', Identifier: offerId ?? '' },
            DetailsDocument: { Description: 'Changed elsewhere' },
          },
        ],
      }),
    );
    const { change, wish } = await release(core, { account, offerId: offerId ?? '' });
    const paused = await core.nextEvent('changes.changed', ({ id, error }) => id === change.id && error !== null);
    expect(paused).toMatchObject({
      state: 'intended',
      error: { code: 'resource-in-use', retryable: true, params: { changeSets: blocking.ChangeSetId } },
    });
    expect(await core.failure('offers.change', wish)).toMatchObject({ code: 'already-under-way' });
    simulator.control.advanceClock(2 * HOUR_MS);
    expect(await core.call('changes.resume', { id: change.id })).toMatchObject({ error: null });
    expect(await reached(core, change.id, 'verified')).toMatchObject({ offerId });
  });

  it('stops on credentials that expire on the way and goes on once they are back', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account, { eula: true });
    // Twice: the door asks again with fresh credentials before it gives up.
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'StartChangeSet', times: 2 });
    const { change } = await core.call('offers.publish', publishInput(draft));
    const paused = await core.nextEvent('changes.changed', ({ id, error }) => id === change.id && error !== null);
    expect(paused).toMatchObject({ state: 'eula-uploaded', error: { code: 'credentials-expired' } });
    simulator.control.clearFaults();
    await core.call('changes.resume', { id: change.id });
    await reached(core, change.id, 'verified');
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
    expect(requestsOf(simulator, 'PutObject')).toHaveLength(1);
  });

  it('lets a paused publication give way to a newer wish', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'StartChangeSet', times: 2 });
    const first = await core.call('offers.publish', publishInput(draft));
    await core.nextEvent('changes.changed', ({ id, error }) => id === first.change.id && error !== null);
    simulator.control.clearFaults();
    const second = await core.call('offers.publish', publishInput(draft));
    await reached(core, second.change.id, 'verified');
    expect(await core.call('changes.get', { id: first.change.id })).toMatchObject({ state: 'refused' });
    expect(await core.call('changes.resume', { id: first.change.id })).toMatchObject({ state: 'refused' });
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
  });

  it('keeps a draft that is being published, and lets one go whose publication has stopped', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const [going, stopped] = [await makeDraft(core, account), await makeDraft(core, account, { name: 'Atlas 2028' })];
    const first = await core.call('offers.publish', publishInput(going));
    expect(await core.failure('drafts.remove', { id: going.id })).toMatchObject({ code: 'already-publishing' });
    await reached(core, first.change.id, 'verified');
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'StartChangeSet', times: 2 });
    const second = await core.call('offers.publish', publishInput(stopped));
    await core.nextEvent('changes.changed', ({ id, error }) => id === second.change.id && error !== null);
    await core.call('drafts.remove', { id: stopped.id });
    expect((await core.call('drafts.list', { account })).drafts.map(({ id }) => id)).toEqual([going.id]);
  });

  it('waits out throttling, since a throttled request was not done', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    simulator.control.addFault({ kind: 'throttle', operation: 'StartChangeSet', times: 3 });
    const { change } = await core.call('offers.publish', publishInput(draft));
    expect(await reached(core, change.id, 'verified')).toMatchObject({ error: null });
    expect(requestsOf(simulator, 'StartChangeSet')).toHaveLength(4);
    expect(await countOffers(simulator, 'Atlas 2027')).toBe(1);
  });

  it('maps the errors of a failed change set to the fields, and the mended draft is a new write', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    simulator.control.failNextChangeSet({
      accountId: SELLER,
      failureCode: 'CLIENT_ERROR',
      changeType: 'UpdatePaymentScheduleTerms',
      errorCode: 'TOO_MANY_BACKDATED_CHARGES',
      message: 'More than one charge date lies before the availability end date.',
    });
    const first = await core.call('offers.publish', publishInput(draft));
    const failed = await reached(core, first.change.id, 'failed');
    expect(failed).toMatchObject({
      awsStatus: 'FAILED',
      errors: [
        {
          changeType: 'UpdatePaymentScheduleTerms',
          code: 'TOO_MANY_BACKDATED_CHARGES',
          path: 'installments.schedule',
        },
      ],
      error: {
        code: 'change-set-failed',
        retryable: false,
        fields: [{ path: 'installments.schedule' }],
        action: { kind: 'open-draft', draftId: draft.id, path: 'installments.schedule' },
      },
    });
    const second = await core.call('offers.publish', publishInput(draft));
    await reached(core, second.change.id, 'verified');
    const tokens = requestsOf(simulator, 'StartChangeSet').map(({ input }) => input['ClientRequestToken']);
    expect(new Set(tokens).size).toBe(2);
  });

  it('says that a failure of AWS itself may be tried again', async () => {
    const { core, account, simulator } = await startPublishingStage();
    const draft = await makeDraft(core, account);
    simulator.control.failNextChangeSet({
      accountId: SELLER,
      failureCode: 'SERVER_FAULT',
      message: 'Try again later.',
    });
    const { change } = await core.call('offers.publish', publishInput(draft));
    expect(await reached(core, change.id, 'failed')).toMatchObject({
      errors: [],
      error: { retryable: true, params: { failureCode: 'SERVER_FAULT', description: 'Try again later.' } },
    });
  });
});
