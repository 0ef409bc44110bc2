import { writeFileSync } from 'node:fs';
import { ListEntitiesCommand, StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount } from '../../../src/simulator/types.ts';
import type { AccountSettings } from '../../../src/shared/domain/account/account.ts';
import { makeAwsConfig, profileWithKeys } from '../../support/aws-config.ts';
import { sampleAccount } from '../../support/samples.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import { accountsOf, startTestSimulator } from '../../support/simulator.ts';
import { startTestAws, type TestAws } from '../../support/test-aws.ts';

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

const user = { priority: 'user' } as const;
const listOffers = () => new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'Offer', MaxResults: 1 });
const roleArn = (name: string) => `arn:aws:iam::${isv.accountId}:role/${name}`;

function practiceSettings(changes: Partial<AccountSettings> = {}): AccountSettings {
  return sampleAccount({
    awsAccountId: isv.accountId,
    eulaBucket: { bucket: isv.eulaBucket ?? '', prefix: 'calls', region: 'us-east-1' },
    ...changes,
  });
}

function startWithPractice(changes: Partial<AccountSettings> = {}): { test: TestAws; account: string } {
  const test = startTestAws({ practice: simulator });
  return { test, account: test.addAccount(practiceSettings(changes)) };
}

/** A role of the seller account, through a profile whose keys are the account’s own. */
function startWithRole(name: string): { test: TestAws; account: string } {
  const { environment } = makeAwsConfig({
    credentials: profileWithKeys('base', isv),
    config: `[profile role]\nrole_arn = ${roleArn(name)}\nsource_profile = base\n`,
  });
  const test = startTestAws({ practice: simulator, awsEnvironment: environment });
  return { test, account: test.addAccount(practiceSettings({ connection: { kind: 'profile', profile: 'role' } })) };
}

const operations = () => simulator.control.requests().map((request) => request.operation);

describe('identity', () => {
  it('is asked anew each time', async () => {
    const { test, account } = startWithPractice();
    for (let n = 0; n < 3; n += 1) {
      expect(await test.aws.access.confirmIdentity(account, user)).toEqual({
        awsAccountId: isv.accountId,
        arn: expect.stringContaining(isv.accountId),
      });
    }
    expect(operations()).toEqual(['GetCallerIdentity', 'GetCallerIdentity', 'GetCallerIdentity']);
  });

  it('of another account is refused', async () => {
    const { environment } = makeAwsConfig({ credentials: profileWithKeys('base', otherIsv) });
    const test = startTestAws({ practice: simulator, awsEnvironment: environment });
    const account = test.addAccount(practiceSettings({ connection: { kind: 'profile', profile: 'base' } }));
    await expect(test.aws.access.confirmIdentity(account, user)).rejects.toMatchObject({
      data: { code: 'wrong-account', params: { expected: isv.accountId, actual: otherIsv.accountId } },
    });
  });
});

describe('attempts', () => {
  it('are counted when AWS throttles, and each waits for its turn', async () => {
    const { test, account } = startWithPractice();
    simulator.control.addFault({ kind: 'throttle', operation: 'ListEntities', times: 2 });
    const startedAt = Date.now();
    await test.aws.access.catalog(account).send(listOffers(), user);
    expect(operations()).toEqual(['ListEntities', 'ListEntities', 'ListEntities']);
    expect(test.recordedCalls('ListEntities')).toMatchObject([{ outcome: 'ok', attempts: 3 }]);
    // Two refusals, each held back for a window of a second.
    expect(Date.now() - startedAt).toBeGreaterThan(2_000);
  });

  it('end in `throttled` when it does not get better', async () => {
    const { test, account } = startWithPractice();
    simulator.control.addFault({ kind: 'throttle', operation: 'ListEntities' });
    await expect(test.aws.access.catalog(account).send(listOffers(), user)).rejects.toMatchObject({
      data: { code: 'throttled', retryable: true, aws: { httpStatus: 429, requestId: expect.any(String) } },
    });
    expect(test.recordedCalls('ListEntities')).toMatchObject([{ outcome: 'throttled', attempts: 3 }]);
  });

  it('are as many as the caller allows: a write is sent once', async () => {
    const { test, account } = startWithPractice();
    simulator.control.addFault({ kind: 'drop-before', operation: 'StartChangeSet' });
    const command = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [] });
    const sending = test.aws.access.catalog(account).send(command, { ...user, maxAttempts: 1, changeId: 'c1' });
    await expect(sending).rejects.toMatchObject({ data: { code: 'network-unreachable', retryable: true } });
    expect(operations()).toEqual(['StartChangeSet']);
    expect(test.database.get('SELECT attempts, change_id FROM calls')).toEqual({ attempts: 1, change_id: 'c1' });
  });

  it('can be cancelled while they wait', async () => {
    const { test, account } = startWithPractice();
    const stop = new AbortController();
    simulator.control.addFault({ kind: 'latency', ms: 20_000, operation: 'ListEntities', times: 1 });
    const sending = test.aws.access.catalog(account).send(listOffers(), { ...user, signal: stop.signal });
    stop.abort();
    await expect(sending).rejects.toMatchObject({ data: { code: 'cancelled' } });
  });

  it('stay within the quota whoever asks, and the estimate is what it takes', async () => {
    const { test, account } = startWithPractice();
    const door = test.aws.access.catalog(account);
    const estimate = test.aws.access.estimate(account, 'ListEntities', 21);
    expect(estimate).toBeGreaterThan(2_000);
    const startedAt = Date.now();
    await Promise.all(Array.from({ length: 21 }, () => door.send(listOffers(), { priority: 'background' })));
    const taken = Date.now() - startedAt;
    expect(taken).toBeGreaterThan(2_000);
    expect(taken).toBeLessThan(estimate + 3_000);
    expect(test.recordedCalls('ListEntities').map((call) => call.attempts)).toEqual(
      Array.from({ length: 21 }, () => 1),
    );
  });
});

describe('failures', () => {
  it('of credentials that expired meanwhile are healed where they can be renewed', async () => {
    const { test, account } = startWithRole('SellerOperations');
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'ListEntities', times: 1 });
    await test.aws.access.catalog(account).send(listOffers(), user);
    expect(operations()).toEqual(['AssumeRole', 'ListEntities', 'AssumeRole', 'GetCallerIdentity', 'ListEntities']);
  });

  it('of expired credentials do not send a write with somebody else’s', async () => {
    const { environment } = makeAwsConfig({ credentials: profileWithKeys('base', isv) });
    const test = startTestAws({ practice: simulator, awsEnvironment: environment });
    const account = test.addAccount(practiceSettings({ connection: { kind: 'profile', profile: 'base' } }));
    await test.aws.access.confirmIdentity(account, user);
    writeFileSync(environment.credentialsFile, profileWithKeys('base', otherIsv));
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'StartChangeSet', times: 1 });
    const command = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [] });
    await expect(test.aws.access.catalog(account).send(command, { ...user, maxAttempts: 1 })).rejects.toMatchObject({
      data: { code: 'wrong-account' },
    });
    expect(operations()).toEqual(['GetCallerIdentity', 'StartChangeSet', 'GetCallerIdentity']);
  });

  it('of expired keys say so', async () => {
    const test = startTestAws({ practice: simulator });
    const account = test.addAccount(practiceSettings({ connection: { kind: 'keys', persistence: 'session' } }));
    test.aws.secrets.holdForSession(account, { ...isv, sessionToken: null });
    simulator.control.addFault({ kind: 'expired-credentials', operation: 'ListEntities' });
    await expect(test.aws.access.catalog(account).send(listOffers(), user)).rejects.toMatchObject({
      data: { code: 'credentials-expired', aws: { requestId: expect.any(String) } },
    });
    expect(operations()).toEqual(['ListEntities']);
  });

  it('of a wrong secret say so', async () => {
    const test = startTestAws({ practice: simulator });
    const account = test.addAccount(practiceSettings({ connection: { kind: 'keys', persistence: 'session' } }));
    const wrong = {
      accessKeyId: isv.accessKeyId,
      secretAccessKey: 'wrongSampleSecretKeyNotReal0000000000001',
      sessionToken: null,
    };
    test.aws.secrets.holdForSession(account, wrong);
    await expect(test.aws.access.sts(account).send(new GetCallerIdentityCommand({}), user)).rejects.toMatchObject({
      data: { code: 'credentials-invalid' },
    });
  });

  it('of a proxy that answers with a page say so', async () => {
    const { test, account } = startWithPractice();
    simulator.control.addFault({ kind: 'malformed-body', operation: 'ListEntities' });
    await expect(
      test.aws.access.catalog(account).send(listOffers(), { ...user, maxAttempts: 1 }),
    ).rejects.toMatchObject({
      data: { code: 'malformed-answer', retryable: true },
    });
  });

  it('of a service that is down say so', async () => {
    const { test, account } = startWithPractice();
    simulator.control.addFault({ kind: 'server-error', status: 503, operation: 'ListEntities' });
    await expect(
      test.aws.access.catalog(account).send(listOffers(), { ...user, maxAttempts: 1 }),
    ).rejects.toMatchObject({
      data: { code: 'aws-unavailable', retryable: true },
    });
  });

  it('of a cloud that is not there say so', async () => {
    const test = startTestAws();
    const account = test.addAccount(
      practiceSettings({ connection: { kind: 'keys', persistence: 'session' }, endpoint: 'http://127.0.0.1:9' }),
    );
    test.aws.secrets.holdForSession(account, { ...isv, sessionToken: null });
    await expect(
      test.aws.access.sts(account).send(new GetCallerIdentityCommand({}), { ...user, maxAttempts: 1 }),
    ).rejects.toMatchObject({ data: { code: 'network-unreachable', aws: { code: 'ECONNREFUSED' } } });
  });
});

describe('credentials', () => {
  it('of a role are shared by all clients of the account', async () => {
    const { test, account } = startWithRole('SellerOperations');
    await Promise.all([
      test.aws.access.confirmIdentity(account, user),
      test.aws.access.catalog(account).send(listOffers(), user),
      test.aws.access.confirmIdentity(account, user),
    ]);
    expect(operations().filter((operation) => operation === 'AssumeRole')).toHaveLength(1);
  });

  it('of a role are renewed five minutes before they end', async () => {
    const { test, account } = startWithRole('SellerOperations');
    const later = { offsetMs: 0 };
    const realNow = test.ports.clock.realNow;
    vi.spyOn(test.ports.clock, 'realNow').mockImplementation(() => realNow() + later.offsetMs);
    await test.aws.checkCredentials(account);
    later.offsetMs = 54 * 60_000;
    await test.aws.access.presignEula(account, 'calls/a.pdf', user);
    expect(operations()).toEqual(['AssumeRole', 'AssumeRole']);
  });

  it('follow changed settings once the account is forgotten', async () => {
    const { test, account } = startWithRole('SellerOperations');
    await test.aws.access.confirmIdentity(account, user);
    test.aws.access.forget(account);
    await test.aws.access.confirmIdentity(account, user);
    expect(operations().filter((operation) => operation === 'AssumeRole')).toHaveLength(2);
  });

  it('follow settings that another process has changed', async () => {
    const { test, account } = startWithPractice();
    await test.aws.access.confirmIdentity(account, user);
    const moved = JSON.stringify(practiceSettings({ awsAccountId: otherIsv.accountId }));
    test.database.run('UPDATE accounts SET settings = ? WHERE key = ?', moved, account);
    expect(await test.aws.access.confirmIdentity(account, user)).toMatchObject({ awsAccountId: otherIsv.accountId });
  });

  it('are not found through the environment’s endpoints in real mode', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.1:9');
    const { environment } = makeAwsConfig({
      credentials: profileWithKeys('base', isv),
      config: `[default]\nendpoint_url = http://127.0.0.1:9\n[profile role]\nendpoint_url = http://127.0.0.1:9\nrole_arn = ${roleArn('SellerOperations')}\nsource_profile = base\n`,
    });
    const test = startTestAws({ mode: 'real', awsEnvironment: { ...environment, endpointsAllowed: true } });
    const account = test.addAccount(
      practiceSettings({ connection: { kind: 'profile', profile: 'role' }, endpoint: simulator.endpoint }),
    );
    await test.aws.access.confirmIdentity(account, user);
    await test.aws.access.catalog(account).send(listOffers(), user);
    expect(operations()).toEqual(['AssumeRole', 'GetCallerIdentity', 'ListEntities']);
  });
});

describe('presigned addresses', () => {
  const day = 24 * 3_600_000;

  async function upload(test: TestAws, account: string): Promise<void> {
    const put = new PutObjectCommand({
      Bucket: isv.eulaBucket ?? '',
      Key: 'calls/eula.pdf',
      Body: Buffer.from('%PDF-example'),
    });
    await test.aws.access.s3(account).send(put, user);
  }

  it('signed by long-lived keys last seven days and can be read by anybody', async () => {
    const { test, account } = startWithPractice();
    await upload(test, account);
    const { url, expiresAt } = await test.aws.access.presignEula(account, 'calls/eula.pdf', user);
    expect(expiresAt - Date.now()).toBeGreaterThan(6.9 * day);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(7 * day);
    const answer = await fetch(url);
    expect(await answer.text()).toBe('%PDF-example');
    const signature = new URL(url).searchParams.get('X-Amz-Signature') ?? '';
    expect(findSecretLeaks({ secrets: { signature }, folders: [test.ports.dataFolder] })).toEqual([]);
  });

  it('signed by the presign role end with its session', async () => {
    const { test, account } = startWithPractice({ presignRoleArn: roleArn('EulaPresign') });
    await upload(test, account);
    const { url, expiresAt } = await test.aws.access.presignEula(account, 'calls/eula.pdf', user);
    expect(expiresAt - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(12 * 3_600_000);
    expect(url).toContain('X-Amz-Security-Token=');
    expect((await fetch(url)).status).toBe(200);
    const token = new URL(url).searchParams.get('X-Amz-Security-Token') ?? '';
    expect(findSecretLeaks({ secrets: { token }, folders: [test.ports.dataFolder] })).toEqual([]);
  });

  it('signed by a role session end with it, whatever the signature allows', async () => {
    const { test, account } = startWithRole('SellerOperations');
    const { expiresAt } = await test.aws.access.presignEula(account, 'calls/eula.pdf', user);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(expiresAt - Date.now()).toBeGreaterThan(3_500_000);
  });

  it('need a bucket', async () => {
    const { test, account } = startWithPractice({ eulaBucket: null });
    await expect(test.aws.access.presignEula(account, 'a.pdf', user)).rejects.toMatchObject({
      data: { code: 'bucket-missing', action: { kind: 'open-account', account } },
    });
  });

  it('name the role that may not be assumed', async () => {
    const { test, account } = startWithPractice({ presignRoleArn: roleArn('NoSuchRole') });
    await expect(test.aws.access.presignEula(account, 'a.pdf', user)).rejects.toMatchObject({
      data: { code: 'assume-role-denied', params: { role: roleArn('NoSuchRole') } },
    });
  });
});

describe('the record of calls', () => {
  it('has every request and reply, documents by their size, and no secret', async () => {
    const { test, account } = startWithRole('SellerOperations');
    await test.aws.access.catalog(account).send(listOffers(), user);
    const put = new PutObjectCommand({
      Bucket: isv.eulaBucket ?? '',
      Key: 'calls/x.pdf',
      Body: Buffer.from('%PDF-example'),
    });
    await test.aws.access.s3(account).send(put, user);
    expect(test.recordedCalls().map((call) => `${call.service} ${call.operation} ${call.outcome}`)).toEqual([
      // Begun first; it then needed the role.
      'catalog ListEntities ok',
      'sts AssumeRole ok',
      's3 PutObject ok',
    ]);
    const [listed, assumed, uploaded] = test.recordedCalls();
    expect(JSON.parse(assumed?.response ?? '')).toMatchObject({ Credentials: '(left out)' });
    expect(JSON.parse(listed?.request ?? '')).toEqual({
      Catalog: 'AWSMarketplace',
      EntityType: 'Offer',
      MaxResults: 1,
    });
    expect(JSON.parse(listed?.response ?? '')).toHaveProperty('EntitySummaryList');
    expect(JSON.parse(uploaded?.request ?? '')).toMatchObject({ Body: '(12 bytes)' });
    expect(findSecretLeaks({ secrets: { secret: isv.secretAccessKey }, folders: [test.ports.dataFolder] })).toEqual([]);
  });

  it('keeps a presigned address without what signs it', async () => {
    const { test, account } = startWithRole('SellerOperations');
    const { url } = await test.aws.access.presignEula(account, 'calls/x.pdf', user);
    const change = {
      ChangeType: 'UpdateLegalTerms',
      Entity: { Type: 'Offer@1.0', Identifier: 'offer-nosuchoffer12' },
      DetailsDocument: { Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: url }] }] },
    };
    const command = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [change] });
    await expect(test.aws.access.catalog(account).send(command, user)).rejects.toHaveProperty('data.aws.requestId');
    const [call] = test.recordedCalls('StartChangeSet');
    expect(call?.request).toContain('calls/x.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256');
    const parts = new URL(url).searchParams;
    const secrets = {
      signature: parts.get('X-Amz-Signature') ?? '',
      token: parts.get('X-Amz-Security-Token') ?? '',
      credential: parts.get('X-Amz-Credential') ?? '',
    };
    expect(findSecretLeaks({ secrets, folders: [test.ports.dataFolder] })).toEqual([]);
  });

  it('keeps what was refused, in AWS’s words', async () => {
    const { test, account } = startWithRole('CatalogReadOnly');
    const put = new PutObjectCommand({ Bucket: isv.eulaBucket ?? '', Key: 'calls/x.pdf', Body: Buffer.from('x') });
    await expect(test.aws.access.s3(account).send(put, user)).rejects.toMatchObject({
      data: { code: 'access-denied', params: { action: 's3:PutObject' } },
    });
    const [call] = test.recordedCalls('PutObject');
    expect(call?.outcome).toBe('access-denied');
    expect(JSON.parse(call?.response ?? '')).toMatchObject({ httpStatus: 403, requestId: expect.any(String) });
  });
});
