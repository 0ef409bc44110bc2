import { writeFileSync } from 'node:fs';
import { ListEntitiesCommand, StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it, vi } from 'vitest';
import { keysOf, roleArn, useAccountStage } from '../../support/account-stage.ts';
import { startWithPractice, startWithRole } from '../../support/aws-stage.ts';
import { makeAwsConfig, profileWithKeys } from '../../support/aws-config.ts';
import { startTestAws } from '../../support/test-aws.ts';

const stage = useAccountStage();

const user = { priority: 'user' } as const;
const listOffers = () => new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'Offer', MaxResults: 1 });
const operations = () => stage.simulator.control.requests().map((request) => request.operation);

describe('identity', () => {
  it('is asked anew each time', async () => {
    const { test, account } = startWithPractice(stage);
    for (let n = 0; n < 3; n += 1) {
      expect(await test.aws.access.confirmIdentity(account, user)).toEqual({
        awsAccountId: stage.isv.accountId,
        arn: expect.stringContaining(stage.isv.accountId),
      });
    }
    expect(operations()).toEqual(['GetCallerIdentity', 'GetCallerIdentity', 'GetCallerIdentity']);
  });

  it('of another account is refused', async () => {
    const { environment } = makeAwsConfig({ credentials: profileWithKeys('base', stage.otherIsv) });
    const test = startTestAws({ practice: stage.simulator, awsEnvironment: environment });
    const account = test.addAccount(stage.settingsOf(stage.isv, { kind: 'profile', profile: 'base' }));
    await expect(test.aws.access.confirmIdentity(account, user)).rejects.toMatchObject({
      data: { code: 'wrong-account', params: { expected: stage.isv.accountId, actual: stage.otherIsv.accountId } },
    });
  });
});

describe('attempts', () => {
  it('are counted when AWS throttles, and each waits for its turn', async () => {
    const { test, account } = startWithPractice(stage);
    stage.simulator.control.addFault({ kind: 'throttle', operation: 'ListEntities', times: 2 });
    const startedAt = Date.now();
    await test.aws.access.catalog(account).send(listOffers(), user);
    expect(operations()).toEqual(['ListEntities', 'ListEntities', 'ListEntities']);
    expect(test.recordedCalls('ListEntities')).toMatchObject([{ outcome: 'ok', attempts: 3 }]);
    // Two refusals, each held back for a window of a second.
    expect(Date.now() - startedAt).toBeGreaterThan(2_000);
  });

  it('end in `throttled` when it does not get better', async () => {
    const { test, account } = startWithPractice(stage);
    stage.simulator.control.addFault({ kind: 'throttle', operation: 'ListEntities' });
    await expect(test.aws.access.catalog(account).send(listOffers(), user)).rejects.toMatchObject({
      data: { code: 'throttled', retryable: true, aws: { httpStatus: 429, requestId: expect.any(String) } },
    });
    expect(test.recordedCalls('ListEntities')).toMatchObject([{ outcome: 'throttled', attempts: 3 }]);
  });

  it('are as many as the caller allows: a write is sent once', async () => {
    const { test, account } = startWithPractice(stage);
    stage.simulator.control.addFault({ kind: 'drop-before', operation: 'StartChangeSet' });
    const command = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [] });
    const sending = test.aws.access.catalog(account).send(command, { ...user, maxAttempts: 1, changeId: 'c1' });
    await expect(sending).rejects.toMatchObject({ data: { code: 'network-unreachable', retryable: true } });
    expect(operations()).toEqual(['StartChangeSet']);
    expect(test.database.get('SELECT attempts, change_id FROM calls')).toEqual({ attempts: 1, change_id: 'c1' });
  });

  it('can be cancelled while they wait', async () => {
    const { test, account } = startWithPractice(stage);
    const stop = new AbortController();
    stage.simulator.control.addFault({ kind: 'latency', ms: 20_000, operation: 'ListEntities', times: 1 });
    const sending = test.aws.access.catalog(account).send(listOffers(), { ...user, signal: stop.signal });
    stop.abort();
    await expect(sending).rejects.toMatchObject({ data: { code: 'cancelled' } });
  });

  it('stay within the quota whoever asks, and the estimate is what it takes', async () => {
    const { test, account } = startWithPractice(stage);
    const door = test.aws.access.catalog(account);
    const estimate = test.aws.access.estimate(account, 'ListEntities', 21);
    expect(estimate).toBeGreaterThan(2_000);
    const startedAt = Date.now();
    await Promise.all(Array.from({ length: 21 }, () => door.send(listOffers(), { priority: 'background' })));
    const taken = Date.now() - startedAt;
    expect(taken).toBeGreaterThan(2_000);
    expect(taken).toBeLessThan(estimate + 10_000);
    expect(test.recordedCalls('ListEntities').map((call) => call.attempts)).toEqual(
      Array.from({ length: 21 }, () => 1),
    );
  });
});

describe('failures', () => {
  it('of credentials that expired meanwhile are healed where they can be renewed', async () => {
    const { test, account } = startWithRole(stage, 'SellerOperations');
    stage.simulator.control.addFault({ kind: 'expired-credentials', operation: 'ListEntities', times: 1 });
    await test.aws.access.catalog(account).send(listOffers(), user);
    expect(operations()).toEqual(['AssumeRole', 'ListEntities', 'AssumeRole', 'GetCallerIdentity', 'ListEntities']);
  });

  it('of expired credentials do not send a write with somebody else’s', async () => {
    const { environment } = makeAwsConfig({ credentials: profileWithKeys('base', stage.isv) });
    const test = startTestAws({ practice: stage.simulator, awsEnvironment: environment });
    const account = test.addAccount(stage.settingsOf(stage.isv, { kind: 'profile', profile: 'base' }));
    await test.aws.access.confirmIdentity(account, user);
    writeFileSync(environment.credentialsFile, profileWithKeys('base', stage.otherIsv));
    stage.simulator.control.addFault({ kind: 'expired-credentials', operation: 'StartChangeSet', times: 1 });
    const command = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [] });
    await expect(test.aws.access.catalog(account).send(command, { ...user, maxAttempts: 1 })).rejects.toMatchObject({
      data: { code: 'wrong-account' },
    });
    expect(operations()).toEqual(['GetCallerIdentity', 'StartChangeSet', 'GetCallerIdentity']);
  });

  it('of expired keys say so', async () => {
    const test = startTestAws({ practice: stage.simulator });
    const account = test.addAccount(stage.settingsOf(stage.isv, { kind: 'keys', persistence: 'session' }));
    test.aws.secrets.holdForSession(account, keysOf(stage.isv));
    stage.simulator.control.addFault({ kind: 'expired-credentials', operation: 'ListEntities' });
    await expect(test.aws.access.catalog(account).send(listOffers(), user)).rejects.toMatchObject({
      data: { code: 'credentials-expired', aws: { requestId: expect.any(String) } },
    });
    expect(operations()).toEqual(['ListEntities']);
  });

  it('of a wrong secret say so', async () => {
    const test = startTestAws({ practice: stage.simulator });
    const account = test.addAccount(stage.settingsOf(stage.isv, { kind: 'keys', persistence: 'session' }));
    const wrong = {
      accessKeyId: stage.isv.accessKeyId,
      secretAccessKey: 'wrongSampleSecretKeyNotReal0000000000001',
      sessionToken: null,
    };
    test.aws.secrets.holdForSession(account, wrong);
    await expect(test.aws.access.sts(account).send(new GetCallerIdentityCommand({}), user)).rejects.toMatchObject({
      data: { code: 'credentials-invalid' },
    });
  });

  it('of a proxy that answers with a page say so', async () => {
    const { test, account } = startWithPractice(stage);
    stage.simulator.control.addFault({ kind: 'malformed-body', operation: 'ListEntities' });
    await expect(
      test.aws.access.catalog(account).send(listOffers(), { ...user, maxAttempts: 1 }),
    ).rejects.toMatchObject({
      data: { code: 'malformed-answer', retryable: true },
    });
  });

  it('of a service that is down say so', async () => {
    const { test, account } = startWithPractice(stage);
    stage.simulator.control.addFault({ kind: 'server-error', status: 503, operation: 'ListEntities' });
    await expect(
      test.aws.access.catalog(account).send(listOffers(), { ...user, maxAttempts: 1 }),
    ).rejects.toMatchObject({
      data: { code: 'aws-unavailable', retryable: true },
    });
  });

  it('of a cloud that is not there say so', async () => {
    const test = startTestAws();
    const account = test.addAccount(
      stage.settingsOf(stage.isv, { kind: 'keys', persistence: 'session' }, { endpoint: 'http://127.0.0.1:9' }),
    );
    test.aws.secrets.holdForSession(account, keysOf(stage.isv));
    await expect(
      test.aws.access.sts(account).send(new GetCallerIdentityCommand({}), { ...user, maxAttempts: 1 }),
    ).rejects.toMatchObject({ data: { code: 'network-unreachable', aws: { code: 'ECONNREFUSED' } } });
  });
});

describe('credentials', () => {
  it('of a role are shared by all clients of the account', async () => {
    const { test, account } = startWithRole(stage, 'SellerOperations');
    await Promise.all([
      test.aws.access.confirmIdentity(account, user),
      test.aws.access.catalog(account).send(listOffers(), user),
      test.aws.access.confirmIdentity(account, user),
    ]);
    expect(operations().filter((operation) => operation === 'AssumeRole')).toHaveLength(1);
  });

  it('of a role are renewed five minutes before they end', async () => {
    const { test, account } = startWithRole(stage, 'SellerOperations');
    const later = { offsetMs: 0 };
    const realNow = test.ports.clock.realNow;
    vi.spyOn(test.ports.clock, 'realNow').mockImplementation(() => realNow() + later.offsetMs);
    await test.aws.checkCredentials(account);
    later.offsetMs = 54 * 60_000;
    await test.aws.access.presignEula(account, 'calls/a.pdf', user);
    expect(operations()).toEqual(['AssumeRole', 'AssumeRole']);
  });

  it('follow changed settings once the account is forgotten', async () => {
    const { test, account } = startWithRole(stage, 'SellerOperations');
    await test.aws.access.confirmIdentity(account, user);
    test.aws.access.forget(account);
    await test.aws.access.confirmIdentity(account, user);
    expect(operations().filter((operation) => operation === 'AssumeRole')).toHaveLength(2);
  });

  it('follow settings that another process has changed', async () => {
    const { test, account } = startWithPractice(stage);
    await test.aws.access.confirmIdentity(account, user);
    const moved = JSON.stringify(
      stage.settingsOf(stage.isv, { kind: 'practice' }, { awsAccountId: stage.otherIsv.accountId }),
    );
    test.database.run('UPDATE accounts SET settings = ? WHERE key = ?', moved, account);
    expect(await test.aws.access.confirmIdentity(account, user)).toMatchObject({
      awsAccountId: stage.otherIsv.accountId,
    });
  });

  it('are not found through the environment’s endpoints in real mode', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.1:9');
    const { environment } = makeAwsConfig({
      credentials: profileWithKeys('base', stage.isv),
      config: `[default]\nendpoint_url = http://127.0.0.1:9\n[profile role]\nendpoint_url = http://127.0.0.1:9\nrole_arn = ${roleArn(stage.isv, 'SellerOperations')}\nsource_profile = base\n`,
    });
    const test = startTestAws({ mode: 'real', awsEnvironment: { ...environment, endpointsAllowed: true } });
    const account = test.addAccount(stage.settingsOf(stage.isv, { kind: 'profile', profile: 'role' }));
    await test.aws.access.confirmIdentity(account, user);
    await test.aws.access.catalog(account).send(listOffers(), user);
    expect(operations()).toEqual(['AssumeRole', 'GetCallerIdentity', 'ListEntities']);
  });
});
