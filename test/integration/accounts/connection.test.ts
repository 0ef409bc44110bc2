import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/shared/domain/account/account.ts';
import { ALL_GOOD, keysOf, roleArn, statesOf, testAccount, useAccountStage } from '../../support/account-stage.ts';
import { makeAwsConfig, profileWithKeys } from '../../support/aws-config.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { accountsOf, s3Client } from '../../support/simulator.ts';
import { startTestCore } from '../../support/test-core.ts';

const stage = useAccountStage();

const NOT_KNOWN_WHO = {
  catalog: 'skipped',
  bucket: 'skipped',
  write: 'skipped',
  partnerLink: 'skipped',
  partnerRights: 'skipped',
};

describe('the test of an account', () => {
  it('passes for access keys, step by step, and leaves nothing behind', async () => {
    const core = await startTestCore();
    const steps = await testAccount(
      core,
      stage.settingsOf(stage.isv, { kind: 'keys', persistence: 'encrypted' }),
      keysOf(stage.isv),
    );
    expect(statesOf(steps)).toEqual(ALL_GOOD);
    expect(steps[1]).toMatchObject({
      messageKey: 'accounts-core:test.identity.passed',
      params: { awsAccountId: stage.isv.accountId },
    });
    const progress = core.eventsOf('accounts.testProgress').map(({ step }) => `${step.step} ${step.state}`);
    expect(progress).toEqual([
      'credentials running',
      'credentials passed',
      'identity running',
      'identity passed',
      'catalog running',
      'catalog passed',
      'bucket running',
      'bucket passed',
      'write running',
      'write unknown',
      'partnerLink running',
      'partnerLink passed',
      'partnerRights running',
      'partnerRights passed',
    ]);
    const left = await s3Client(stage.simulator, stage.isv).send(
      new ListObjectsV2Command({ Bucket: stage.isv.eulaBucket ?? '', Prefix: 'tests/offerdeck-connection-test' }),
    );
    expect(left.KeyCount).toBe(0);
    expect(
      findSecretLeaks({
        secrets: { secret: stage.isv.secretAccessKey },
        folders: [core.dataFolder],
        captured: { ...core.captured },
      }),
    ).toEqual([]);
  });

  it('passes for the accounts of the practice cloud as they are', async () => {
    const core = await startTestCore({ practice: stage.simulator });
    const { accounts } = await core.call('accounts.list', {});
    expect(accounts.map((account) => account.awsAccountId)).not.toContain(accountsOf(stage.simulator).buyer.accountId);
    for (const { key } of accounts) {
      const { steps } = await core.call('accounts.test', { account: key });
      expect(statesOf(steps)).toEqual(ALL_GOOD);
    }
  });

  it('passes for a profile with keys and for a profile that assumes a role with external id', async () => {
    const config = makeAwsConfig({
      credentials: profileWithKeys('base', stage.isv),
      config: `
[profile partner]
role_arn = ${roleArn(stage.otherIsv, 'PartnerAccess')}
external_id = sample-external-id-${stage.otherIsv.accountId}
source_profile = base
`,
    });
    const core = await startTestCore({ awsEnvironment: config.environment });
    expect(
      statesOf(await testAccount(core, stage.settingsOf(stage.isv, { kind: 'profile', profile: 'base' }))),
    ).toEqual(ALL_GOOD);
    const partner = stage.settingsOf(stage.otherIsv, { kind: 'profile', profile: 'partner' }, { prefix: 'OTHER' });
    expect(statesOf(await testAccount(core, partner))).toEqual(ALL_GOOD);
  });

  it('passes for a role assumed from another account here, and not with a wrong external id', async () => {
    const core = await startTestCore();
    const source = await core.call('accounts.create', {
      settings: stage.settingsOf(stage.isv, { kind: 'keys', persistence: 'session' }),
      keys: keysOf(stage.isv),
    });
    const roleOf = (externalId: string | null): Connection => ({
      kind: 'role',
      source: { kind: 'account', account: source.key },
      roleArn: roleArn(stage.otherIsv, 'PartnerAccess'),
      externalId,
    });
    const good = stage.settingsOf(stage.otherIsv, roleOf(`sample-external-id-${stage.otherIsv.accountId}`), {
      prefix: 'OTHER',
    });
    const { key } = await core.call('accounts.create', { settings: good, keys: null });
    expect(statesOf((await core.call('accounts.test', { account: key })).steps)).toEqual(ALL_GOOD);

    for (const wrong of ['sample-external-id-000000000000', null]) {
      await core.call('accounts.update', {
        account: key,
        settings: { ...good, connection: roleOf(wrong) },
        keys: null,
      });
      const { steps } = await core.call('accounts.test', { account: key });
      expect(statesOf(steps)).toEqual({ credentials: 'failed', identity: 'skipped', ...NOT_KNOWN_WHO });
      expect(steps[0]?.error).toMatchObject({
        code: 'assume-role-denied',
        params: { role: roleArn(stage.otherIsv, 'PartnerAccess'), action: 'sts:AssumeRole' },
        aws: { operation: 'AssumeRole', httpStatus: 403, requestId: expect.any(String) },
      });
    }
  });

  it('stops at a wrong identity: nothing else is asked of the other account', async () => {
    const config = makeAwsConfig({ credentials: profileWithKeys('base', stage.otherIsv) });
    const core = await startTestCore({ awsEnvironment: config.environment });
    const steps = await testAccount(core, stage.settingsOf(stage.isv, { kind: 'profile', profile: 'base' }));
    expect(statesOf(steps)).toEqual({ credentials: 'passed', identity: 'failed', ...NOT_KNOWN_WHO });
    expect(steps[1]?.error).toMatchObject({
      code: 'wrong-account',
      params: { expected: stage.isv.accountId, actual: stage.otherIsv.accountId },
    });
    expect(stage.simulator.control.requests().map((request) => request.operation)).toEqual(['GetCallerIdentity']);
  });

  it('names the missing IAM action and remembers what is allowed', async () => {
    const config = makeAwsConfig({
      credentials: profileWithKeys('base', stage.isv),
      config: `[profile reader]\nrole_arn = ${roleArn(stage.isv, 'CatalogReadOnly')}\nsource_profile = base\n`,
    });
    const core = await startTestCore({ awsEnvironment: config.environment });
    const steps = await testAccount(core, stage.settingsOf(stage.isv, { kind: 'profile', profile: 'reader' }));
    expect(statesOf(steps)).toEqual({
      ...ALL_GOOD,
      bucket: 'failed',
      partnerLink: 'failed',
      partnerRights: 'failed',
    });
    expect(steps[5]?.missingAction).toBe('partnercentral:ListOpportunities');
    expect(steps[6]).toMatchObject({ missingAction: 'partnercentral:ListOpportunities', params: { catalog: 'AWS' } });
    const lists = ['ListOpportunities', 'ListSolutions', 'ListEngagementInvitations', 'ListEngagements'];
    for (const operation of lists) expect(steps[6]?.params['actions']).toContain(`partnercentral:${operation}`);
    expect(steps[3]).toMatchObject({ missingAction: 's3:PutObject', error: { code: 'access-denied' } });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const known = Object.fromEntries((account?.capabilities ?? []).map(({ action, state }) => [action, state]));
    expect(known).toMatchObject({
      'aws-marketplace:ListEntities': 'allowed',
      's3:PutObject': 'denied',
      'aws-marketplace:StartChangeSet': 'unknown',
    });
  });

  it('asks for each read of Partner Central once, and names exactly those that are refused', async () => {
    const core = await startTestCore({ practice: stage.simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const test = async () => (await core.call('accounts.test', { account: account?.key ?? '' })).steps[6];
    expect(await test()).toMatchObject({ state: 'passed' });
    const asked = stage.simulator.control.requests().map(({ operation }) => operation);
    for (const operation of [
      'GetOpportunity',
      'GetAwsOpportunitySummary',
      'GetEngagementInvitation',
      'ListEngagements',
    ])
      expect(asked.filter((each) => each === operation)).toHaveLength(1);

    stage.simulator.control.addFault({ kind: 'access-denied', operation: 'GetAwsOpportunitySummary' });
    stage.simulator.control.addFault({ kind: 'access-denied', operation: 'ListEngagementInvitations' });
    const refused = ['partnercentral:GetAwsOpportunitySummary', 'partnercentral:ListEngagementInvitations'];
    expect(await test()).toMatchObject({
      state: 'failed',
      missingAction: refused[0],
      params: { actions: refused.join(', '), catalog: 'AWS' },
    });
    // The policy was mended: what is allowed now counts.
    stage.simulator.control.clearFaults();
    expect(await test()).toMatchObject({ state: 'passed' });
  });

  it('goes on from a locked Catalog to the bucket', async () => {
    stage.simulator.control.addFault({ kind: 'access-denied', operation: 'ListEntities' });
    const core = await startTestCore({ practice: stage.simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const { steps } = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(statesOf(steps)).toEqual({ ...ALL_GOOD, catalog: 'failed' });
    expect(steps[2]?.missingAction).toBe('aws-marketplace:ListEntities');
  });

  it('leaves Partner Central out where the persona does not co-sell', async () => {
    const core = await startTestCore({ practice: stage.simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const settings = stage.settingsOf(stage.isv, { kind: 'practice' });
    const apart = { ...settings, persona: { ...settings.persona, coSell: false } };
    await core.call('accounts.update', { account: account?.key ?? '', settings: apart, keys: null });
    stage.simulator.control.clearRequests();
    const { steps } = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(statesOf(steps)).toEqual({ ...ALL_GOOD, partnerLink: 'skipped', partnerRights: 'skipped' });
    expect(stage.simulator.control.requests().map(({ operation }) => operation)).not.toContain('ListOpportunities');
  });

  it('says that there is no such bucket, and that none is needed without custom EULAs', async () => {
    const core = await startTestCore({ practice: stage.simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const settings = stage.settingsOf(stage.isv, { kind: 'practice' });
    const missing = { ...settings, eulaBucket: { bucket: 'no-such-bucket-here', prefix: '', region: 'us-east-1' } };
    await core.call('accounts.update', { account: account?.key ?? '', settings: missing, keys: null });
    const { steps } = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(steps[3]).toMatchObject({ state: 'failed', error: { code: 'bucket-missing' } });
    await core.call('accounts.update', {
      account: account?.key ?? '',
      settings: { ...settings, eulaBucket: null },
      keys: null,
    });
    const again = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(again.steps[3]).toMatchObject({ state: 'skipped', messageKey: 'accounts-core:test.bucket.none' });
  });

  it('names the object that it may not delete', async () => {
    stage.simulator.control.addFault({ kind: 'access-denied', operation: 'DeleteObject' });
    const core = await startTestCore({ practice: stage.simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const { steps } = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(steps[3]).toMatchObject({
      state: 'passed',
      messageKey: 'accounts-core:test.bucket.leftBehind',
      params: { key: expect.stringMatching(/^eula\/offerdeck-connection-test-/) },
    });
  });
});
