/** Offer sets: put together, released, listed, accepted, and refused by each of their rules. */
import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import {
  BUYER,
  createCatalogStage,
  LANTERNFISH,
  QUILLMOOR,
  refusal,
  type CatalogStage,
  type Change,
} from '../../../support/catalog-stage.ts';
import { contractPricing, STANDARD_EULA } from './offer-changes.ts';

type Json = Record<string, unknown>;

const OTHER_BUYER = '606060606060';
const SET = seedId('offerset', 'harbour bundle');
const DRAFT_SET = seedId('offerset', 'signal bundle');

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

const onSet = (ChangeType: string, DetailsDocument: unknown, Identifier = '$Set.Entity.Identifier'): Change => ({
  ChangeType,
  Entity: { Type: 'OfferSet@1.0', Identifier },
  DetailsDocument,
});

const createSet: Change = {
  ChangeType: 'CreateOfferSet',
  ChangeName: 'Set',
  Entity: { Type: 'OfferSet@1.0' },
  DetailsDocument: { Name: 'Bundle' },
};

interface Member {
  readonly product?: string;
  readonly price?: string;
  readonly buyers?: readonly string[];
  readonly until?: number;
  readonly currency?: string;
  readonly setId?: string | null;
  readonly release?: boolean;
}

/** A complete offer made for the set. */
function offer(name: string, member: Member = {}): Change[] {
  const { product = 'atlas', price = 'users', buyers = [BUYER], until = 20, currency = 'USD', release = true } = member;
  const setId = member.setId === undefined ? '$Set.Entity.Identifier' : member.setId;
  const pricing = contractPricing({ [price]: '90' });
  const details: Json = {
    UpdateInformation: { Name: name, Description: name },
    UpdateTargeting: buyers.length > 0 ? { PositiveTargeting: { BuyerAccounts: buyers } } : undefined,
    UpdatePricingTerms: { ...pricing, Terms: pricing.Terms.map((term) => ({ ...term, CurrencyCode: currency })) },
    UpdateLegalTerms: STANDARD_EULA,
    UpdateAvailability: { AvailabilityEndDate: stage.day(until) },
    ReleaseOffer: release ? {} : undefined,
  };
  const Entity = { Type: 'Offer@1.0', Identifier: `$${name}.Entity.Identifier` };
  return [
    {
      ChangeType: 'CreateOffer',
      ChangeName: name,
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ProductId: seedId('prod', product), ...(setId === null ? {} : { OfferSetId: setId }) },
    },
    ...Object.entries(details).flatMap(([ChangeType, DetailsDocument]) =>
      DetailsDocument === undefined ? [] : [{ ChangeType, Entity, DetailsDocument }],
    ),
  ];
}

const associate = (...names: string[]) =>
  onSet('AssociateOffers', { Offers: names.map((name) => ({ OfferId: `$${name}.Entity.Identifier` })) });
const notes = onSet('UpdateInformation', { BuyerNotes: 'Take both.' });
const release = onSet('ReleaseOfferSet', {});

/** Two offers in a set that is released, all in one change set. */
const bundle = (first: Member = {}, second: Member = {}): Change[] => [
  createSet,
  ...offer('One', first),
  ...offer('Two', { product: 'relay-b', price: 'channels', ...second }),
  associate('One', 'Two'),
  notes,
  release,
];

test('offers and their set are made, associated and released in one change set', async () => {
  const { Status, ChangeSet } = await stage.run(bundle());
  expect(ChangeSet.flatMap(({ ErrorDetailList }) => ErrorDetailList)).toEqual([]);
  expect(Status).toBe('SUCCEEDED');
  const idOf = (name: string) =>
    String(ChangeSet.find(({ ChangeName }) => ChangeName === name)?.Entity.Identifier).split('@')[0] ?? '';
  const [set, one, two] = ['Set', 'One', 'Two'].map(idOf);
  expect(set).toMatch(/^offerset-[a-z0-9]{13}$/);
  const document = await stage.entity(set ?? '');
  expect(document).toMatchObject({
    Id: set,
    Name: 'Bundle',
    BuyerNotes: 'Take both.',
    State: 'Released',
    SolutionId: null,
    AssociatedOffers: [{ OfferId: one }, { OfferId: two }],
  });
  expect(await stage.entity(one ?? '')).toMatchObject({ OfferSetId: set });
  const released = stage.events.find(({ detailType }) => detailType === 'OfferSet Released');
  expect(released).toMatchObject({
    accountId: LANTERNFISH,
    resources: [`arn:aws:aws-marketplace:us-east-1:${LANTERNFISH}:AWSMarketplace/OfferSet/${set}`],
    detail: {
      offerSet: { id: set, name: 'Bundle' },
      associatedOffers: [{ offer: { id: one, name: 'One' } }, { offer: { id: two, name: 'Two' } }],
    },
  });
});

describe('a set is refused with', () => {
  const ROWS: readonly (readonly [string, () => Change[], string, string])[] = [
    [
      'one offer',
      () => [createSet, ...offer('One'), associate('One'), notes, release],
      'ReleaseOfferSet',
      'MISSING_OFFERS',
    ],
    ['no notes', () => bundle().filter((change) => change !== notes), 'ReleaseOfferSet', 'MISSING_BUYER_NOTES'],
    ['a draft', () => bundle({ release: false }), 'ReleaseOfferSet', 'DRAFT_OFFERS'],
    [
      'two offers of one product',
      () => bundle({}, { product: 'atlas', price: 'sites' }),
      'AssociateOffers',
      'TOO_MANY_OFFERS_PER_PRODUCT',
    ],
    ['two currencies', () => bundle({}, { currency: 'EUR' }), 'ReleaseOfferSet', 'INCONSISTENT_OFFER_CURRENCY_CODE'],
    ['two end dates', () => bundle({}, { until: 21 }), 'ReleaseOfferSet', 'INCONSISTENT_OFFER_AVAILABILITY_END_DATE'],
    ['two buyers', () => bundle({}, { buyers: [OTHER_BUYER] }), 'ReleaseOfferSet', 'INCONSISTENT_OFFER_TARGETING_RULE'],
    ['an offer for nobody', () => bundle({ buyers: [] }), 'ReleaseOfferSet', 'INCOMPATIBLE_OFFER_TARGETING_RULE'],
    [
      'an offer that was not made for it',
      () => bundle({ setId: null }),
      'AssociateOffers',
      'INCOMPATIBLE_OFFER_SET_REFERENCE',
    ],
    [
      'a change after its release',
      () => [onSet('UpdateInformation', { Name: 'x' }, SET)],
      'UpdateInformation',
      'INVALID_UPDATE_REQUEST',
    ],
    [
      'the removal of what is not in it',
      () => [onSet('DisassociateOffers', { Offers: [{ OfferId: seedId('offer', 'atlas active') }] }, DRAFT_SET)],
      'DisassociateOffers',
      'INVALID_UPDATE_REQUEST',
    ],
  ];

  test.each(ROWS)('%s', async (_what, changes, changeType, code) => {
    expect(await stage.codes(changes())).toHaveProperty(changeType, expect.arrayContaining([code]));
  });

  test('more than seven offers', async () => {
    const seven = [
      'atlas active',
      'beacon expiring',
      'logbook contract',
      'krill contract',
      'cells custom eula',
      'harbor draft',
      'driftmeter active',
    ];
    const Offers = seven.map((slug) => ({ OfferId: seedId('offer', slug) }));
    const codes = await stage.codes([onSet('AssociateOffers', { Offers }, DRAFT_SET)]);
    expect(codes['AssociateOffers']).toContain('TOO_MANY_OFFERS');
    const eight = { Offers: [...Offers, { OfferId: seedId('offer', 'plankton active') }] };
    expect((await refusal(stage.start([onSet('AssociateOffers', eight, DRAFT_SET)]))).message).toContain('Offers');
  });

  test('expired offers', async () => {
    const { ChangeSet } = await stage.run(bundle().filter((change) => change !== release));
    const set = String(ChangeSet[0]?.Entity.Identifier).split('@')[0];
    await stage.clock.advance(30 * 86_400_000);
    expect(await stage.codes([onSet('ReleaseOfferSet', {}, set)])).toEqual({ ReleaseOfferSet: ['EXPIRED_OFFERS'] });
  });

  test.each([
    ['an unknown offer', [onSet('AssociateOffers', { Offers: [{ OfferId: 'offer-nowhere' }] }, DRAFT_SET)], 'OfferId'],
    [
      "somebody else's offer",
      [onSet('AssociateOffers', { Offers: [{ OfferId: seedId('offer', 'inkwell active') }] }, DRAFT_SET)],
      'OfferId',
    ],
    [
      'an unknown set',
      [
        {
          ChangeType: 'CreateOffer',
          Entity: { Type: 'Offer@1.0' },
          DetailsDocument: { ProductId: seedId('prod', 'atlas'), OfferSetId: 'offerset-nowhere' },
        },
      ],
      'OfferSetId',
    ],
  ])('%s, at once', async (_what, changes, named) => {
    const error = await refusal(stage.start(changes));
    expect(error.code).toBe('ResourceNotFoundException');
    expect(error.message).toContain(named);
  });

  test('a solution, which is not simulated', async () => {
    const change = onSet('AssociateSolution', { SolutionId: 'soln-abc' }, DRAFT_SET);
    expect((await refusal(stage.start([change]))).code).toBe('NotSimulatedException');
  });
});

test('offers of a draft set leave it again', async () => {
  const OfferId = seedId('offer', 'relay-b in bundle');
  expect(await stage.codes([onSet('DisassociateOffers', { Offers: [{ OfferId }] }, DRAFT_SET)])).toEqual({});
  expect(await stage.entity(DRAFT_SET)).toMatchObject({ AssociatedOffers: [], State: 'Draft', BuyerNotes: null });
});

describe('the list of sets', () => {
  const list = async (OfferSetFilters: object, accountId?: string) => {
    const input = { EntityType: 'OfferSet', EntityTypeFilters: { OfferSetFilters } };
    const { EntitySummaryList } = await stage.call('ListEntities', input, accountId);
    return EntitySummaryList as { EntityId: string; OfferSetSummary: Json; OfferSummary: null }[];
  };

  test.each([
    [{ State: { ValueList: ['Released'] } }],
    [{ Name: { ValueList: ['Atlas and Beacon together'] } }],
    [{ AssociatedOfferIds: { ValueList: [seedId('offer', 'beacon in bundle')] } }],
    [{ ReleaseDate: { DateRange: { AfterValue: '2020-01-01T00:00:00Z' } } }],
    [{ EntityId: { ValueList: [SET] } }],
  ])('filters by %j', async (filters) => {
    const found = await list(filters);
    expect(found.map(({ EntityId }) => EntityId)).toEqual([SET]);
    expect(found[0]?.OfferSetSummary).toMatchObject({
      State: 'Released',
      AssociatedOfferIds: [seedId('offer', 'atlas in bundle'), seedId('offer', 'beacon in bundle')],
      SolutionId: null,
    });
  });

  test('is the seller’s own, sorts, and knows no wildcard', async () => {
    const State = { ValueList: ['Draft', 'Released'] };
    expect(await list({ State }, QUILLMOOR)).toEqual([]);
    const sorted = await stage.call('ListEntities', {
      EntityType: 'OfferSet',
      EntityTypeSort: { OfferSetSort: { SortBy: 'Name', SortOrder: 'DESCENDING' } },
    });
    expect((sorted['EntitySummaryList'] as { EntityId: string }[]).map(({ EntityId }) => EntityId)).toEqual([
      DRAFT_SET,
      SET,
    ]);
    expect((await refusal(list({ Name: { WildCardValue: 'Atlas' } }))).message).toContain('Name');
  });

  test('offers are found by their set', async () => {
    const OfferFilters = { OfferSetId: { ValueList: [SET] } };
    const answer = await stage.call('ListEntities', { EntityType: 'Offer', EntityTypeFilters: { OfferFilters } });
    expect(answer['EntitySummaryList']).toHaveLength(2);
  });
});

describe('a buyer', () => {
  const accept = (offerSetId: string, buyerAccountId = OTHER_BUYER) =>
    stage.service.acceptOfferSet({ offerSetId, buyerAccountId });

  test('accepts a set: one agreement an offer, each naming the set', async () => {
    const { agreements } = await accept(SET);
    expect(agreements).toMatchObject([
      { offerId: seedId('offer', 'atlas in bundle'), offerSetId: SET },
      { offerId: seedId('offer', 'beacon in bundle'), offerSetId: SET },
    ]);
  });

  test.each([
    ['a draft set', DRAFT_SET, BUYER, 'ResourceNotFoundException'],
    ['what is no set', seedId('offer', 'atlas active'), BUYER, 'ResourceNotFoundException'],
    ['a set for somebody else', SET, BUYER, 'ResourceNotFoundException'],
  ])('cannot accept %s', async (_what, id, buyer, code) => {
    expect((await refusal(accept(id, buyer))).code).toBe(code);
  });

  test('gets none of the offers where one cannot be had', async () => {
    await stage.service.acceptOffer({ offerId: seedId('offer', 'beacon in bundle'), buyerAccountId: OTHER_BUYER });
    const before = stage.service.agreements().length;
    expect((await refusal(accept(SET))).code).toBe('ConflictException');
    expect(stage.service.agreements()).toHaveLength(before);
  });
});

test('20 sets can be in the works at once and no more', async () => {
  const change = (index: number): Change => ({
    ...createSet,
    ChangeName: `Set${'abcdefghijklmnopqrstu'.charAt(index)}`,
  });
  await stage.start(Array.from({ length: 20 }, (_, index) => change(index)));
  const error = await refusal(stage.start([change(20)]));
  expect(error.code).toBe('ServiceQuotaExceededException');
  expect(error.message).toContain('offer sets');
});

test('the world that was saved knows its sets', async () => {
  const before = await stage.entity(SET);
  stage.service.load(JSON.parse(JSON.stringify(stage.service.save())));
  expect(await stage.entity(SET)).toEqual(before);
});
