/** Good offers of channel partners, and refusals by the limits of their authorizations. */
import { describe, expect, test } from 'vitest';
import { seedId } from '../../../../../src/simulator/seed/ids.ts';
import {
  BRAMBLEGATE,
  BUYER,
  createCatalogStage,
  EULA_URL,
  LANTERNFISH,
  QUILLMOOR,
  refusal,
  type CatalogStage,
  type Change,
} from '../../../../support/catalog-stage.ts';
import { authorization, onAuthorization, wholesale } from '../authorization-changes.ts';
import {
  contractPricing,
  fixedTerm,
  onOffer,
  privateOffer,
  scheduleTerms,
  usageTerm,
  validity,
} from '../offer-changes.ts';
import { partnerOffer } from '../partner-changes.ts';
import { eula, PRICING, SCHEDULE, testRefusals, VALIDITY, type Row } from './offer-kinds.ts';

const MISMATCH = 'INCOMPATIBLE_RESALE_AUTHORIZATION';
const TARGETING = 'UpdateTargeting';
const forBuyer = (...BuyerAccounts: string[]) => ({ UpdateTargeting: { PositiveTargeting: { BuyerAccounts } } });
const net = (PaymentDuePeriod: string) => ({
  UpdateNetPaymentTerms: { Terms: [{ Type: 'NetPaymentTerm', PaymentDuePeriod }] },
});
const usageRates = { api_calls: '0.00009', gb_scanned: '0.035' };

/** The dates of the seeded authorization 'harbor flexible'. */
function harborDates(at: CatalogStage): [string, string] {
  const today = at.day(0);
  const month = (ahead: number) => {
    const [year = 0, number = 1] = today.split('-').map(Number);
    return new Date(Date.UTC(year, number - 1 + ahead, 1)).toISOString().slice(0, 10);
  };
  return [month(2), month(8)];
}

/** Own prices within what 'harbor flexible' allows. */
const ownPrices = (at: CatalogStage, parts: Record<string, unknown> = {}) => {
  const [first, second] = harborDates(at);
  return partnerOffer(at, 'harbor flexible', {
    ...forBuyer(BUYER),
    UpdateMarkup: null,
    UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ seats: 25 }, { Duration: 'P12M' })] },
    UpdatePaymentScheduleTerms: scheduleTerms([
      [second, '9500.00'],
      [first, '9000.00'],
    ]),
    ...parts,
  });
};

describe('an offer of a partner is accepted', () => {
  const GOOD: readonly (readonly [string, (at: CatalogStage) => Change[]])[] = [
    ['with a markup', (at) => partnerOffer(at, 'atlas reusable')],
    ['without one', (at) => partnerOffer(at, 'atlas reusable', { UpdateMarkup: null })],
    ['with a markup on instalments', (at) => partnerOffer(at, 'harbor flexible', forBuyer(BUYER))],
    [
      'for the buyers that the authorization names',
      (at) => partnerOffer(at, 'harbor flexible', { UpdateTargeting: null }),
    ],
    ['with its own prices', (at) => ownPrices(at)],
    ['with its own prices after a markup was taken back', (at) => ownPrices(at, { UpdateMarkup: { Percentage: '0' } })],
    ['with its own instalments alone', (at) => ownPrices(at, { UpdatePricingTerms: null })],
    [
      'with the usage prices of the authorization beside its own',
      (at) =>
        ownPrices(at, {
          UpdatePricingTerms: {
            PricingModel: 'Contract',
            Terms: [fixedTerm({ seats: 25 }, { Duration: 'P12M' }), usageTerm(usageRates)],
          },
        }),
    ],
    [
      'of an image by the hour and the year',
      (at) =>
        partnerOffer(at, 'moorings hourly and annual', {
          UpdateValidityTerms: validity({ AgreementDuration: 'P450D' }),
        }),
    ],
    [
      'of usage',
      (at) => partnerOffer(at, 'driftmeter usage', { UpdateValidityTerms: validity({ AgreementDuration: 'P90D' }) }),
    ],
    [
      'that starts later',
      (at) =>
        partnerOffer(at, 'harbor future dated', {
          UpdateValidityTerms: validity({ AgreementStartDate: at.day(100), AgreementEndDate: yearAfter(at.day(100)) }),
        }),
    ],
    ['to be paid as late as the authorization allows', (at) => partnerOffer(at, 'harbor future dated', net('P60D'))],
    ['with a licence of its own', (at) => partnerOffer(at, 'atlas reusable', { UpdateLegalTerms: eula(EULA_URL) })],
  ];

  test.each(GOOD)('%s', async (_what, changes) => {
    const stage = createCatalogStage();
    const { Status, ChangeSet } = await stage.run(changes(stage), BRAMBLEGATE);
    expect(ChangeSet.flatMap(({ ErrorDetailList }) => ErrorDetailList)).toEqual([]);
    expect(Status).toBe('SUCCEEDED');
  });
});

/** The day before the same day of the next year. */
function yearAfter(day: string): string {
  const next = Date.UTC(Number(day.slice(0, 4)) + 1, Number(day.slice(5, 7)) - 1, Number(day.slice(8)) - 1);
  return new Date(next).toISOString().slice(0, 10);
}

const ROWS: readonly Row[] = [
  [
    'a buyer that the authorization does not name',
    (at) => partnerOffer(at, 'logbook single use', forBuyer('505050505050')),
    TARGETING,
    MISMATCH,
  ],
  [
    '26 buyers',
    (at) =>
      partnerOffer(
        at,
        'atlas reusable',
        forBuyer(...Array.from({ length: 26 }, (_, index) => String(100_000_000_001 + index))),
      ),
    TARGETING,
    'TOO_MANY_BUYER_ACCOUNTS',
  ],
  [
    'no buyers',
    (at) => partnerOffer(at, 'atlas reusable', { UpdateTargeting: null }),
    'ReleaseOffer',
    'MISSING_BUYER_ACCOUNTS',
  ],
  [
    'no end date',
    (at) => partnerOffer(at, 'atlas reusable', { UpdateAvailability: null }),
    'ReleaseOffer',
    'MISSING_AVAILABILITY_END_DATE',
  ],
  ['usage without a duration', (at) => partnerOffer(at, 'driftmeter usage'), 'ReleaseOffer', 'MISSING_MANDATORY_TERMS'],
  [
    'an image whose term outlives its agreement',
    (at) =>
      partnerOffer(at, 'moorings hourly and annual', { UpdateValidityTerms: validity({ AgreementDuration: 'P370D' }) }),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    'a start after the latest one',
    (at) =>
      partnerOffer(at, 'harbor future dated', {
        UpdateValidityTerms: validity({ AgreementStartDate: at.day(201), AgreementEndDate: yearAfter(at.day(201)) }),
      }),
    VALIDITY,
    MISMATCH,
  ],
  [
    'another duration than the authorization',
    (at) => ownPrices(at, { UpdateValidityTerms: validity({ AgreementDuration: 'P18M' }) }),
    VALIDITY,
    MISMATCH,
  ],
  [
    'a longer net payment period',
    (at) => partnerOffer(at, 'harbor future dated', net('P90D')),
    'UpdateNetPaymentTerms',
    MISMATCH,
  ],
  // Markup
  [
    'a markup above every price',
    (at) => partnerOffer(at, 'harbor flexible', { ...forBuyer(BUYER), UpdateMarkup: { Percentage: '999999999' } }),
    'UpdateMarkup',
    'INVALID_MARKUP_PERCENTAGE',
  ],
  [
    'own prices beside a markup',
    (at) => ownPrices(at, { UpdateMarkup: { Percentage: '5' }, UpdatePaymentScheduleTerms: null }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'own instalments beside a markup',
    (at) => ownPrices(at, { UpdateMarkup: { Percentage: '5' } }),
    SCHEDULE,
    'INCOMPATIBLE_MARKUP_PERCENTAGE',
  ],
  [
    'a markup on a released offer',
    () => [onOffer('atlas partner markup', 'UpdateMarkup', { Percentage: '2' })],
    'UpdateMarkup',
    'INCOMPATIBLE_TERMS',
  ],
  // Own prices
  [
    'a rate card of its own',
    (at) =>
      partnerOffer(at, 'atlas reusable', { UpdateMarkup: null, UpdatePricingTerms: contractPricing({ users: '500' }) }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'other usage prices',
    (at) =>
      ownPrices(at, {
        UpdatePricingTerms: {
          PricingModel: 'Contract',
          Terms: [fixedTerm({ seats: 25 }, { Duration: 'P12M' }), usageTerm({ ...usageRates, api_calls: '1' })],
        },
      }),
    PRICING,
    'INCOMPATIBLE_TERMS',
  ],
  [
    'a fixed price where the authorization has none',
    (at) =>
      partnerOffer(at, 'atlas reusable', {
        UpdateMarkup: null,
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 1 }, { Duration: 'P12M' })] },
      }),
    PRICING,
    MISMATCH,
  ],
  [
    'instalments where the authorization has none',
    (at) =>
      partnerOffer(at, 'atlas reusable', {
        UpdateMarkup: null,
        UpdatePaymentScheduleTerms: scheduleTerms([[at.day(60), '5']]),
      }),
    SCHEDULE,
    MISMATCH,
  ],
  [
    'other grants',
    (at) =>
      ownPrices(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ seats: 26 }, { Duration: 'P12M' })] },
      }),
    PRICING,
    MISMATCH,
  ],
  [
    'another term',
    (at) =>
      ownPrices(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ seats: 25 }, { Duration: 'P24M' })] },
      }),
    PRICING,
    MISMATCH,
  ],
  [
    'another currency',
    (at) =>
      ownPrices(at, {
        UpdatePricingTerms: {
          PricingModel: 'Contract',
          Terms: [fixedTerm({ seats: 25 }, { Duration: 'P12M', CurrencyCode: 'EUR' })],
        },
      }),
    PRICING,
    MISMATCH,
  ],
  [
    'another charge date',
    (at) =>
      ownPrices(at, {
        UpdatePaymentScheduleTerms: scheduleTerms([
          [harborDates(at)[0], '9000'],
          [at.day(300), '9500'],
        ]),
      }),
    SCHEDULE,
    MISMATCH,
  ],
  [
    'less than it owes',
    (at) =>
      ownPrices(at, {
        UpdatePaymentScheduleTerms: scheduleTerms([
          [harborDates(at)[0], '8000'],
          [harborDates(at)[1], '7999.99'],
        ]),
      }),
    SCHEDULE,
    MISMATCH,
  ],
  [
    'another pricing model',
    (at) =>
      ownPrices(at, {
        UpdatePricingTerms: { PricingModel: 'Usage', Terms: [fixedTerm({ seats: 25 }, { Duration: 'P12M' })] },
      }),
    PRICING,
    'INCOMPATIBLE_PRICING_MODEL',
  ],
];

describe('an offer of a partner is refused with', () => testRefusals(ROWS, BRAMBLEGATE));

test('own prices leave no way back to a markup', async () => {
  const stage = createCatalogStage();
  const { ChangeSet } = await stage.run(ownPrices(stage, { ReleaseOffer: null }), BRAMBLEGATE);
  const Identifier = String(ChangeSet[0]?.Entity.Identifier).split('@')[0];
  const markup = {
    ChangeType: 'UpdateMarkup',
    Entity: { Type: 'Offer@1.0', Identifier },
    DetailsDocument: { Percentage: '4' },
  };
  expect(await stage.codes([markup as Change], BRAMBLEGATE)).toEqual({ UpdateMarkup: ['INCOMPATIBLE_TERMS'] });
});

test('a direct offer has no markup', async () => {
  const stage = createCatalogStage();
  const changes = privateOffer(stage, { UpdateMarkup: { Percentage: '5' } });
  expect(await stage.codes(changes)).toEqual({ UpdateMarkup: ['INCOMPATIBLE_MARKUP'] });
});

describe('nothing is begun', () => {
  const SYNCHRONOUS: readonly (readonly [string, string, string, string])[] = [
    ['an authorization that does not exist', 'resaleauthz-nowhere', BRAMBLEGATE, 'ResourceNotFoundException'],
    ['one that is not shared', 'inkwell bramblegate', BRAMBLEGATE, 'ResourceNotFoundException'],
    ["somebody else's", 'atlas reusable', QUILLMOOR, 'ResourceNotFoundException'],
    ['a draft', 'cells draft', BRAMBLEGATE, 'ResourceNotFoundException'],
    ['a restricted one', 'relay-a restricted', BRAMBLEGATE, 'ValidationException'],
    ['an expired one', 'atlas expired', BRAMBLEGATE, 'ValidationException'],
    ['one that is used up', 'krill consumed', BRAMBLEGATE, 'ValidationException'],
    ['an account that is no partner', 'atlas reusable', LANTERNFISH, 'ValidationException'],
  ];

  test.each(SYNCHRONOUS)('from %s', async (_what, slug, accountId, code) => {
    const stage = createCatalogStage();
    const error = await refusal(stage.start(partnerOffer(stage, slug), {}, accountId));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(
      slug === 'atlas reusable' && accountId === LANTERNFISH ? /channel partner/ : /ResaleAuthorizationId/,
    );
  });

  test('by an account whose verification is not finished', async () => {
    const stage = createCatalogStage({
      change: (state) => ({ ...state, sellers: state.sellers.map((seller) => ({ ...seller, verified: false })) }),
    });
    const error = await refusal(stage.start(partnerOffer(stage, 'atlas reusable'), {}, BRAMBLEGATE));
    expect(error.message).toContain('not a verified seller');
  });
});

describe('what happens to the authorization meanwhile', () => {
  const draftOf = async (stage: CatalogStage, slug: string) => {
    const { ChangeSet } = await stage.run(partnerOffer(stage, slug, { ReleaseOffer: null }), BRAMBLEGATE);
    return String(ChangeSet[0]?.Entity.Identifier).split('@')[0] ?? '';
  };
  const release = (Identifier: string): Change => ({
    ChangeType: 'ReleaseOffer',
    Entity: { Type: 'Offer@1.0', Identifier },
    DetailsDocument: {},
  });

  test('a restriction stops drafts, and leaves what is released', async () => {
    const stage = createCatalogStage();
    const draft = await draftOf(stage, 'atlas reusable');
    await stage.run([onAuthorization('atlas reusable', 'RestrictResaleAuthorization', {})]);
    expect(await stage.codes([release(draft)], BRAMBLEGATE)).toEqual({ ReleaseOffer: [MISMATCH] });
    const released = await stage.entity(seedId('offer', 'atlas partner markup'), BRAMBLEGATE);
    expect(released).toMatchObject({ State: 'Released' });
    const extend = onOffer('atlas partner markup', 'UpdateAvailability', { AvailabilityEndDate: stage.day(60) });
    expect(await stage.codes([extend], BRAMBLEGATE)).toEqual({});
  });

  test('its end stops drafts too', async () => {
    const stage = createCatalogStage();
    await stage.run(
      authorization({
        UpdatePricingTerms: wholesale({ users: '1' }),
        UpdateAvailability: { AvailabilityEndDate: stage.day(2) },
      }),
    );
    const list = await stage.call('ListEntities', { EntityType: 'ResaleAuthorization', MaxResults: 1 });
    const id = String((list['EntitySummaryList'] as { EntityId: string }[])[0]?.EntityId);
    const draft = await draftOf(stage, id);
    await stage.clock.advance(3 * 86_400_000);
    expect(await stage.codes([release(draft)], BRAMBLEGATE)).toEqual({ ReleaseOffer: [MISMATCH] });
  });

  test('one that is good for a single offer is used up by the first draft', async () => {
    const stage = createCatalogStage();
    const changes = partnerOffer(stage, 'harbor flexible', { UpdateTargeting: null, ReleaseOffer: null });
    await stage.start(changes, {}, BRAMBLEGATE);
    expect((await refusal(stage.start(changes, {}, BRAMBLEGATE))).code).toBe('ResourceInUseException');
    await stage.clock.advance(60_000);
    expect((await refusal(stage.start(changes, {}, BRAMBLEGATE))).message).toContain('used up');
    const details = { OfferExtendedStatus: 'Completed-Used', OfferCreatedCount: 1 };
    expect(await stage.entity(seedId('resaleauthz', 'harbor flexible'))).toMatchObject({ OfferDetails: details });
  });

  test('two offers of one change set count as two', async () => {
    const stage = createCatalogStage();
    const creation = (ChangeName: string, slug: string): Change => ({
      ChangeType: 'CreateOfferUsingResaleAuthorization',
      ChangeName,
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ResaleAuthorizationId: seedId('resaleauthz', slug) },
    });
    const both = (slug: string) => [creation('One', slug), creation('Two', slug)];
    expect(await stage.codes(both('harbor flexible'), BRAMBLEGATE)).toEqual({
      CreateOfferUsingResaleAuthorization: [MISMATCH],
    });
    expect(await stage.codes(both('beacon custom texts'), BRAMBLEGATE)).toEqual({});
    expect(await stage.entity(seedId('resaleauthz', 'beacon custom texts'))).toMatchObject({
      OfferDetails: { OfferExtendedStatus: 'Completed-Usable', OfferCreatedCount: 2 },
    });
  });

  test('a failed change set uses nothing', async () => {
    const stage = createCatalogStage();
    await stage.run(partnerOffer(stage, 'harbor flexible', forBuyer('505050505050')), BRAMBLEGATE);
    expect(await stage.entity(seedId('resaleauthz', 'harbor flexible'))).toMatchObject({
      OfferDetails: { OfferCreatedCount: 0 },
    });
  });
});
