import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import type { AgreementRecord } from '../../../../src/simulator/catalog/model.ts';
import { createAgreementStage, type AgreementStage } from '../../../support/agreement-stage.ts';
import { BUYER, LANTERNFISH, QUILLMOOR, refusal } from '../../../support/catalog-stage.ts';

let stage: AgreementStage;
beforeEach(() => {
  stage = createAgreementStage({ change: (state) => ({ ...state, agreements: [] }) });
});

type Filters = Readonly<Record<string, string>>;

const wire = (filters: Filters) => Object.entries(filters).map(([name, value]) => ({ name, values: [value] }));
const asProposer: Filters = { PartyType: 'Proposer', AgreementType: 'PurchaseAgreement' };
const asAcceptor: Filters = { PartyType: 'Acceptor', AgreementType: 'PurchaseAgreement' };

async function search(filters: Filters, more: Record<string, unknown> = {}, account = LANTERNFISH) {
  const answer = await stage.ask('SearchAgreements', { filters: wire(filters), ...more }, account);
  return answer['agreementViewSummaries'] as { agreementId: string; [name: string]: unknown }[];
}

const ids = async (...args: Parameters<typeof search>) => (await search(...args)).map(({ agreementId }) => agreementId);

/** Three agreements whose times differ: a is the first to start, the last to end. */
async function three(): Promise<[AgreementRecord, AgreementRecord, AgreementRecord]> {
  const base = await stage.accept(seedId('offer', 'krill contract'));
  const at = (id: string, more: Partial<AgreementRecord>) =>
    stage.put({ ...base, id: `agmt-${id}`, initialAgreementId: `agmt-${id}`, ...more });
  stage.put({ ...base, proposer: '000000000001', acceptor: '000000000001' });
  return [
    at('a', { startTime: '2027-01-01T00:00:00Z', endTime: '2029-01-01T00:00:00Z', updatedAt: '2027-03-01T00:00:00Z' }),
    at('b', { startTime: '2027-02-01T00:00:00Z', endTime: '2028-01-01T00:00:00Z', updatedAt: '2027-02-01T00:00:00Z' }),
    at('c', { startTime: '2027-03-01T00:00:00Z', endTime: null, updatedAt: '2027-01-01T00:00:00Z' }),
  ];
}

describe('a search', () => {
  test('tells what a summary holds', async () => {
    const agreement = await stage.accept(seedId('offer', 'krill contract'));
    expect(await search(asProposer)).toEqual([
      {
        agreementId: agreement.id,
        acceptanceTime: new Date(agreement.acceptedAt),
        startTime: new Date(agreement.startTime),
        endTime: new Date(String(agreement.endTime)),
        lastUpdateTime: new Date(agreement.acceptedAt),
        agreementType: 'PurchaseAgreement',
        acceptor: { accountId: BUYER },
        proposer: { accountId: LANTERNFISH },
        proposalSummary: {
          resources: [{ id: seedId('prod', 'krill'), type: 'ContainerProduct' }],
          offerId: seedId('offer', 'krill contract'),
          offerSetId: undefined,
        },
        status: 'ACTIVE',
        entitlements: [
          { licenseArn: expect.stringMatching(/^arn:aws:license-manager::\d{12}:license:l-[0-9a-f]{32}$/) },
        ],
        initialAgreementId: agreement.id,
        endTimeBehaviorType: 'EXPIRE',
        endTimeBehaviorReasonCode: 'NO_RENEWAL_TERM',
      },
    ]);
  });

  test('shows each party its own side, and strangers nothing', async () => {
    const [{ id: a }] = await three();
    expect(await ids(asProposer)).toContain(a);
    expect(await ids(asAcceptor, {}, BUYER)).toContain(a);
    expect(await ids(asAcceptor)).toEqual([]);
    expect(await ids(asProposer, {}, QUILLMOOR)).toEqual([]);
  });

  test.each([
    ['EndTime', ['agmt-b', 'agmt-a', 'agmt-c']],
    ['StartTime', ['agmt-a', 'agmt-b', 'agmt-c']],
    ['LastUpdateTime', ['agmt-c', 'agmt-b', 'agmt-a']],
  ])('sorts by %s, both ways', async (sortBy, order) => {
    await three();
    expect(await ids(asProposer, { sort: { sortBy } })).toEqual(order);
    expect(await ids(asProposer, { sort: { sortBy, sortOrder: 'DESCENDING' } })).toEqual([...order].reverse());
  });

  test('pages without losing or repeating any, and stops', async () => {
    await three();
    const seen: string[] = [];
    let nextToken: unknown;
    do {
      const input = { filters: wire(asProposer), maxResults: 1, ...(nextToken === undefined ? {} : { nextToken }) };
      const answer = await stage.ask('SearchAgreements', input);
      seen.push(
        ...(answer['agreementViewSummaries'] as { agreementId: string }[]).map(({ agreementId }) => agreementId),
      );
      nextToken = answer['nextToken'];
    } while (nextToken !== undefined);
    expect(seen).toEqual(['agmt-b', 'agmt-a', 'agmt-c']);
  });
});

describe('filters', () => {
  test.each<[Filters, string[]]>([
    [{ BeforeEndTime: '2028-06-01T00:00:00Z' }, ['agmt-b']],
    [{ AfterEndTime: '2028-06-01T00:00:00Z' }, ['agmt-a']],
    [{ BeforeStartTime: '2027-02-15T00:00:00Z', AfterStartTime: '2027-01-15T00:00:00Z' }, ['agmt-b']],
    [{ BeforeLastUpdateTime: '2027-01-15' }, ['agmt-c']],
    [{ AfterLastUpdateTime: '2027-02-15T00:00:00+01:00' }, ['agmt-a']],
    [{ InitialAgreementId: 'agmt-c' }, ['agmt-c']],
    [{ ResourceIdentifier: seedId('prod', 'krill'), Status: 'ACTIVE' }, ['agmt-b', 'agmt-a', 'agmt-c']],
    [{ ResourceType: 'AmiProduct' }, []],
    [{ AcceptorAccountId: '202020202020' }, []],
    [{ OfferId: 'offer-none' }, []],
    [{ Status: 'CANCELLED' }, []],
    [{ EndTimeBehaviorType: 'EXPIRE', EndTimeBehaviorReasonCode: 'NO_RENEWAL_TERM' }, ['agmt-b', 'agmt-a']],
    [{ EndTimeBehaviorType: 'RENEW' }, []],
  ])('%j lets through %j', async (filters, expected) => {
    await three();
    expect(await ids({ ...asProposer, ...filters })).toEqual(expected);
  });

  test('find an agreement by its licence', async () => {
    const [a] = await three();
    const [summary] = (await search(asProposer)).filter(({ agreementId }) => agreementId === a.id);
    const [{ licenseArn } = { licenseArn: '' }] = summary?.['entitlements'] as { licenseArn: string }[];
    expect(await ids({ ...asProposer, LicenseArn: licenseArn })).toEqual([a.id]);
  });

  test.each<[Filters]>([
    [{ Status: 'ACTIVE' }],
    [{ Status: 'ACTIVE', AfterEndTime: '2026-01-01T00:00:00Z' }],
    [{ ResourceIdentifier: 'prod-x', Status: 'ACTIVE', BeforeEndTime: '2030-01-01T00:00:00Z' }],
    [{ ResourceType: 'SaaSProduct', BeforeEndTime: '2030-01-01T00:00:00Z' }],
    [{ OfferId: 'offer-x', Status: 'ACTIVE' }],
    [{ OfferSetId: 'offerset-x' }],
  ])('of an acceptor may be %j', async (filters) => {
    await expect(search({ ...asAcceptor, ...filters }, {}, BUYER)).resolves.toBeInstanceOf(Array);
  });

  test.each<[Filters]>([
    [{ ResourceType: 'SaaSProduct', Status: 'ACTIVE' }],
    [{ OfferId: 'offer-x', ResourceIdentifier: 'prod-x' }],
    [{ AfterStartTime: '2027-01-01T00:00:00Z' }],
    [{ AcceptorAccountId: BUYER }],
    [{ EndTimeBehaviorType: 'RENEW' }],
  ])('of an acceptor may not be %j', async (filters) => {
    const { code, members } = await refusal(search({ ...asAcceptor, ...filters }, {}, BUYER));
    expect([code, members['reason']]).toEqual(['ValidationException', 'UNSUPPORTED_FILTERS']);
  });
});

describe('a search is refused', () => {
  const good = wire(asProposer);
  test.each([
    ['INVALID_CATALOG', { catalog: 'AWSOther', filters: good }],
    ['INVALID_FILTERS', { filters: [] }],
    ['INVALID_FILTERS', { filters: [...good, ...good] }],
    ['INVALID_FILTERS', { filters: Array.from({ length: 11 }, () => good[0]) }],
    ['MISSING_FILTER_NAME', { filters: [...good, { values: ['x'] }] }],
    ['INVALID_FILTER_NAME', { filters: [...good, { name: 'Colour', values: ['x'] }] }],
    ['MISSING_FILTER_VALUES', { filters: [...good, { name: 'Status' }] }],
    ['INVALID_FILTER_VALUES', { filters: [...good, { name: 'Status', values: ['ACTIVE', 'EXPIRED'] }] }],
    ['INVALID_FILTER_VALUES', { filters: [...good, { name: 'Status', values: ['RUNNING'] }] }],
    ['INVALID_FILTER_VALUES', { filters: [...good, { name: 'BeforeEndTime', values: ['next week'] }] }],
    ['UNSUPPORTED_FILTERS', { filters: good.slice(0, 1) }],
    ['UNSUPPORTED_FILTERS', { filters: good.slice(1) }],
    ['INVALID_SORT_BY', { filters: good, sort: { sortBy: 'Price' } }],
    ['INVALID_SORT_ORDER', { filters: good, sort: { sortOrder: 'UP' } }],
    ['INVALID_SORT_BY', { filters: wire(asAcceptor), sort: { sortBy: 'StartTime' } }],
    ['INVALID_MAX_RESULTS', { filters: good, maxResults: 51 }],
    ['INVALID_MAX_RESULTS', { filters: good, maxResults: 0 }],
    ['INVALID_NEXT_TOKEN', { filters: good, nextToken: 'made up' }],
  ])('with %s', async (reason, input) => {
    const { code, httpStatus, members } = await refusal(stage.ask('SearchAgreements', input));
    expect([code, httpStatus, members['reason']]).toEqual(['ValidationException', 400, reason]);
  });

  test('with a token of another question', async () => {
    await three();
    const { nextToken } = await stage.ask('SearchAgreements', { filters: good, maxResults: 1 });
    const other = { filters: [...good, { name: 'Status', values: ['ACTIVE'] }], maxResults: 1, nextToken };
    expect((await refusal(stage.ask('SearchAgreements', other))).members['reason']).toBe('INVALID_NEXT_TOKEN');
  });
});
