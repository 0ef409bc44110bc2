import { ListEntitiesCommand, StartChangeSetCommand, TagResourceCommand } from '@aws-sdk/client-marketplace-catalog';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../src/simulator/server.ts';
import { ServiceError, type SeedAccount, type SimulatedService } from '../../../src/simulator/types.ts';
import { sendRequest, signRequest } from '../../support/signed-request.ts';
import { accountsOf, catalogClient, s3Client, startTestSimulator, stsClient } from '../../support/simulator.ts';

/** Counts the work that was really done, which the answer alone cannot tell. */
class CountingCatalog implements SimulatedService {
  readonly done: string[] = [];
  readonly forgotten: string[] = [];

  async handle(operation: string): Promise<Record<string, unknown>> {
    if (operation === 'DescribeEntity') throw new ServiceError('ResourceNotFoundException', 404, 'No such entity.');
    this.done.push(operation);
    return operation === 'ListEntities' ? { EntitySummaryList: [{ EntityId: 'offer-1' }] } : {};
  }
  forgetTokens(accountId: string): void {
    this.forgotten.push(accountId);
  }
  save(): unknown {
    return null;
  }
  load(): void {}
}

let catalog: CountingCatalog;
let simulator: Simulator;
let isv: SeedAccount;
let otherIsv: SeedAccount;

beforeEach(async () => {
  catalog = new CountingCatalog();
  simulator = await startTestSimulator({ createCatalog: () => catalog });
  ({ isv, otherIsv } = accountsOf(simulator));
});
afterEach(() => simulator.stop());

const tag = (account = isv) =>
  catalogClient(simulator, account).send(
    new TagResourceCommand({ ResourceArn: 'arn:aws:aws-marketplace:us-east-1:1:x', Tags: [{ Key: 'a', Value: 'b' }] }),
  );
const list = (account = isv) =>
  catalogClient(simulator, account).send(new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'Offer' }));

describe('faults', () => {
  it('drop the answer after the work was done', async () => {
    simulator.control.addFault({ kind: 'drop-after', operation: 'TagResource', times: 1 });
    await expect(tag()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(catalog.done).toEqual(['TagResource']);
    expect(simulator.control.requests().at(-1)).toMatchObject({ status: null, faults: ['drop-after'] });
    await expect(tag()).resolves.toBeDefined();
  });

  it('drop the request before any work', async () => {
    simulator.control.addFault({ kind: 'drop-before', operation: 'TagResource', times: 1 });
    await expect(tag()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(catalog.done).toEqual([]);
  });

  it('keep an upload whose answer was dropped', async () => {
    const s3 = s3Client(simulator, isv);
    const where = { Bucket: isv.eulaBucket ?? '', Key: 'a.pdf' };
    simulator.control.addFault({ kind: 'drop-after', operation: 's3:PutObject', times: 1 });
    await expect(s3.send(new PutObjectCommand({ ...where, Body: 'kept' }))).rejects.toThrow();
    const got = await s3.send(new GetObjectCommand(where));
    expect(await got.Body?.transformToString()).toBe('kept');
  });

  it('throttle and fail with the statuses of each service', async () => {
    simulator.control.addFault({ kind: 'throttle', times: 1 });
    await expect(list()).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
    });
    for (const status of [500, 503]) {
      simulator.control.addFault({ kind: 'server-error', status, times: 1 });
      await expect(list()).rejects.toMatchObject({
        name: 'InternalServiceException',
        $metadata: { httpStatusCode: status },
      });
    }
    expect(catalog.done).toEqual([]);
    await expect(list()).resolves.toBeDefined();
  });

  it('let credentials expire, in each protocol', async () => {
    simulator.control.addFault({ kind: 'expired-credentials' });
    await expect(list()).rejects.toMatchObject({ name: 'ExpiredTokenException' });
    await expect(stsClient(simulator, isv).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
    });
  });

  it('answer a page of HTML although the work was done', async () => {
    simulator.control.addFault({ kind: 'malformed-body', times: 1 });
    await expect(list()).rejects.toBeInstanceOf(SyntaxError);
    expect(catalog.done).toEqual(['ListEntities']);
  });

  it('forget client request tokens before the work', async () => {
    simulator.control.addFault({ kind: 'forget-tokens', operation: 'TagResource', times: 1 });
    await tag();
    expect(catalog.forgotten).toEqual([isv.accountId]);
    expect(catalog.done).toEqual(['TagResource']);
  });

  it('deny an IAM action with the words of AWS', async () => {
    simulator.control.addFault({ kind: 'access-denied', operation: 'aws-marketplace:StartChangeSet' });
    simulator.control.addFault({ kind: 'access-denied', operation: 's3:PutObject' });
    const start = new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet: [] });
    await expect(catalogClient(simulator, isv).send(start)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        `User: arn:aws:iam::${isv.accountId}:user/seller is not authorized to perform: aws-marketplace:StartChangeSet on resource: arn:aws:aws-marketplace:us-east-1:${isv.accountId}:AWSMarketplace/ChangeSet/*`,
      ),
      $metadata: { httpStatusCode: 403 },
    });
    const bucket = isv.eulaBucket ?? '';
    await expect(
      s3Client(simulator, isv).send(new PutObjectCommand({ Bucket: bucket, Key: 'a.pdf', Body: 'x' })),
    ).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining(`s3:PutObject on resource: "arn:aws:s3:::${bucket}/a.pdf"`),
    });
    await expect(list()).resolves.toBeDefined();
  });

  it('never deny GetCallerIdentity', async () => {
    simulator.control.addFault({ kind: 'access-denied' });
    await expect(stsClient(simulator, isv).send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Account: isv.accountId,
    });
  });

  it('strike one account alone when asked to', async () => {
    simulator.control.addFault({ kind: 'throttle', accountId: isv.accountId });
    await expect(list(isv)).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(list(otherIsv)).resolves.toBeDefined();
    simulator.control.clearFaults();
    await expect(list(isv)).resolves.toBeDefined();
  });

  it('strike by chance in the same places for the same seed', async () => {
    const strikes = async () => {
      const other = await startTestSimulator({ randomSeed: 'dice', createCatalog: () => new CountingCatalog() });
      other.control.addFault({ kind: 'throttle', probability: 0.4 });
      const client = catalogClient(other, isv);
      const outcomes: string[] = [];
      for (let call = 0; call < 30; call += 1) {
        outcomes.push(
          await client.send(new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'Offer' })).then(
            () => '.',
            () => 'x',
          ),
        );
      }
      await other.stop();
      return outcomes.join('');
    };
    const first = await strikes();
    expect(first).toContain('x');
    expect(first).toContain('.');
    expect(await strikes()).toBe(first);
  });

  it('hold an answer back as long as the speed makes of it', async () => {
    simulator.control.addFault({ kind: 'latency', ms: 80, times: 1 });
    const started = performance.now();
    await list();
    expect(performance.now() - started).toBeGreaterThanOrEqual(79);
  });
});

describe('quotas', () => {
  it('are spent by operation and account once they are enforced', async () => {
    simulator.control.enforceQuotas(true);
    const outcomes = await Promise.allSettled(Array.from({ length: 25 }, () => list()));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    // Ten at once; the bucket refills while the calls are made.
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused.length).toBeLessThanOrEqual(15);
    expect(refused[0]?.reason).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 429 } });
    await expect(list(otherIsv)).resolves.toBeDefined();
    await expect(tag()).resolves.toBeDefined();
  });

  it('are not there until then', async () => {
    await expect(Promise.all(Array.from({ length: 25 }, () => list()))).resolves.toHaveLength(25);
  });
});

describe('answers', () => {
  it('carry nulls for what is absent, as AWS sends them', async () => {
    // The SDK drops nulls, so the answer is read as it comes.
    const signed = await signRequest(
      simulator.endpoint,
      {
        method: 'POST',
        path: '/ListEntities',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ Catalog: 'AWSMarketplace', EntityType: 'Offer' }),
      },
      { credentials: isv, service: 'aws-marketplace' },
    );
    const { text } = await sendRequest(simulator.endpoint, signed);
    const answer = JSON.parse(text) as { NextToken: unknown; EntitySummaryList: Record<string, unknown>[] };
    expect(answer.NextToken).toBeNull();
    expect(answer.EntitySummaryList[0]).toMatchObject({
      EntityId: 'offer-1',
      Name: null,
      OfferSummary: null,
      SaaSProductSummary: null,
      TypeAttributes: null,
    });
  });

  it('refuse inputs of the wrong type or without a required member, naming it', async () => {
    const client = catalogClient(simulator, isv);
    const wrong = {
      Catalog: 'AWSMarketplace',
      EntityType: 'Offer',
      MaxResults: 'ten',
    } as unknown as ConstructorParameters<typeof ListEntitiesCommand>[0];
    await expect(client.send(new ListEntitiesCommand(wrong))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 422 },
      ValidationExceptionFieldList: [expect.objectContaining({ Reason: 'CannotParse', Field: 'MaxResults' })],
    });
    const missing = { Catalog: 'AWSMarketplace' } as unknown as typeof wrong;
    await expect(client.send(new ListEntitiesCommand(missing))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("'EntityType'"),
    });
    expect(catalog.done).toEqual([]);
  });
});
