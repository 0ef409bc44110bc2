import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount } from '../../../src/simulator/types.ts';
import {
  accountsOf,
  clientSettings,
  startTestSimulator,
  stsClient,
  type Credentials,
} from '../../support/simulator.ts';
import { STSClient } from '@aws-sdk/client-sts';

let simulator: Simulator;
let isv: SeedAccount;
let otherIsv: SeedAccount;
let buyer: SeedAccount;

beforeAll(async () => {
  simulator = await startTestSimulator();
  ({ isv, otherIsv, buyer } = accountsOf(simulator));
});
afterAll(() => simulator.stop());

const roleArn = (account: SeedAccount, name: string) => `arn:aws:iam::${account.accountId}:role/${name}`;

async function assume(by: Credentials, input: ConstructorParameters<typeof AssumeRoleCommand>[0]) {
  const { Credentials: issued, AssumedRoleUser: user } = await stsClient(simulator, by).send(
    new AssumeRoleCommand(input),
  );
  return {
    user,
    expiration: issued?.Expiration,
    credentials: {
      accessKeyId: issued?.AccessKeyId ?? '',
      secretAccessKey: issued?.SecretAccessKey ?? '',
      sessionToken: issued?.SessionToken ?? '',
    },
  };
}

describe('GetCallerIdentity', () => {
  it('names the account of each key, leading zero kept', async () => {
    for (const account of simulator.accounts) {
      const identity = await stsClient(simulator, account).send(new GetCallerIdentityCommand({}));
      expect(identity.Account).toBe(account.accountId);
      expect(identity.Arn).toBe(`arn:aws:iam::${account.accountId}:user/seller`);
      expect(identity.$metadata.requestId).toBeTruthy();
    }
    expect(simulator.accounts.some(({ accountId }) => accountId.startsWith('0'))).toBe(true);
  });

  it('is served for every region of STS and refused for a region that does not exist', async () => {
    const identity = new STSClient({ ...clientSettings(simulator, isv), region: 'eu-central-1' });
    await expect(identity.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({ Account: isv.accountId });
    const nowhere = new STSClient({ ...clientSettings(simulator, isv), region: 'mars-north-1' });
    await expect(nowhere.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('refuses an unknown key', async () => {
    const stranger = { accessKeyId: 'AKIAFAKENOBODY000000', secretAccessKey: 'x'.repeat(40) };
    await expect(stsClient(simulator, stranger).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('refuses a wrong secret', async () => {
    const thief = { accessKeyId: isv.accessKeyId, secretAccessKey: otherIsv.secretAccessKey };
    await expect(stsClient(simulator, thief).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('refuses a session token sent with a long-lived key', async () => {
    const odd = { ...isv, sessionToken: 'made-up' };
    await expect(stsClient(simulator, odd).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  });
});

describe('AssumeRole', () => {
  it('gives a session of the role to its own account', async () => {
    const assumed = await assume(isv, { RoleArn: roleArn(isv, 'SellerOperations'), RoleSessionName: 'desk' });
    const identity = await stsClient(simulator, assumed.credentials).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(isv.accountId);
    expect(identity.Arn).toBe(`arn:aws:sts::${isv.accountId}:assumed-role/SellerOperations/desk`);
    expect(assumed.user?.Arn).toBe(identity.Arn);
    expect(assumed.credentials.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  });

  it('lets another account in with the external id, and only with it', async () => {
    const input = { RoleArn: roleArn(isv, 'PartnerAccess'), RoleSessionName: 'partner' };
    const good = await assume(otherIsv, { ...input, ExternalId: `sample-external-id-${isv.accountId}` });
    const identity = await stsClient(simulator, good.credentials).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(isv.accountId);
    for (const ExternalId of [undefined, `sample-external-id-${otherIsv.accountId}`]) {
      await expect(assume(otherIsv, { ...input, ExternalId })).rejects.toMatchObject({
        name: 'AccessDenied',
        message: expect.stringContaining(`sts:AssumeRole on resource: ${input.RoleArn}`),
        $metadata: { httpStatusCode: 403 },
      });
    }
  });

  it('refuses a role that does not trust the caller, and one that does not exist, alike', async () => {
    for (const name of ['SellerOperations', 'NoSuchRole']) {
      await expect(assume(buyer, { RoleArn: roleArn(isv, name), RoleSessionName: 'nosy' })).rejects.toMatchObject({
        name: 'AccessDenied',
      });
    }
  });

  it('asks for the one-time code where the trust policy does', async () => {
    const input = {
      RoleArn: roleArn(isv, 'GuardedOperations'),
      RoleSessionName: 'desk',
      SerialNumber: `arn:aws:iam::${isv.accountId}:mfa/seller`,
    };
    await expect(assume(isv, { ...input, SerialNumber: undefined })).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(assume(isv, { ...input, TokenCode: '000000' })).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('MultiFactorAuthentication failed'),
    });
    const good = await assume(isv, { ...input, TokenCode: '123456' });
    expect(good.credentials.sessionToken).not.toBe('');
  });

  it('limits the duration, chained sessions to an hour', async () => {
    const input = { RoleArn: roleArn(isv, 'SellerOperations'), RoleSessionName: 'desk' };
    for (const DurationSeconds of [899, 43_201]) {
      await expect(assume(isv, { ...input, DurationSeconds })).rejects.toMatchObject({
        name: 'ValidationError',
        message: expect.stringContaining("'durationSeconds'"),
      });
    }
    const before = Date.now();
    const long = await assume(isv, { ...input, DurationSeconds: 43_200 });
    expect(Number(long.expiration) - before).toBeGreaterThan(43_190_000);
    await expect(assume(long.credentials, { ...input, DurationSeconds: 3601 })).rejects.toMatchObject({
      message: expect.stringContaining('role chaining'),
    });
  });

  it('names the parameter that is wrong', async () => {
    await expect(
      assume(isv, { RoleArn: roleArn(isv, 'SellerOperations'), RoleSessionName: 'a b' }),
    ).rejects.toMatchObject({ name: 'ValidationError', message: expect.stringContaining("'roleSessionName'") });
    await expect(assume(isv, { RoleArn: 'nonsense', RoleSessionName: 'desk' })).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining("'roleArn'"),
    });
  });

  it('issues sessions that are refused without their token, with a changed one, and with another one', async () => {
    const input = { RoleArn: roleArn(isv, 'SellerOperations'), RoleSessionName: 'desk' };
    const { credentials } = await assume(isv, input);
    const other = (await assume(isv, input)).credentials;
    const { sessionToken, ...withoutToken } = credentials;
    const broken = [
      withoutToken,
      { ...credentials, sessionToken: `${sessionToken}x` },
      { ...credentials, sessionToken: other.sessionToken },
    ];
    for (const one of broken) {
      await expect(stsClient(simulator, one).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
        name: 'InvalidClientTokenId',
      });
    }
  });

  it('lets a session do what its role allows and nothing else', async () => {
    const { credentials } = await assume(isv, { RoleArn: roleArn(isv, 'EulaPresign'), RoleSessionName: 'desk' });
    const input = { RoleArn: roleArn(isv, 'SellerOperations'), RoleSessionName: 'desk' };
    await expect(assume(credentials, input)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('sts:AssumeRole'),
    });
    // Needs no permission at all.
    const identity = await stsClient(simulator, credentials).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(isv.accountId);
  });
});
