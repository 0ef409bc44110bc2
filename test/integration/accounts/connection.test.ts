import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount } from '../../../src/simulator/types.ts';
import type { AccountSettings, Connection, ConnectionTestStep } from '../../../src/shared/domain/account/account.ts';
import { makeAwsConfig, profileWithKeys, type AwsConfig } from '../../support/aws-config.ts';
import { sampleAccount } from '../../support/samples.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { accountsOf, s3Client, startTestSimulator, stsClient } from '../../support/simulator.ts';
import { startSsoPortal, type RoleCredentials } from '../../support/sso-portal.ts';
import { startTestCore, type TestCore } from '../../support/test-core.ts';

let simulator: Simulator;
let isv: SeedAccount;
let otherIsv: SeedAccount;

beforeAll(async () => {
  simulator = await startTestSimulator();
  ({ isv, otherIsv } = accountsOf(simulator));
});
afterAll(() => simulator.stop());
beforeEach(() => {
  simulator.control.clearFaults();
  simulator.control.clearRequests();
});
afterEach(() => vi.unstubAllEnvs());

const roleArn = (account: SeedAccount, name: string) => `arn:aws:iam::${account.accountId}:role/${name}`;

function settingsOf(
  seller: SeedAccount,
  connection: Connection,
  changes: Partial<AccountSettings> = {},
): AccountSettings {
  return sampleAccount({
    awsAccountId: seller.accountId,
    connection,
    eulaBucket: { bucket: seller.eulaBucket ?? '', prefix: 'tests', region: 'us-east-1' },
    endpoint: simulator.endpoint,
    ...changes,
  });
}

async function startCoreWith(config: AwsConfig): Promise<TestCore> {
  return startTestCore({ awsEnvironment: config.environment });
}

async function testAccount(
  core: TestCore,
  settings: AccountSettings,
  keys: unknown = null,
): Promise<ConnectionTestStep[]> {
  const { key } = await core.call('accounts.create', { settings, keys: keys as null });
  return (await core.call('accounts.test', { account: key })).steps;
}

const states = (steps: readonly ConnectionTestStep[]) =>
  Object.fromEntries(steps.map(({ step, state }) => [step, state]));

const ALL_GOOD = { credentials: 'passed', identity: 'passed', catalog: 'passed', bucket: 'passed', write: 'unknown' };
const NOT_KNOWN_WHO = { catalog: 'skipped', bucket: 'skipped', write: 'skipped' };

const keysOf = ({ accessKeyId, secretAccessKey }: SeedAccount) => ({
  accessKeyId,
  secretAccessKey,
  sessionToken: null,
});

describe('the test of an account', () => {
  it('passes for access keys, step by step, and leaves nothing behind', async () => {
    const core = await startTestCore();
    const steps = await testAccount(core, settingsOf(isv, { kind: 'keys', persistence: 'encrypted' }), keysOf(isv));
    expect(states(steps)).toEqual(ALL_GOOD);
    expect(steps[1]).toMatchObject({
      messageKey: 'accounts-core:test.identity.passed',
      params: { awsAccountId: isv.accountId },
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
    ]);
    const left = await s3Client(simulator, isv).send(
      new ListObjectsV2Command({ Bucket: isv.eulaBucket ?? '', Prefix: 'tests/offerdeck-connection-test' }),
    );
    expect(left.KeyCount).toBe(0);
    expect(
      findSecretLeaks({
        secrets: { secret: isv.secretAccessKey },
        folders: [core.dataFolder],
        captured: { ...core.captured },
      }),
    ).toEqual([]);
  });

  it('passes for the accounts of the practice cloud as they are', async () => {
    const core = await startTestCore({ practice: simulator });
    const { accounts } = await core.call('accounts.list', {});
    expect(accounts.map((account) => account.awsAccountId)).not.toContain(accountsOf(simulator).buyer.accountId);
    for (const { key } of accounts) {
      const { steps } = await core.call('accounts.test', { account: key });
      expect(states(steps)).toEqual(ALL_GOOD);
    }
  });

  it('passes for a profile with keys and for a profile that assumes a role with external id', async () => {
    const config = makeAwsConfig({
      credentials: profileWithKeys('base', isv),
      config: `
[profile partner]
role_arn = ${roleArn(otherIsv, 'PartnerAccess')}
external_id = sample-external-id-${otherIsv.accountId}
source_profile = base
`,
    });
    const core = await startCoreWith(config);
    expect(states(await testAccount(core, settingsOf(isv, { kind: 'profile', profile: 'base' })))).toEqual(ALL_GOOD);
    const partner = settingsOf(otherIsv, { kind: 'profile', profile: 'partner' }, { prefix: 'OTHER' });
    expect(states(await testAccount(core, partner))).toEqual(ALL_GOOD);
  });

  it('passes for a role assumed from another account here, and not with a wrong external id', async () => {
    const core = await startTestCore();
    const source = await core.call('accounts.create', {
      settings: settingsOf(isv, { kind: 'keys', persistence: 'session' }),
      keys: keysOf(isv),
    });
    const roleOf = (externalId: string | null): Connection => ({
      kind: 'role',
      source: { kind: 'account', account: source.key },
      roleArn: roleArn(otherIsv, 'PartnerAccess'),
      externalId,
    });
    const good = settingsOf(otherIsv, roleOf(`sample-external-id-${otherIsv.accountId}`), { prefix: 'OTHER' });
    const { key } = await core.call('accounts.create', { settings: good, keys: null });
    expect(states((await core.call('accounts.test', { account: key })).steps)).toEqual(ALL_GOOD);

    for (const wrong of ['sample-external-id-000000000000', null]) {
      await core.call('accounts.update', {
        account: key,
        settings: { ...good, connection: roleOf(wrong) },
        keys: null,
      });
      const { steps } = await core.call('accounts.test', { account: key });
      expect(states(steps)).toEqual({ credentials: 'failed', identity: 'skipped', ...NOT_KNOWN_WHO });
      expect(steps[0]?.error).toMatchObject({
        code: 'assume-role-denied',
        params: { role: roleArn(otherIsv, 'PartnerAccess'), action: 'sts:AssumeRole' },
        aws: { operation: 'AssumeRole', httpStatus: 403, requestId: expect.any(String) },
      });
    }
  });

  it('stops at a wrong identity: nothing else is asked of the other account', async () => {
    const config = makeAwsConfig({ credentials: profileWithKeys('base', otherIsv) });
    const core = await startCoreWith(config);
    const steps = await testAccount(core, settingsOf(isv, { kind: 'profile', profile: 'base' }));
    expect(states(steps)).toEqual({ credentials: 'passed', identity: 'failed', ...NOT_KNOWN_WHO });
    expect(steps[1]?.error).toMatchObject({
      code: 'wrong-account',
      params: { expected: isv.accountId, actual: otherIsv.accountId },
    });
    expect(simulator.control.requests().map((request) => request.operation)).toEqual(['GetCallerIdentity']);
  });

  it('names the missing IAM action and remembers what is allowed', async () => {
    const config = makeAwsConfig({
      credentials: profileWithKeys('base', isv),
      config: `[profile reader]\nrole_arn = ${roleArn(isv, 'CatalogReadOnly')}\nsource_profile = base\n`,
    });
    const core = await startCoreWith(config);
    const steps = await testAccount(core, settingsOf(isv, { kind: 'profile', profile: 'reader' }));
    expect(states(steps)).toEqual({ ...ALL_GOOD, bucket: 'failed' });
    expect(steps[3]).toMatchObject({ missingAction: 's3:PutObject', error: { code: 'access-denied' } });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const known = Object.fromEntries((account?.capabilities ?? []).map(({ action, state }) => [action, state]));
    expect(known).toMatchObject({
      'aws-marketplace:ListEntities': 'allowed',
      's3:PutObject': 'denied',
      'aws-marketplace:StartChangeSet': 'unknown',
    });
  });

  it('goes on from a locked Catalog to the bucket', async () => {
    simulator.control.addFault({ kind: 'access-denied', operation: 'ListEntities' });
    const core = await startTestCore({ practice: simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const { steps } = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(states(steps)).toEqual({ ...ALL_GOOD, catalog: 'failed' });
    expect(steps[2]?.missingAction).toBe('aws-marketplace:ListEntities');
  });

  it('says that there is no such bucket, and that none is needed without custom EULAs', async () => {
    const core = await startTestCore({ practice: simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const settings = settingsOf(isv, { kind: 'practice' });
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
    simulator.control.addFault({ kind: 'access-denied', operation: 'DeleteObject' });
    const core = await startTestCore({ practice: simulator });
    const [account] = (await core.call('accounts.list', {})).accounts;
    const { steps } = await core.call('accounts.test', { account: account?.key ?? '' });
    expect(steps[3]).toMatchObject({
      state: 'passed',
      messageKey: 'accounts-core:test.bucket.leftBehind',
      params: { key: expect.stringMatching(/^eula\/offerdeck-connection-test-/) },
    });
  });
});

describe('profiles that need more than a file', () => {
  it('asks for the MFA code, once for all calls, and takes no wrong one', async () => {
    const config = makeAwsConfig({
      credentials: profileWithKeys('base', isv),
      config: `
[profile guarded]
role_arn = ${roleArn(isv, 'GuardedOperations')}
source_profile = base
mfa_serial = arn:aws:iam::${isv.accountId}:mfa/seller
`,
    });
    const core = await startCoreWith(config);
    const settings = settingsOf(isv, { kind: 'profile', profile: 'guarded' });
    const { key } = await core.call('accounts.create', { settings, keys: null });

    const test = core.call('accounts.test', { account: key });
    const asked = await core.nextEvent('accounts.mfaRequested');
    expect(asked).toMatchObject({ account: key, serial: `arn:aws:iam::${isv.accountId}:mfa/seller` });
    expect(
      (await core.failure('accounts.answerMfa', { requestId: asked.requestId, code: '12345' })).fields,
    ).toMatchObject([{ path: 'code' }]);
    await core.call('accounts.answerMfa', { requestId: asked.requestId, code: '123456' });
    expect(states((await test).steps)).toEqual(ALL_GOOD);
    expect(core.eventsOf('accounts.mfaRequested')).toHaveLength(1);

    const refused = core.call('accounts.test', { account: key });
    const second = await core.nextEvent('accounts.mfaRequested', ({ requestId }) => requestId !== asked.requestId);
    await core.call('accounts.answerMfa', { requestId: second.requestId, code: '000000' });
    expect((await refused).steps[0]?.error).toMatchObject({ code: 'assume-role-denied' });

    const givenUp = core.call('accounts.test', { account: key });
    const third = await core.nextEvent(
      'accounts.mfaRequested',
      ({ requestId }) => requestId !== asked.requestId && requestId !== second.requestId,
    );
    await core.call('accounts.answerMfa', { requestId: third.requestId, code: null });
    expect((await givenUp).steps[0]?.error).toMatchObject({ code: 'mfa-needed' });
    expect((await core.failure('accounts.answerMfa', { requestId: third.requestId, code: '123456' })).code).toBe(
      'not-found',
    );
    expect(
      findSecretLeaks({
        secrets: { secret: isv.secretAccessKey },
        folders: [core.dataFolder],
        captured: { ...core.captured },
      }),
    ).toEqual([]);
  });

  it('takes the credentials of a process, and says why when it fails', async () => {
    const config = makeAwsConfig({});
    const script = join(config.folder, 'print-keys.mjs');
    const { accessKeyId, secretAccessKey } = isv;
    const answer = { Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey };
    writeFileSync(script, `console.log(${JSON.stringify(JSON.stringify(answer))})`);
    const failing = join(config.folder, 'fail.mjs');
    writeFileSync(failing, `console.error('vault is sealed'); process.exit(3)`);
    writeFileSync(
      config.environment.configFile,
      `[profile good]\ncredential_process = "${process.execPath}" "${script}"\n` +
        `[profile bad]\ncredential_process = "${process.execPath}" "${failing}"\n`,
    );
    const core = await startCoreWith(config);
    expect(states(await testAccount(core, settingsOf(isv, { kind: 'profile', profile: 'good' })))).toEqual(ALL_GOOD);
    const bad = await testAccount(core, settingsOf(otherIsv, { kind: 'profile', profile: 'bad' }, { prefix: 'BAD' }));
    expect(bad[0]?.error).toMatchObject({ code: 'credentials-missing', params: { profile: 'bad' } });
  });

  it('says that a profile is not there', async () => {
    const config = makeAwsConfig({});
    const core = await startCoreWith(config);
    const steps = await testAccount(core, settingsOf(isv, { kind: 'profile', profile: 'gone' }));
    expect(steps[0]?.error).toMatchObject({
      code: 'profile-missing',
      params: { profile: 'gone', configFile: config.environment.configFile },
    });
  });
});

describe('an expired SSO login', () => {
  const tokenId = 'acme';
  const ssoConfig = `
[profile acme-sso]
sso_session = ${tokenId}
sso_account_id = 111122223333
sso_role_name = SellerOperations

[sso-session ${tokenId}]
sso_start_url = https://acme-example.awsapps.com/start
sso_region = us-east-1
`;
  const hour = 3_600_000;

  async function sessionCredentials(): Promise<RoleCredentials> {
    const { Credentials } = await stsClient(simulator, isv).send(
      new AssumeRoleCommand({ RoleArn: roleArn(isv, 'SellerOperations'), RoleSessionName: 'sso-user' }),
    );
    return {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
      expiration: Credentials?.Expiration?.getTime() ?? 0,
    };
  }

  it.each([
    [
      'has run out',
      (config: AwsConfig) =>
        config.writeLogin(tokenId, { accessToken: 'old-login-token', expiresAt: Date.now() - hour }),
    ],
    ['was never made', (config: AwsConfig) => config.removeLogin(tokenId)],
    [
      'was ended elsewhere',
      (config: AwsConfig) =>
        config.writeLogin(tokenId, { accessToken: 'old-login-token', expiresAt: Date.now() + hour }),
    ],
  ])('that %s names the command, and the test goes on by itself afterwards', async (_name, prepare) => {
    const credentials = await sessionCredentials();
    const portal = await startSsoPortal({ accessToken: 'new-login-token', credentials, behind: simulator.endpoint });
    const config = makeAwsConfig({ config: ssoConfig });
    prepare(config);
    const core = await startCoreWith(config);
    const settings = settingsOf(isv, { kind: 'profile', profile: 'acme-sso' }, { endpoint: portal.endpoint });
    const { key } = await core.call('accounts.create', { settings, keys: null });

    const test = core.call('accounts.test', { account: key });
    const command = 'aws sso login --profile acme-sso';
    expect(await core.nextEvent('accounts.ssoLoginNeeded')).toEqual({ account: key, profile: 'acme-sso', command });
    const waiting = await core.nextEvent(
      'accounts.testProgress',
      ({ step }) => step.messageKey === 'accounts-core:test.credentials.ssoLogin',
    );
    expect(waiting.step).toMatchObject({
      state: 'running',
      params: { command },
      error: { code: 'sso-login-needed', retryable: true, action: { kind: 'copy-command', command } },
    });

    config.writeLogin(tokenId, { accessToken: 'new-login-token', expiresAt: Date.now() + hour });
    expect(states((await test).steps)).toEqual(ALL_GOOD);
    expect(core.eventsOf('accounts.ssoLoginDone')).toEqual([{ profile: 'acme-sso' }]);
    const { accessKeyId: _id, expiration: _end, ...secrets } = credentials;
    expect(
      findSecretLeaks({
        secrets: { ...secrets, login: 'new-login-token' },
        folders: [core.dataFolder],
        captured: { ...core.captured },
      }),
    ).toEqual([]);
  });

  it('can be given up by cancelling the test', async () => {
    const config = makeAwsConfig({ config: ssoConfig });
    const core = await startCoreWith(config);
    const settings = settingsOf(isv, { kind: 'profile', profile: 'acme-sso' });
    const { key } = await core.call('accounts.create', { settings, keys: null });
    const stop = new AbortController();
    const test = core.core.call('accounts.test', { account: key }, stop.signal);
    await core.nextEvent('accounts.testProgress', ({ step }) => step.messageKey?.endsWith('ssoLogin') ?? false);
    stop.abort();
    expect(await test).toMatchObject({
      ok: true,
      value: { steps: [{ state: 'failed', error: { code: 'cancelled' } }, {}, {}, {}, {}] },
    });
  });
});
