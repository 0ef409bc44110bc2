import { request as httpRequest } from 'node:http';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  DescribeChangeSetCommand,
  DescribeEntityCommand,
  ListEntitiesCommand,
  StartChangeSetCommand,
} from '@aws-sdk/client-marketplace-catalog';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedId } from '../../../src/simulator/seed/ids.ts';
import type { Simulator } from '../../../src/simulator/server.ts';
import { accountsOf, catalogClient, startTestSimulator, stsClient } from '../../support/simulator.ts';

const Catalog = 'AWSMarketplace';
const DAY_MS = 86_400_000;

let simulator: Simulator;
let moved: number[];

beforeEach(async () => {
  moved = [];
  simulator = await startTestSimulator({ onClock: (offsetMs) => moved.push(offsetMs) });
});
afterEach(() => simulator.stop());

interface Reply {
  readonly status: number;
  readonly value: Record<string, unknown>;
}

async function control(method: string, path: string, body?: unknown): Promise<Reply> {
  const answer = await fetch(`${simulator.endpoint}/_simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, value: (await answer.json()) as Record<string, unknown> };
}

function client() {
  return catalogClient(simulator, accountsOf(simulator).isv);
}

/** A change that only moves the end of a released offer. */
function extend(days: number) {
  const AvailabilityEndDate = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  return new StartChangeSetCommand({
    Catalog,
    ChangeSet: [
      {
        ChangeType: 'UpdateAvailability',
        Entity: { Type: 'Offer@1.0', Identifier: seedId('offer', 'atlas active') },
        DetailsDocument: { AvailabilityEndDate },
      },
    ],
  });
}

describe('the control address', () => {
  it('moves the business clock, tells the host, and lets what is due happen', async () => {
    const { ChangeSetId } = await client().send(extend(50));
    const reply = await control('POST', 'clock', { advanceMs: DAY_MS });
    expect(reply.value).toMatchObject({ clockOffsetMs: DAY_MS });
    expect(Date.parse(String(reply.value['businessTime'])) - Date.now()).toBeGreaterThan(DAY_MS - 60_000);
    expect(moved).toEqual([DAY_MS]);
    await expect
      .poll(async () => (await client().send(new DescribeChangeSetCommand({ Catalog, ChangeSetId }))).Status)
      .toBe('SUCCEEDED');
  });

  it('orders and clears faults', async () => {
    const fault = { kind: 'throttle', operation: 'GetCallerIdentity', times: 1 };
    expect((await control('POST', 'faults', fault)).value).toEqual({ faults: [fault] });
    const sts = stsClient(simulator, accountsOf(simulator).isv);
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'Throttling' });
    await control('POST', 'faults', fault);
    expect((await control('DELETE', 'faults')).value).toEqual({ faults: [] });
    await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toBeDefined();
  });

  it('tells what was asked, by whom, and how it was answered', async () => {
    const { isv } = accountsOf(simulator);
    await client()
      .send(new DescribeEntityCommand({ Catalog, EntityId: 'offer-nosuchoffer00' }))
      .catch(() => undefined);
    const { requests } = (await control('GET', 'requests')).value as { requests: object[] };
    expect(requests).toEqual([
      expect.objectContaining({
        service: 'catalog',
        operation: 'DescribeEntity',
        accountId: isv.accountId,
        input: { Catalog, EntityId: 'offer-nosuchoffer00' },
        status: 404,
        errorCode: 'ResourceNotFoundException',
      }),
    ]);
    await control('DELETE', 'requests');
    expect(simulator.control.requests()).toEqual([]);
  });

  it('makes a change set fail, and lets a buyer accept', async () => {
    const { isv, buyer } = accountsOf(simulator);
    await control('POST', 'fail-next-change-set', {
      accountId: isv.accountId,
      failureCode: 'CLIENT_ERROR',
      changeType: 'UpdateAvailability',
      errorCode: 'INVALID_AVAILABILITY',
      message: 'Made to fail.',
    });
    const { ChangeSetId } = await client().send(extend(50));
    await control('POST', 'clock', { advanceMs: DAY_MS });
    await expect
      .poll(() => client().send(new DescribeChangeSetCommand({ Catalog, ChangeSetId })))
      .toMatchObject({
        Status: 'FAILED',
        ChangeSet: [{ ErrorDetailList: [{ ErrorCode: 'INVALID_AVAILABILITY', ErrorMessage: 'Made to fail.' }] }],
      });
    const accepted = await control('POST', 'accept-offer', {
      offerId: seedId('offer', 'krill contract'),
      buyerAccountId: buyer.accountId,
    });
    expect(accepted).toMatchObject({ status: 200, value: { status: 'ACTIVE' } });
    const { events } = (await control('GET', 'events')).value as { events: object[] };
    expect(events).toContainEqual(expect.objectContaining({ accountId: buyer.accountId }));
  });

  it('lets lists stay behind what was changed', async () => {
    expect((await control('POST', 'index-lag', { ms: 600_000 })).value).toEqual({ ms: 600_000 });
    await client().send(extend(50));
    await control('POST', 'clock', { advanceMs: 60_000 });
    const EntityId = seedId('offer', 'atlas active');
    const described = async () =>
      (await client().send(new DescribeEntityCommand({ Catalog, EntityId }))).LastModifiedDate;
    const listed = async () => {
      const filter = { OfferFilters: { EntityId: { ValueList: [EntityId] } } };
      const { EntitySummaryList } = await client().send(
        new ListEntitiesCommand({ Catalog, EntityType: 'Offer', EntityTypeFilters: filter }),
      );
      return EntitySummaryList?.[0]?.LastModifiedDate;
    };
    const before = await listed();
    await expect.poll(described).not.toBe(before);
    expect(await listed()).toBe(before);
    await control('POST', 'clock', { advanceMs: 600_000 });
    expect(await listed()).toBe(await described());
  });

  it('goes back to the seed world', async () => {
    const { ChangeSetId } = await client().send(extend(50));
    await control('POST', 'clock', { advanceMs: DAY_MS });
    await control('POST', 'faults', { kind: 'throttle' });
    await control('POST', 'reset');
    expect(moved.at(-1)).toBe(0);
    await expect(client().send(new DescribeChangeSetCommand({ Catalog, ChangeSetId }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(client().send(extend(50))).resolves.toBeDefined();
  });

  it.each([
    ['POST', 'clock', { advanceMs: -1 }, 'advanceMs'],
    ['POST', 'clock', {}, 'advanceMs'],
    ['POST', 'faults', { kind: 'earthquake' }, 'kind'],
    ['POST', 'faults', { kind: 'throttle', probability: 2 }, 'probability'],
    ['POST', 'faults', { kind: 'throttle', operaton: 'ListEntities' }, 'operaton'],
    ['POST', 'accept-offer', { offerId: 'offer-1', buyerAccountId: 12 }, 'buyerAccountId'],
  ])('refuses %s %s %j naming the field', async (method, path, body, field) => {
    const reply = await control(method, path, body);
    expect(reply.status).toBe(400);
    expect(reply.value['error']).toContain(field);
  });

  it('says what it knows when asked for something else', async () => {
    const reply = await control('GET', 'nonsense');
    expect(reply.status).toBe(404);
    expect(reply.value['known']).toContain('POST clock');
  });

  it.each([
    ['a page in a browser', { origin: 'https://example.com' }],
    ['a name that was pointed here', { host: 'rebound.example.com' }],
  ])('does not answer %s', async (_, headers) => {
    const status = await new Promise((resolve, reject) => {
      httpRequest(`${simulator.endpoint}/_simulator/world`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
