/** How resale authorizations are described, listed, shared and restricted. */
import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import {
  BRAMBLEGATE,
  BUYER,
  createCatalogStage,
  EULA_URL,
  LANTERNFISH,
  QUILLMOOR,
  refusal,
  type CatalogStage,
} from '../../../support/catalog-stage.ts';
import { authorization, flexible, forBuyers, onAuthorization, wholesale } from './authorization-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

type Json = Record<string, unknown>;

async function created(changes: Parameters<CatalogStage['run']>[0]): Promise<string> {
  const { Status, ChangeSet } = await stage.run(changes);
  expect(Status).toBe('SUCCEEDED');
  return String(ChangeSet[0]?.Entity.Identifier).split('@')[0] ?? '';
}

async function list(accountId: string, more: Json = {}): Promise<(Json & { ResaleAuthorizationSummary: Json })[]> {
  const answer = await stage.call(
    'ListEntities',
    { EntityType: 'ResaleAuthorization', MaxResults: 50, ...more },
    accountId,
  );
  return answer['EntitySummaryList'] as (Json & { ResaleAuthorizationSummary: Json })[];
}

const filtered = (filters: object, accountId = LANTERNFISH) =>
  list(accountId, { EntityTypeFilters: { ResaleAuthorizationFilters: filters } });
const names = (summaries: readonly Json[]) => summaries.map(({ Name }) => Name);

describe('the description', () => {
  test('tells the parties, the product, and ids of terms and rules', async () => {
    const id = await created(
      flexible(stage, {
        UpdateBuyerTargetingTerms: forBuyers(BUYER, QUILLMOOR),
        UpdateNetPaymentTerms: { Terms: [{ Type: 'ResaleNetPaymentTerm', PaymentDuePeriod: 'P45D' }] },
        UpdateBuyerValidityTerms: {
          Terms: [{ Type: 'BuyerValidityTerm', MaximumAgreementStartDate: stage.day(100) }],
        },
      }),
    );
    expect(id).toMatch(/^resaleauthz-[a-z0-9]{13}$/);
    const document = await stage.entity(id);
    expect(document).toMatchObject({
      Name: 'Test authorization',
      Description: 'For a test',
      ProductId: seedId('prod', 'atlas'),
      ProductName: 'Lanternfish Atlas Insights',
      PricingModel: 'Contract',
      Status: 'Active',
      PreExistingBuyerAgreement: null,
      ManufacturerAccountId: LANTERNFISH,
      ManufacturerLegalName: 'Lanternfish Software (sample)',
      OfferDetails: { OfferExtendedStatus: 'Not Started', OfferCreatedCount: 0 },
    });
    expect(document['CreatedDate']).toMatch(/T\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect((document['Dimensions'] as Json[]).map(({ Key }) => Key)).toEqual(['users', 'sites', 'storage_tb']);
    const list = document['Terms'] as Json[];
    expect(list.every(({ Id }) => /^[0-9a-f-]{36}$/.test(String(Id)))).toBe(true);
    const terms = Object.fromEntries(list.map((term) => [String(term['Type']), term]));
    expect(terms).toMatchObject({
      BuyerTargetingTerm: {
        PositiveTargeting: {
          BuyerAccounts: [
            { AwsAccountId: BUYER, LegalName: null },
            { AwsAccountId: QUILLMOOR, LegalName: 'Quillmoor Data (sample)' },
          ],
        },
      },
      ResalePaymentScheduleTerm: {
        Schedule: [
          { ChargeDate: `${stage.day(60)}T00:00:00.000Z`, ChargeAmount: '200' },
          { ChargeDate: `${stage.day(150)}T00:00:00.000Z`, ChargeAmount: '250' },
        ],
      },
      ResaleFixedUpfrontPricingTerm: {
        Price: '0',
        Duration: 'P12M',
        Grants: [{ DimensionKey: 'users', MaxQuantity: 10 }],
      },
      ResaleNetPaymentTerm: { PaymentDuePeriod: 'P45D' },
    });
    expect(document['Rules']).toMatchObject([
      {
        Type: 'AvailabilityRule',
        Usage: 'Limited',
        AvailabilityEndDate: `${stage.day(30)}T23:59:59.999Z`,
        OffersMaxQuantity: 1,
      },
      {
        Type: 'PartnerTargetingRule',
        ResellerAccountId: BRAMBLEGATE,
        ResellerLegalName: 'Bramblegate Resale (sample)',
      },
    ]);
    expect((await stage.entity(id))['Terms']).toEqual(document['Terms']);
  });

  test('shows both custom texts at addresses of AWS, each its own', async () => {
    stage.documents.set('https://example.com/contract.pdf', stage.documents.get(EULA_URL) ?? new Uint8Array());
    const id = await created(
      authorization({
        UpdateLegalTerms: {
          Terms: [
            { Type: 'BuyerLegalTerm', Documents: [{ Type: 'CustomEula', Url: EULA_URL }] },
            {
              Type: 'ResaleLegalTerm',
              Documents: [{ Type: 'CustomResellerContract', Url: 'https://example.com/contract.pdf' }],
            },
          ],
        },
      }),
    );
    const terms = (await stage.entity(id))['Terms'] as { Type: string; Documents?: { Url: string }[] }[];
    const urls = terms.flatMap(({ Documents }) => Documents ?? []).map(({ Url }) => Url);
    expect(urls).toHaveLength(2);
    for (const url of urls) {
      expect(url).toContain(`aws-mp-offer-legal-artifacts-us-east-1-prod/${id}/`);
      expect(stage.kept.has(url.split('?')[0] ?? '')).toBe(true);
    }
    expect(new Set(urls.map((url) => url.split('?')[0])).size).toBe(2);
  });

  test('of a draft holds what is there and no more', async () => {
    expect(await stage.entity(seedId('resaleauthz', 'cells draft'))).toMatchObject({
      Status: 'Draft',
      PricingModel: null,
      Terms: [],
      Rules: [
        { Usage: 'Unlimited', AvailabilityEndDate: null, OffersMaxQuantity: null },
        { ResellerAccountId: BRAMBLEGATE },
      ],
    });
  });
});

test('availability is said anew as a whole', async () => {
  const draft = (details: object) => stage.run([onAuthorization('cells draft', 'UpdateAvailability', details)]);
  const rule = async () => ((await stage.entity(seedId('resaleauthz', 'cells draft')))['Rules'] as Json[])[0];
  await draft({ OffersMaxQuantity: 1 });
  expect(await rule()).toMatchObject({ Usage: 'Limited', OffersMaxQuantity: 1 });
  await draft({ AvailabilityEndDate: stage.day(9) });
  expect(await rule()).toMatchObject({ OffersMaxQuantity: null, AvailabilityEndDate: `${stage.day(9)}T23:59:59.999Z` });
  await draft({});
  expect(await rule()).toMatchObject({ OffersMaxQuantity: null, AvailabilityEndDate: null });
});

describe('the list', () => {
  test('shows every member, the endless one with a date far away', async () => {
    const [summary] = await filtered({ EntityId: { ValueList: [seedId('resaleauthz', 'atlas reusable')] } });
    expect(summary).toMatchObject({
      Name: 'Atlas via Bramblegate, standing',
      EntityType: 'ResaleAuthorization',
      Visibility: null,
      OfferSummary: null,
      ResaleAuthorizationSummary: {
        Name: 'Atlas via Bramblegate, standing',
        ProductId: seedId('prod', 'atlas'),
        ProductName: 'Lanternfish Atlas Insights',
        ManufacturerAccountId: LANTERNFISH,
        ManufacturerLegalName: 'Lanternfish Software (sample)',
        ResellerAccountID: BRAMBLEGATE,
        ResellerLegalName: 'Bramblegate Resale (sample)',
        Status: 'Active',
        OfferExtendedStatus: 'Completed-Usable',
        AvailabilityEndDate: '2099-12-31T23:59:59.999Z',
        ResellerRole: 'ChannelPartner',
        SourceAuthorization: null,
        IssuerAccountId: LANTERNFISH,
      },
    });
    expect(String(summary?.['EntityArn'])).toContain(`:${LANTERNFISH}:AWSMarketplace/ResaleAuthorization/resaleauthz-`);
  });

  test.each([
    [{ Status: { ValueList: ['Draft'] } }, ['Cell Planner, prices to be agreed']],
    [{ Status: { ValueList: ['Restricted'] } }, ['Signal Relay, first generation']],
    [{ Name: { WildCardValue: 'negotiated' } }, ['Beacon with negotiated texts']],
    [{ ResellerAccountID: { ValueList: [QUILLMOOR] } }, ['Plankton via Quillmoor']],
    [{ ResellerLegalName: { WildCardValue: 'quillmoor' } }, ['Plankton via Quillmoor']],
    [{ ProductName: { ValueList: ['Lanternfish Beacon'] } }, ['Beacon with negotiated texts']],
    [{ ProductId: { WildCardValue: seedId('prod', 'driftmeter') } }, ['Driftmeter usage prices']],
    [{ ResellerRole: { ValueList: ['Distributor'] } }, []],
    [{ SourceAuthorization: { ValueList: ['resaleauthz-1'] } }, []],
    [{ IssuerAccountId: { ValueList: [QUILLMOOR] } }, []],
    [
      { OfferExtendedStatus: { ValueList: ['Completed-Usable'] } },
      ['Driftmeter usage prices', 'Atlas via Bramblegate, standing'],
    ],
  ])('filters by %j', async (filters, expected) => {
    expect(names(await filtered(filters))).toEqual(expected);
  });

  test('filters by dates', async () => {
    const at = (offset: number) => `${stage.day(offset)}T00:00:00Z`;
    const between = { DateRange: { AfterValue: at(-13), BeforeValue: at(0) } };
    expect(names(await filtered({ AvailabilityEndDate: between }))).toEqual(['Atlas spring campaign']);
    const old = await filtered({ CreatedDate: { DateRange: { BeforeValue: at(-150) } } });
    expect(names(old)).toEqual(['Signal Relay, first generation']);
  });

  test.each(['Status', 'CreatedDate', 'ResellerAccountID', 'OfferExtendedStatus', 'EntityId', 'LastModifiedDate'])(
    'sorts by %s',
    async (SortBy) => {
      const sorted = await list(LANTERNFISH, {
        EntityTypeSort: { ResaleAuthorizationSort: { SortBy, SortOrder: 'ASCENDING' } },
      });
      const values = sorted.map((summary) =>
        String(SortBy in summary ? summary[SortBy] : summary.ResaleAuthorizationSummary[SortBy]),
      );
      expect(values).toEqual([...values].sort());
      expect(values.length).toBeGreaterThan(10);
    },
  );

  test.each([
    [{ Status: { ValueList: ['Active', 'Expired'] } }, 'Status'],
    [{ Status: { WildCardValue: 'Act' } }, 'Status'],
    [{ ResellerAccountId: { ValueList: [BRAMBLEGATE] } }, 'ResellerAccountId'],
    [{ ResellerAccountID: { WildCardValue: '4444' } }, 'ResellerAccountID'],
    [{ Name: { WildCardValue: 'a' }, ProductName: { WildCardValue: 'b' } }, 'wildcard'],
  ])('refuses the filter %j', async (filters, named) => {
    const error = await refusal(filtered(filters));
    expect(error.code).toBe('ValidationException');
    expect(error.message).toContain(named);
  });
});

describe('sharing', () => {
  const shared = (accountId: string) => list(accountId, { OwnershipType: 'SHARED' });

  test('shows the partner what is made out to it, but no draft and no more than its own', async () => {
    const visible = await shared(BRAMBLEGATE);
    const own = await list(LANTERNFISH);
    const expected = own.filter(
      ({ ResaleAuthorizationSummary: { ResellerAccountID, Status } }) =>
        ResellerAccountID === BRAMBLEGATE && Status !== 'Draft',
    );
    expect(names(visible).sort()).toEqual(names(expected).sort());
    expect(visible.every(({ EntityArn }) => String(EntityArn).includes(`:${LANTERNFISH}:`))).toBe(true);
    expect(await list(BRAMBLEGATE)).toEqual([]);
    expect(await shared(LANTERNFISH)).toEqual([]);
  });

  test('lets the partner describe it, and nobody else', async () => {
    const id = seedId('resaleauthz', 'harbor flexible');
    const document = await stage.entity(id, BRAMBLEGATE);
    expect(document).toEqual(await stage.entity(id));
    expect((await refusal(stage.entity(id, QUILLMOOR))).code).toBe('ResourceNotFoundException');
    expect((await refusal(stage.entity(seedId('resaleauthz', 'cells draft'), BRAMBLEGATE))).code).toBe(
      'ResourceNotFoundException',
    );
  });

  test('never lets the partner change it', async () => {
    const change = onAuthorization('atlas reusable', 'RestrictResaleAuthorization', {});
    expect((await refusal(stage.start([change], {}, BRAMBLEGATE))).code).toBe('ResourceNotFoundException');
  });

  test.each([
    ['the partner', QUILLMOOR, QUILLMOOR, 'plankton quillmoor'],
    ['the manufacturer', QUILLMOOR, BRAMBLEGATE, 'inkwell bramblegate'],
  ])('waits for the service-linked role of %s', async (_who, lacking, partner, slug) => {
    const id = seedId('resaleauthz', slug);
    const visible = async () => (await shared(partner)).some(({ EntityId }) => EntityId === id);
    expect(await visible()).toBe(false);
    expect((await refusal(stage.entity(id, partner))).code).toBe('ResourceNotFoundException');
    stage.giveResaleRole(lacking);
    expect(await visible()).toBe(true);
    expect(await stage.entity(id, partner)).toMatchObject({ Status: 'Active' });
  });

  test('begins with the release', async () => {
    const id = await created(authorization({ ReleaseResaleAuthorization: null }));
    const visible = async () => (await shared(BRAMBLEGATE)).some(({ EntityId }) => EntityId === id);
    expect(await visible()).toBe(false);
    await stage.run([onAuthorization(id, 'ReleaseResaleAuthorization', {})]);
    expect(await visible()).toBe(true);
  });

  test('holds for nothing but authorizations', async () => {
    const answer = await stage.call('ListEntities', { EntityType: 'Offer', OwnershipType: 'SHARED' }, BRAMBLEGATE);
    expect(answer['EntitySummaryList']).toEqual([]);
  });
});

test('a restricted authorization is told as such to both sides', async () => {
  await stage.run([onAuthorization('atlas reusable', 'RestrictResaleAuthorization', {})]);
  const id = seedId('resaleauthz', 'atlas reusable');
  for (const accountId of [LANTERNFISH, BRAMBLEGATE]) {
    expect(await stage.entity(id, accountId)).toMatchObject({ Status: 'Restricted' });
  }
});

test('the world that was saved knows authorizations and roles', async () => {
  stage.giveResaleRole(QUILLMOOR);
  const id = await created(authorization({ UpdatePricingTerms: wholesale({ users: '123.45' }) }));
  const saved: unknown = JSON.parse(JSON.stringify(stage.service.save()));
  const before = await stage.entity(id);
  stage.service.load(saved);
  expect(await stage.entity(id, BRAMBLEGATE)).toEqual(before);
  expect(names(await list(QUILLMOOR, { OwnershipType: 'SHARED' }))).toEqual(['Plankton via Quillmoor']);
});
