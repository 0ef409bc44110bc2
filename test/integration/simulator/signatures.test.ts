import { HeadBucketCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSession } from '../../../src/simulator/identity/sessions.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import type { SeedAccount, SimulatedService } from '../../../src/simulator/types.ts';
import { sendRequest, signRequest, type PlainRequest, type Signing } from '../../support/signed-request.ts';
import { accountsOf, s3Client, startTestSimulator, type Credentials } from '../../support/simulator.ts';

/** Answers every operation with who asked, so that a request that got in can be told from one that was refused. */
const mirror: SimulatedService = {
  handle: async (_operation, _input, caller) => ({ ResourceArn: caller.accountId }),
  save: () => null,
  load: () => {},
};

let simulator: Simulator;
let isv: SeedAccount;
let s3: S3Client;

beforeAll(async () => {
  simulator = await startTestSimulator({ createCatalog: () => mirror });
  ({ isv } = accountsOf(simulator));
  s3 = s3Client(simulator, isv);
});
afterAll(() => simulator.stop());

const catalogRequest: PlainRequest = {
  method: 'POST',
  path: '/ListTagsForResource',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ResourceArn: 'arn:aws:aws-marketplace:us-east-1:111122223333:AWSMarketplace/Offer/offer-1' }),
};

const identityRequest: PlainRequest = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
};

function sign(plain: PlainRequest, signing: Partial<Signing> = {}): Promise<PlainRequest> {
  return signRequest(simulator.endpoint, plain, { credentials: isv, service: 'aws-marketplace', ...signing });
}

const send = (plain: PlainRequest) => sendRequest(simulator.endpoint, plain);
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe('a request signed by the SDK', () => {
  it('gets in', async () => {
    const answer = await send(await sign(catalogRequest));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ ResourceArn: isv.accountId });
  });

  it('gets in with any path and query that need encoding, normalized and encoded twice as AWS does', async () => {
    const odd = { method: 'GET', path: '/a%20b/./c/../d%2Fe//f', query: { 'x y': 'ä&+=', b: '', a: '~*' } };
    const signed = await sign({ ...odd, headers: {}, body: '' });
    // No such operation: but that is said only to who is let in.
    expect((await send(signed)).headers['x-amzn-errortype']).toBe('UnknownOperationException');
    const changed = await send({ ...signed, query: { ...odd.query, a: '~' } });
    expect(changed.headers['x-amzn-errortype']).toMatch(/^InvalidSignatureException:/);
  });

  it('is refused when anything that was signed is changed', async () => {
    const signed = await sign(catalogRequest);
    const authorization = signed.headers['authorization'] ?? '';
    const spoiled: PlainRequest[] = [
      { ...signed, body: signed.body.replace('offer-1', 'offer-2') },
      { ...signed, path: '/UntagResource' },
      { ...signed, query: { extra: '1' } },
      { ...signed, headers: { ...signed.headers, 'content-type': 'application/json; charset=utf-8' } },
      {
        ...signed,
        headers: { ...signed.headers, authorization: authorization.replace(/.$/, (c) => (c === '0' ? '1' : '0')) },
      },
      { ...signed, headers: { ...signed.headers, authorization: authorization.replace('content-type;', '') } },
    ];
    for (const one of spoiled) {
      const answer = await send(one);
      expect(answer.status).toBe(403);
      expect(answer.headers['x-amzn-errortype']).toBe(
        'InvalidSignatureException:com.amazonaws.services.marketplacecatalog.model',
      );
      expect(Object.keys(JSON.parse(answer.text) as object)).toEqual(['message']);
    }
  });

  it('may be 15 minutes off, by real time, and no more', async () => {
    for (const minutes of [-14, 14]) {
      expect((await send(await sign(catalogRequest, { date: minutesFromNow(minutes) }))).status).toBe(200);
    }
    for (const [minutes, word] of [
      [-16, 'Signature expired'],
      [16, 'Signature not yet current'],
    ] as const) {
      const answer = await send(await sign(catalogRequest, { date: minutesFromNow(minutes) }));
      expect(answer.status).toBe(403);
      expect(answer.text).toContain(word);
    }
    simulator.control.advanceClock(3_600_000);
    expect((await send(await sign(catalogRequest))).status).toBe(200);
  });

  it('is refused for another service or region, with the words of the protocol', async () => {
    const elsewhere = await send(await sign(catalogRequest, { region: 'eu-west-1' }));
    expect(elsewhere.status).toBe(403);
    expect(elsewhere.text).toContain("Credential should be scoped to a valid region, not 'eu-west-1'.");
    const other = await send(await sign(catalogRequest, { service: 'sts' }));
    expect(other.status).toBe(403);
    expect(other.text).toContain("Credential should be scoped to correct service: 'aws-marketplace'.");
    const s3Elsewhere = await send(
      await sign(
        { method: 'GET', path: `/${isv.eulaBucket}`, headers: {}, body: '' },
        { service: 's3', region: 'eu-west-1' },
      ),
    );
    expect(s3Elsewhere.status).toBe(400);
    expect(s3Elsewhere.text).toContain('<Code>AuthorizationHeaderMalformed</Code>');
    expect(s3Elsewhere.text).toContain('<Region>us-east-1</Region>');
  });
});

describe('a request without good credentials', () => {
  const session = (lifeMs: number): Credentials =>
    issueSession(
      { accountId: isv.accountId, roleName: 'SellerOperations', sessionName: 'x', expiresAt: Date.now() + lifeMs },
      `nonce ${lifeMs}`,
    );
  const nobody: Credentials = { accessKeyId: 'AKIAFAKENOBODY000000', secretAccessKey: 'x'.repeat(40) };

  it.each([
    {
      name: 'an unknown key',
      credentials: () => nobody,
      catalog: 'UnrecognizedClientException',
      sts: 'InvalidClientTokenId',
      s3: 'InvalidAccessKeyId',
      s3Status: 403,
    },
    {
      name: 'a wrong secret',
      credentials: () => ({ ...isv, secretAccessKey: 'x'.repeat(40) }),
      catalog: 'InvalidSignatureException',
      sts: 'SignatureDoesNotMatch',
      s3: 'SignatureDoesNotMatch',
      s3Status: 403,
    },
    {
      name: 'an expired session',
      credentials: () => session(-1),
      catalog: 'ExpiredTokenException',
      sts: 'ExpiredToken',
      s3: 'ExpiredToken',
      s3Status: 400,
    },
    {
      name: 'a made-up token',
      credentials: () => ({ ...session(60_000), sessionToken: 'made.up' }),
      catalog: 'UnrecognizedClientException',
      sts: 'InvalidClientTokenId',
      s3: 'InvalidToken',
      s3Status: 400,
    },
  ])('is told in each protocol: $name', async ({ credentials, ...codes }) => {
    const catalog = await send(await sign(catalogRequest, { credentials: credentials() }));
    expect(catalog.status).toBe(403);
    expect(catalog.headers['x-amzn-errortype']).toBe(
      `${codes.catalog}:com.amazonaws.services.marketplacecatalog.model`,
    );
    const sts = await send(await sign(identityRequest, { credentials: credentials(), service: 'sts' }));
    expect(sts.status).toBe(403);
    expect(sts.text).toContain(`<Code>${codes.sts}</Code>`);
    await expect(
      s3Client(simulator, credentials()).send(new ListObjectsV2Command({ Bucket: isv.eulaBucket ?? '' })),
    ).rejects.toMatchObject({ name: codes.s3, $metadata: { httpStatusCode: codes.s3Status } });
  });

  it('lets a session in while it lasts', async () => {
    const answer = await send(await sign(catalogRequest, { credentials: session(60_000) }));
    expect(answer.status).toBe(200);
  });

  it('is told when nothing is signed or the header is broken', async () => {
    const bare = await send(catalogRequest);
    expect(bare.status).toBe(403);
    expect(bare.headers['x-amzn-errortype']).toMatch(/^MissingAuthenticationTokenException:/);
    expect((await send(identityRequest)).text).toContain('<Code>MissingAuthenticationToken</Code>');
    const signed = await sign(identityRequest, { service: 'sts' });
    const broken = { ...signed, headers: { ...signed.headers, authorization: 'AWS4-HMAC-SHA256 Credential=a/b' } };
    const answer = await send(broken);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<Code>IncompleteSignature</Code>');
  });
});

describe('S3 signatures', () => {
  it('cover every x-amz header', async () => {
    const plain = { method: 'PUT', path: `/${isv.eulaBucket}/a.pdf`, headers: {}, body: 'text' };
    const signed = await sign(plain, { service: 's3' });
    const sneaked = await send({ ...signed, headers: { ...signed.headers, 'x-amz-meta-owner': 'somebody else' } });
    expect(sneaked.status).toBe(403);
    expect(sneaked.text).toContain('<HeadersNotSigned>x-amz-meta-owner</HeadersNotSigned>');
  });

  it('name the hash of the body, which is checked', async () => {
    const plain = { method: 'PUT', path: `/${isv.eulaBucket}/a.pdf`, headers: {}, body: 'text' };
    const signed = await sign(plain, { service: 's3' });
    const changed = await send({ ...signed, body: 'tEXt' });
    expect(changed.status).toBe(400);
    expect(changed.text).toContain('<Code>XAmzContentSHA256Mismatch</Code>');
  });

  it('are refused when they are too old', async () => {
    const plain = { method: 'GET', path: `/${isv.eulaBucket}`, query: { 'list-type': '2' }, headers: {}, body: '' };
    const answer = await send(await sign(plain, { service: 's3', date: minutesFromNow(-16) }));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<Code>RequestTimeTooSkewed</Code>');
    await expect(s3.send(new HeadBucketCommand({ Bucket: isv.eulaBucket ?? '' }))).resolves.toBeDefined();
  });
});

describe('services that are not simulated', () => {
  it.each([
    {
      target: 'SampleService_20300101.ListThings',
      service: 'sample',
      title: 'SampleService_20300101: ListThings',
    },
  ])('say so in their own protocol: $target', async ({ target, service, title }) => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target };
    const plain = { method: 'POST', path: '/', headers, body: '{}' };
    const answer = await send(await sign(plain, { service }));
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toEqual({
      __type: 'NotSimulatedException',
      message: `${title} is not simulated yet.`,
    });
    expect(JSON.parse((await send(plain)).text)).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  it('answer as unknown what AWS does not know either, where all else is simulated', async () => {
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AWSPartnerCentralSelling.DeleteOpportunity',
    };
    const plain = { method: 'POST', path: '/', headers, body: '{}' };
    const answer = await send(await sign(plain, { service: 'partnercentral-selling' }));
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('UnknownOperationException');
  });

  it('say so for IAM in XML', async () => {
    const plain = { ...identityRequest, body: 'Action=GetUser&Version=2010-05-08' };
    const answer = await send(await sign(plain, { service: 'iam' }));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<Message>AWS IAM: GetUser is not simulated yet.</Message>');
  });
});
