import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import { ALL_GOOD, roleArn, statesOf, testAccount, useAccountStage } from '../../support/account-stage.ts';
import { makeAwsConfig, profileWithKeys, type AwsConfig } from '../../support/aws-config.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { stsClient } from '../../support/simulator.ts';
import { startSsoPortal, type RoleCredentials } from '../../support/sso-portal.ts';
import { startTestCore } from '../../support/test-core.ts';

const stage = useAccountStage();

describe('profiles that need more than a file', () => {
  it('asks for the MFA code, once for all calls, and takes no wrong one', async () => {
    const config = makeAwsConfig({
      credentials: profileWithKeys('base', stage.isv),
      config: `
[profile guarded]
role_arn = ${roleArn(stage.isv, 'GuardedOperations')}
source_profile = base
mfa_serial = arn:aws:iam::${stage.isv.accountId}:mfa/seller
`,
    });
    const core = await startTestCore({ awsEnvironment: config.environment });
    const settings = stage.settingsOf(stage.isv, { kind: 'profile', profile: 'guarded' });
    const { key } = await core.call('accounts.create', { settings, keys: null });

    const test = core.call('accounts.test', { account: key });
    const asked = await core.nextEvent('accounts.mfaRequested');
    expect(asked).toMatchObject({ account: key, serial: `arn:aws:iam::${stage.isv.accountId}:mfa/seller` });
    expect(
      (await core.failure('accounts.answerMfa', { requestId: asked.requestId, code: '12345' })).fields,
    ).toMatchObject([{ path: 'code' }]);
    await core.call('accounts.answerMfa', { requestId: asked.requestId, code: '123456' });
    expect(statesOf((await test).steps)).toEqual(ALL_GOOD);
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
        secrets: { secret: stage.isv.secretAccessKey },
        folders: [core.dataFolder],
        captured: { ...core.captured },
      }),
    ).toEqual([]);
  });

  it('takes the credentials of a process, and says why when it fails', async () => {
    const config = makeAwsConfig({});
    const script = join(config.folder, 'print-keys.mjs');
    const { accessKeyId, secretAccessKey } = stage.isv;
    const answer = { Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey };
    writeFileSync(script, `console.log(${JSON.stringify(JSON.stringify(answer))})`);
    const failing = join(config.folder, 'fail.mjs');
    writeFileSync(failing, `console.error('vault is sealed'); process.exit(3)`);
    writeFileSync(
      config.environment.configFile,
      `[profile good]\ncredential_process = "${process.execPath}" "${script}"\n` +
        `[profile bad]\ncredential_process = "${process.execPath}" "${failing}"\n`,
    );
    const core = await startTestCore({ awsEnvironment: config.environment });
    expect(
      statesOf(await testAccount(core, stage.settingsOf(stage.isv, { kind: 'profile', profile: 'good' }))),
    ).toEqual(ALL_GOOD);
    const bad = await testAccount(
      core,
      stage.settingsOf(stage.otherIsv, { kind: 'profile', profile: 'bad' }, { prefix: 'BAD' }),
    );
    expect(bad[0]?.error).toMatchObject({ code: 'credentials-missing', params: { profile: 'bad' } });
  });

  it('says that a profile is not there', async () => {
    const config = makeAwsConfig({});
    const core = await startTestCore({ awsEnvironment: config.environment });
    const steps = await testAccount(core, stage.settingsOf(stage.isv, { kind: 'profile', profile: 'gone' }));
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
    const { Credentials } = await stsClient(stage.simulator, stage.isv).send(
      new AssumeRoleCommand({ RoleArn: roleArn(stage.isv, 'SellerOperations'), RoleSessionName: 'sso-user' }),
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
    const portal = await startSsoPortal({
      accessToken: 'new-login-token',
      credentials,
      behind: stage.simulator.endpoint,
    });
    const config = makeAwsConfig({ config: ssoConfig });
    prepare(config);
    const core = await startTestCore({ awsEnvironment: config.environment });
    const settings = stage.settingsOf(
      stage.isv,
      { kind: 'profile', profile: 'acme-sso' },
      { endpoint: portal.endpoint },
    );
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
    expect(statesOf((await test).steps)).toEqual(ALL_GOOD);
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
    const core = await startTestCore({ awsEnvironment: config.environment });
    const settings = stage.settingsOf(stage.isv, { kind: 'profile', profile: 'acme-sso' });
    const { key } = await core.call('accounts.create', { settings, keys: null });
    const stop = new AbortController();
    const test = core.core.call('accounts.test', { account: key }, stop.signal);
    await core.nextEvent('accounts.testProgress', ({ step }) => step.messageKey?.endsWith('ssoLogin') ?? false);
    stop.abort();
    expect(await test).toMatchObject({
      ok: true,
      value: { steps: [{ state: 'failed', error: { code: 'cancelled' } }, {}, {}, {}, {}, {}, {}] },
    });
  });
});
