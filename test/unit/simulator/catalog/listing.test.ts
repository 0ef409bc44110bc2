import { describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import { BUYER, createCatalogStage, LANTERNFISH, QUILLMOOR, refusal } from '../../../support/catalog-stage.ts';
import { onOffer, privateOffer } from './offer-changes.ts';

const stage = createCatalogStage();

interface Summary {
  readonly EntityId: string;
  readonly Name: string | null;
  readonly Visibility: string | null;
  readonly LastModifiedDate: string;
  readonly OfferSummary: Record<string, unknown> | null;
}

async function list(input: Record<string, unknown>, accountId = LANTERNFISH, at = stage) {
  const answer = await at.call('ListEntities', { MaxResults: 50, ...input }, accountId);
  return answer as { EntitySummaryList: Summary[]; NextToken: string | null };
}

const offers = (filters: object, more: object = {}) =>
  list({ EntityType: 'Offer', EntityTypeFilters: { OfferFilters: filters }, ...more });

const listRefusal = (input: Record<string, unknown>) => refusal(stage.call('ListEntities', input));

describe('ListEntities', () => {
  test('answers 20 a page unless asked, and every entity once over all pages', async () => {
    const seen: string[] = [];
    let token: string | null = null;
    let first = 0;
    do {
      const page: Record<string, unknown> = await stage.call('ListEntities', {
        EntityType: 'Offer',
        ...(token === null ? {} : { NextToken: token }),
      });
      const summaries = page['EntitySummaryList'] as Summary[];
      first ||= summaries.length;
      seen.push(...summaries.map(({ EntityId }) => EntityId));
      token = page['NextToken'] as string | null;
    } while (token !== null);
    expect(first).toBe(20);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(30);
  });

  test('is sorted by the last change, newest first', async () => {
    const { EntitySummaryList } = await list({ EntityType: 'Offer' });
    const dates = EntitySummaryList.map(({ LastModifiedDate }) => LastModifiedDate);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('sorts by any key in either direction', async () => {
    const sorted = await list({
      EntityType: 'SaaSProduct',
      EntityTypeSort: { SaaSProductSort: { SortBy: 'ProductTitle', SortOrder: 'ASCENDING' } },
    });
    const names = sorted.EntitySummaryList.map(({ Name }) => Name ?? '');
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => name === 'Lanternfish Signal Relay')).toHaveLength(2);
  });

  test('shows nulls where AWS does, and names the untitled draft', async () => {
    const { EntitySummaryList } = await list({ EntityType: 'SaaSProduct' });
    const draft = EntitySummaryList.find(({ EntityId }) => EntityId === seedId('prod', 'untitled'));
    expect(draft).toMatchObject({
      Name: `Untitled - ${seedId('prod', 'untitled')}`,
      Visibility: 'Draft',
      OfferSummary: null,
      TypeAttributes: null,
    });
    const [offer] = (await offers({ EntityId: { ValueList: [seedId('offer', 'atlas active')] } })).EntitySummaryList;
    expect(offer).toMatchObject({
      Visibility: 'Private',
      OfferSummary: {
        AvailabilityEndDate: `${stage.day(30)}T23:59:59Z`,
        BuyerAccounts: [BUYER],
        Targeting: ['BuyerAccounts'],
        ResaleAuthorizationId: null,
      },
    });
    const [publicOffer] = (await offers({ EntityId: { ValueList: [seedId('offer', 'public atlas')] } }))
      .EntitySummaryList;
    expect(publicOffer).toMatchObject({ Visibility: null, OfferSummary: { Targeting: ['None'], BuyerAccounts: [] } });
  });

  test('joins filters by and, values by or', async () => {
    const drafts = await offers({ State: { ValueList: ['Draft'] } });
    expect(drafts.EntitySummaryList.length).toBeGreaterThan(0);
    for (const { OfferSummary } of drafts.EntitySummaryList) expect(OfferSummary).toMatchObject({ State: 'Draft' });
    const products = [seedId('prod', 'atlas'), seedId('prod', 'beacon')];
    const both = await offers({
      ProductId: { ValueList: products },
      Targeting: { ValueList: ['BuyerAccounts'] },
      AvailabilityEndDate: { DateRange: { AfterValue: `${stage.day(0)}T00:00:00Z` } },
    });
    expect(both.EntitySummaryList.length).toBeGreaterThan(2);
    for (const { OfferSummary } of both.EntitySummaryList) {
      expect(products).toContain(OfferSummary?.['ProductId']);
      expect(String(OfferSummary?.['AvailabilityEndDate']) >= stage.day(0)).toBe(true);
    }
  });

  test('finds by a part of the name and by a whole buyer account', async () => {
    const named = await offers({ Name: { WildCardValue: 'Osaka' } });
    expect(named.EntitySummaryList.map(({ EntityId }) => EntityId)).toEqual([seedId('offer', 'beacon yen')]);
    const targeted = await offers({ BuyerAccounts: { WildCardValue: '303030303030' } });
    const found = targeted.EntitySummaryList.map(({ EntityId }) => EntityId);
    expect(found).toContain(seedId('offer', 'relay several buyers'));
    expect(found).not.toContain(seedId('offer', 'beacon yen'));
  });

  test('takes the older filters and sort', async () => {
    const { EntitySummaryList } = await list({
      EntityType: 'Offer',
      FilterList: [{ Name: 'EntityId', ValueList: [seedId('offer', 'beacon yen')] }],
      Sort: { SortBy: 'LastModifiedDate', SortOrder: 'ASCENDING' },
    });
    expect(EntitySummaryList).toHaveLength(1);
  });

  test('keeps accounts apart and shares nothing', async () => {
    const own = await list({ EntityType: 'SaaSProduct' }, QUILLMOOR);
    expect(own.EntitySummaryList.map(({ Name }) => Name).sort()).toEqual([
      'Quillmoor Heather Streams',
      'Quillmoor Inkwell Vault',
    ]);
    expect((await list({ EntityType: 'Offer', OwnershipType: 'SHARED' })).EntitySummaryList).toEqual([]);
  });

  test('shows a change only after the lag of the index, while DescribeEntity shows it at once', async () => {
    const lagging = createCatalogStage();
    lagging.service.setIndexLag(7_200_000);
    await lagging.run([onOffer('atlas active', 'UpdateInformation', { Name: 'Fresh name' })]);
    const filter = { OfferFilters: { Name: { ValueList: ['Fresh name'] } } };
    const look = () => list({ EntityType: 'Offer', EntityTypeFilters: filter }, LANTERNFISH, lagging);
    expect(await lagging.entity(seedId('offer', 'atlas active'))).toMatchObject({ Name: 'Fresh name' });
    expect((await look()).EntitySummaryList).toEqual([]);
    await lagging.clock.advance(7_200_000);
    expect((await look()).EntitySummaryList).toHaveLength(1);
  });

  const BAD: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['another catalog', { Catalog: 'Elsewhere', EntityType: 'Offer' }, 'Catalog'],
    ['no type', {}, 'EntityType'],
    ['an unknown type', { EntityType: 'Bicycle' }, 'EntityType'],
    ['0 results', { EntityType: 'Offer', MaxResults: 0 }, 'MaxResults'],
    ['51 results', { EntityType: 'Offer', MaxResults: 51 }, 'MaxResults'],
    ['an invented token', { EntityType: 'Offer', NextToken: 'abc' }, 'NextToken'],
    [
      'two members of the filter union',
      { EntityTypeFilters: { OfferFilters: {}, AmiProductFilters: {} } },
      'EntityTypeFilters',
    ],
    ['filters of another type', { EntityTypeFilters: { AmiProductFilters: {} } }, 'OfferFilters'],
    ['an unknown filter', { EntityTypeFilters: { OfferFilters: { Colour: { ValueList: ['x'] } } } }, 'Colour'],
    [
      'a form the filter lacks',
      { EntityTypeFilters: { OfferFilters: { BuyerAccounts: { ValueList: [BUYER] } } } },
      'BuyerAccounts.ValueList',
    ],
    [
      'half an account',
      { EntityTypeFilters: { OfferFilters: { BuyerAccounts: { WildCardValue: '7777' } } } },
      'BuyerAccounts.WildCardValue',
    ],
    [
      'a value outside the list',
      { EntityTypeFilters: { OfferFilters: { State: { ValueList: ['Expired'] } } } },
      'State',
    ],
    [
      'eleven values',
      { EntityTypeFilters: { OfferFilters: { Name: { ValueList: Array(11).fill('x') } } } },
      'ValueList',
    ],
    [
      'a date without time',
      { EntityTypeFilters: { OfferFilters: { ReleaseDate: { DateRange: { AfterValue: '2027-01-01' } } } } },
      'AfterValue',
    ],
    [
      'two wildcards',
      {
        EntityTypeFilters: { OfferFilters: { Name: { WildCardValue: 'x' }, BuyerAccounts: { WildCardValue: BUYER } } },
      },
      'wildcard',
    ],
    ['an unknown sort key', { EntityTypeSort: { OfferSort: { SortBy: 'Colour' } } }, 'SortBy'],
    ['an unknown order', { EntityTypeSort: { OfferSort: { SortOrder: 'UP' } } }, 'SortOrder'],
    ['an unknown ownership', { OwnershipType: 'MINE' }, 'OwnershipType'],
    ['nine older filters', { FilterList: Array(9).fill({ Name: 'EntityId', ValueList: ['x'] }) }, 'FilterList'],
    ['an unknown older filter', { FilterList: [{ Name: 'Colour', ValueList: ['x'] }] }, 'Name'],
  ];

  test.each(BAD)('refuses %s', async (what, input, word) => {
    const refused = await listRefusal(what === 'no type' ? input : { EntityType: 'Offer', ...input });
    expect(refused).toMatchObject({ code: 'ValidationException', httpStatus: 422 });
    expect(refused.message).toContain(word);
  });

  test('refuses more than eight filters', async () => {
    const values = { ValueList: ['xxx'] };
    const range = { DateRange: { AfterValue: '2027-01-01T00:00:00Z' } };
    const OfferFilters = {
      ...{ EntityId: values, ProductId: values, ResaleAuthorizationId: values, OfferSetId: values, Name: values },
      ...{ TargetAgreementId: values, ReleaseDate: range, AvailabilityEndDate: range, LastModifiedDate: range },
    };
    const refused = await listRefusal({ EntityType: 'Offer', EntityTypeFilters: { OfferFilters } });
    expect(refused.message).toContain('at most 8 filters');
  });

  test('refuses a token of another question', async () => {
    const { NextToken } = await stage.call('ListEntities', { EntityType: 'Offer', MaxResults: 5 });
    const refused = await listRefusal({ EntityType: 'Offer', OwnershipType: 'SELF', NextToken });
    expect(refused.message).toContain('NextToken');
  });

  test('says what is not simulated yet, and who is no seller', async () => {
    expect(await listRefusal({ EntityType: 'Solution' })).toMatchObject({
      message: expect.stringContaining('not simulated yet'),
    });
    const buyer = await refusal(stage.call('ListEntities', { EntityType: 'Offer' }, BUYER));
    expect(buyer).toMatchObject({ code: 'AccessDeniedException', httpStatus: 403 });
  });
});

describe('ListChangeSets', () => {
  test('filters by entity, name, status and time, newest first', async () => {
    const own = createCatalogStage();
    const first = await own.start([onOffer('atlas active', 'UpdateInformation', { Name: 'A' })], {
      ChangeSetName: 'First',
    });
    await own.clock.advance(60_000);
    const second = await own.start(privateOffer(own));
    const ids = async (FilterList: object[], more: object = {}) => {
      const answer = await own.call('ListChangeSets', { FilterList, ...more });
      return (answer['ChangeSetSummaryList'] as { ChangeSetId: string }[]).map(({ ChangeSetId }) => ChangeSetId);
    };
    const all = await own.call('ListChangeSets');
    expect((all['ChangeSetSummaryList'] as object[])[0]).toMatchObject({
      ChangeSetId: second,
      ChangeSetName: `Submitted by ${LANTERNFISH}`,
      Status: 'PREPARING',
      EndTime: null,
      EntityIdList: [],
    });
    expect(await ids([{ Name: 'EntityId', ValueList: [seedId('offer', 'atlas active')] }])).toEqual([first]);
    expect(await ids([{ Name: 'EntityId', ValueList: [seedId('prod', 'atlas')] }])).toEqual([second]);
    expect(await ids([{ Name: 'ChangeSetName', ValueList: ['First'] }])).toEqual([first]);
    expect(await ids([{ Name: 'Status', ValueList: ['SUCCEEDED', 'FAILED'] }])).toEqual([first]);
    const between = new Date(own.clock.now() - 30_000).toISOString().slice(0, 19);
    expect(await ids([{ Name: 'AfterStartTime', ValueList: [`${between}Z`] }])).toEqual([second]);
    expect(await ids([{ Name: 'BeforeEndTime', ValueList: [`${between}Z`] }])).toEqual([first]);
    expect(await ids([], {}).catch((error: Error) => error.message)).toContain('FilterList');
    const bad = await refusal(
      own.call('ListChangeSets', { FilterList: [{ Name: 'Status', ValueList: ['CANCELED'] }] }),
    );
    expect(bad.message).toContain('CANCELLED');
    expect((await refusal(own.call('ListChangeSets', { MaxResults: 21 }))).message).toContain('MaxResults');
  });

  test('forgets after 60 days', async () => {
    const own = createCatalogStage();
    await own.run([onOffer('atlas active', 'UpdateInformation', { Name: 'A' })]);
    await own.clock.advance(61 * 86_400_000);
    expect((await own.call('ListChangeSets'))['ChangeSetSummaryList']).toEqual([]);
  });
});
