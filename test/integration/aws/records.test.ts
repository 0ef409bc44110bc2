import { ListEntitiesCommand, StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it, vi } from 'vitest';
import { roleArn, useAccountStage } from '../../support/account-stage.ts';
import { startWithPractice, startWithRole } from '../../support/aws-stage.ts';
import { findSecretLeaks } from '../../support/secret-scan.ts';
import type { TestAws } from '../../support/test-aws.ts';

const stage = useAccountStage();

const user = { priority: 'user' } as const;
const listOffers = () => new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'Offer', MaxResults: 1 });

describe('presigned addresses', () => {
  const day = 24 * 3_600_000;

  async function upload(test: TestAws, account: string): Promise<void> {
    const put = new PutObjectCommand({
      Bucket: stage.isv.eulaBucket ?? '',
      Key: 'calls/eula.pdf',
      Body: Buffer.from('%PDF-example'),
    });
    await test.aws.access.s3(account).send(put, user);
  }

  it('signed by long-lived keys last seven days and can be read by anybody', async () => {
    const { test, account } = startWithPractice(stage);
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
    const { test, account } = startWithPractice(stage, { presignRoleArn: roleArn(stage.isv, 'EulaPresign') });
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
    const { test, account } = startWithRole(stage, 'SellerOperations');
    const { expiresAt } = await test.aws.access.presignEula(account, 'calls/eula.pdf', user);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(expiresAt - Date.now()).toBeGreaterThan(3_500_000);
  });

  it('need a bucket', async () => {
    const { test, account } = startWithPractice(stage, { eulaBucket: null });
    await expect(test.aws.access.presignEula(account, 'a.pdf', user)).rejects.toMatchObject({
      data: { code: 'bucket-missing', action: { kind: 'open-account', account } },
    });
  });

  it('name the role that may not be assumed', async () => {
    const { test, account } = startWithPractice(stage, { presignRoleArn: roleArn(stage.isv, 'NoSuchRole') });
    await expect(test.aws.access.presignEula(account, 'a.pdf', user)).rejects.toMatchObject({
      data: { code: 'assume-role-denied', params: { role: roleArn(stage.isv, 'NoSuchRole') } },
    });
  });
});

describe('the record of calls', () => {
  it('has every request and reply, documents by their size, and no secret', async () => {
    const { test, account } = startWithRole(stage, 'SellerOperations');
    await test.aws.access.catalog(account).send(listOffers(), user);
    const put = new PutObjectCommand({
      Bucket: stage.isv.eulaBucket ?? '',
      Key: 'calls/x.pdf',
      Body: Buffer.from('%PDF-example'),
    });
    await test.aws.access.s3(account).send(put, user);
    expect(test.recordedCalls().map((call) => `${call.service} ${call.operation} ${call.outcome}`)).toEqual([
      'sts AssumeRole ok',
      'catalog ListEntities ok',
      's3 PutObject ok',
    ]);
    const [assumed, listed, uploaded] = test.recordedCalls();
    expect(JSON.parse(assumed?.response ?? '')).toMatchObject({ Credentials: '(left out)' });
    expect(JSON.parse(listed?.request ?? '')).toEqual({
      Catalog: 'AWSMarketplace',
      EntityType: 'Offer',
      MaxResults: 1,
    });
    expect(JSON.parse(listed?.response ?? '')).toHaveProperty('EntitySummaryList');
    expect(JSON.parse(uploaded?.request ?? '')).toMatchObject({ Body: '(12 bytes)' });
    expect(
      findSecretLeaks({ secrets: { secret: stage.isv.secretAccessKey }, folders: [test.ports.dataFolder] }),
    ).toEqual([]);
  });

  it('has a write whose answer never came', async () => {
    const { test, account } = startWithPractice(stage);
    stage.simulator.control.addFault({ kind: 'latency', ms: 5_000, operation: 'StartChangeSet', times: 1 });
    const stop = new AbortController();
    const command = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [] });
    const sending = test.aws.access.catalog(account).send(command, { ...user, maxAttempts: 1, signal: stop.signal });
    await vi.waitFor(() => expect(test.recordedCalls('StartChangeSet')).toMatchObject([{ outcome: 'started' }]));
    stop.abort();
    await expect(sending).rejects.toMatchObject({ data: { code: 'cancelled' } });
    expect(test.recordedCalls('StartChangeSet')).toMatchObject([{ outcome: 'cancelled' }]);
  });

  it('keeps a presigned address without what signs it', async () => {
    const { test, account } = startWithRole(stage, 'SellerOperations');
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
    const { test, account } = startWithRole(stage, 'CatalogReadOnly');
    const put = new PutObjectCommand({
      Bucket: stage.isv.eulaBucket ?? '',
      Key: 'calls/x.pdf',
      Body: Buffer.from('x'),
    });
    await expect(test.aws.access.s3(account).send(put, user)).rejects.toMatchObject({
      data: { code: 'access-denied', params: { action: 's3:PutObject' } },
    });
    const [call] = test.recordedCalls('PutObject');
    expect(call?.outcome).toBe('access-denied');
    expect(JSON.parse(call?.response ?? '')).toMatchObject({ httpStatus: 403, requestId: expect.any(String) });
  });
});
