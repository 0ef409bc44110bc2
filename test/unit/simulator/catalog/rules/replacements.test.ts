/** Replacement offers: what is taken over, what may change, what is refused. */
import { describe, expect, test } from 'vitest';
import type { CatalogState } from '../../../../../src/simulator/catalog/store.ts';
import { seedId } from '../../../../../src/simulator/seed/ids.ts';
import {
  BRAMBLEGATE,
  BUYER,
  createCatalogStage,
  LANTERNFISH,
  QUILLMOOR,
  refusal,
  type CatalogStage,
  type Change,
} from '../../../../support/catalog-stage.ts';
import { fixedWholesale, flexible, forBuyers, resaleSchedule } from '../authorization-changes.ts';
import { contractPricing, fixedTerm, scheduleTerms, usageTerm, validity } from '../offer-changes.ts';
import { agreementId, partnerReplacement, replacement } from '../partner-changes.ts';
import { PRICING, RENEWAL, SCHEDULE, testRefusals, VALIDITY, type Row } from './offer-kinds.ts';

const CREATE = 'CreateReplacementOffer';
const VIA_PARTNER = 'CreateReplacementOfferUsingResaleAuthorization';
const CONTRACT = 'atlas accepted';
const INSTALLMENTS = 'atlas schedule accepted';
const SOLD = { authorization: 'relay-a amendment', offer: 'relay-a sold by partner' };

const inParts = (at: CatalogStage, parts: Record<string, unknown> = {}) =>
  replacement(at, INSTALLMENTS, {
    UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 20 })] },
    UpdatePaymentScheduleTerms: scheduleTerms([[at.day(30), '0']]),
    ...parts,
  });
const throughPartner = (at: CatalogStage, parts: Record<string, unknown> = {}, from = SOLD) =>
  partnerReplacement(at, from, {
    UpdateValidityTerms: validity({ AgreementEndDate: at.day(200) }),
    ...parts,
  });

/** The same world with one agreement changed. */
function withAgreement(slug: string, change: object): CatalogStage {
  const changed = (state: CatalogState): CatalogState => ({
    ...state,
    agreements: state.agreements.map((agreement) =>
      agreement.id === agreementId(slug) ? { ...agreement, ...change } : agreement,
    ),
  });
  return createCatalogStage({ change: changed });
}

async function expectSuccess(stage: CatalogStage, changes: Change[], accountId?: string): Promise<string> {
  const { Status, ChangeSet } = await stage.run(changes, accountId);
  expect(ChangeSet.flatMap(({ ErrorDetailList }) => ErrorDetailList)).toEqual([]);
  expect(Status).toBe('SUCCEEDED');
  return String(ChangeSet[0]?.Entity.Identifier).split('@')[0] ?? '';
}

describe('a replacement is accepted', () => {
  test('of a contract, with the prices and the licence of the agreement', async () => {
    const stage = createCatalogStage();
    const id = await expectSuccess(stage, replacement(stage, CONTRACT, { UpdateLegalTerms: null }));
    const document = await stage.entity(id);
    const before = await stage.entity(seedId('offer', CONTRACT));
    const terms = (entity: Record<string, unknown>, type: string) =>
      (entity['Terms'] as { Type: string }[]).find(({ Type }) => Type === type);
    for (const type of ['ConfigurableUpfrontPricingTerm', 'LegalTerm']) {
      expect(terms(document, type)).toEqual(terms(before, type));
    }
    expect(terms(document, 'ValidityTerm')).toEqual({
      Type: 'ValidityTerm',
      AgreementEndDate: `${stage.day(400)}T23:59:59.999Z`,
    });
    expect(document).toMatchObject({ ProductId: seedId('prod', 'atlas'), Name: 'More of it' });
    expect(document['Rules']).toContainEqual({ Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: [BUYER] } });
  });

  test('of a contract, with other prices', async () => {
    const stage = createCatalogStage();
    await expectSuccess(
      stage,
      replacement(stage, CONTRACT, { UpdatePricingTerms: contractPricing({ users: '900' }, 'P24M') }),
    );
  });

  test('of instalments, whose charges may be 0', async () => {
    const stage = createCatalogStage();
    await expectSuccess(stage, inParts(stage));
    await expectSuccess(stage, inParts(stage, { UpdatePricingTerms: null }));
  });

  test('through the partner who sold, inheriting from the new authorization', async () => {
    const stage = createCatalogStage();
    const id = await expectSuccess(stage, throughPartner(stage), BRAMBLEGATE);
    expect(await stage.entity(id, BRAMBLEGATE)).toMatchObject({
      ResaleAuthorizationId: seedId('resaleauthz', 'relay-a amendment'),
      Rules: expect.arrayContaining([{ Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: [BUYER] } }]),
    });
    expect(await stage.entity(seedId('resaleauthz', 'relay-a amendment'))).toMatchObject({
      OfferDetails: { OfferExtendedStatus: 'Completed-Used' },
    });
  });

  test('as an incomplete draft', async () => {
    const stage = createCatalogStage();
    await expectSuccess(stage, replacement(stage, CONTRACT, { UpdateValidityTerms: null, ReleaseOffer: null }));
  });

  test('of an agreement that has not begun, with a start of its own', async () => {
    const stage = withAgreement(CONTRACT, { startTime: '2099-01-01T00:00:00.000Z' });
    const dates = { AgreementStartDate: stage.day(50), AgreementEndDate: stage.day(414) };
    const codes = await stage.codes(replacement(stage, CONTRACT, { UpdateValidityTerms: validity(dates) }));
    expect(codes[VALIDITY] ?? []).not.toContain('INCOMPATIBLE_AGREEMENT_START_DATE');
  });
});

const ROWS: readonly Row[] = [
  ['usage, which is no contract', (at) => replacement(at, 'driftmeter accepted'), CREATE, 'INCOMPATIBLE_AGREEMENT'],
  ['what a partner sold', (at) => replacement(at, SOLD.offer), CREATE, 'INCOMPATIBLE_AGREEMENT'],
  [
    'no end date',
    (at) => replacement(at, CONTRACT, { UpdateValidityTerms: null }),
    'ReleaseOffer',
    'MISSING_AGREEMENT_END_DATE',
  ],
  [
    'a duration',
    (at) => replacement(at, CONTRACT, { UpdateValidityTerms: validity({ AgreementDuration: 'P12M' }) }),
    VALIDITY,
    'INVALID_AGREEMENT_DURATION',
  ],
  [
    'a start of its own',
    (at) =>
      replacement(at, CONTRACT, {
        UpdateValidityTerms: validity({ AgreementStartDate: at.day(50), AgreementEndDate: at.day(400) }),
      }),
    VALIDITY,
    'INCOMPATIBLE_AGREEMENT_START_DATE',
  ],
  [
    'an end in the past',
    (at) => replacement(at, CONTRACT, { UpdateValidityTerms: validity({ AgreementEndDate: at.day(-1) }) }),
    VALIDITY,
    'INVALID_AGREEMENT_END_DATE',
  ],
  [
    'an end in six years',
    (at) => replacement(at, CONTRACT, { UpdateValidityTerms: validity({ AgreementEndDate: at.day(2200) }) }),
    VALIDITY,
    'INVALID_AGREEMENT_END_DATE',
  ],
  [
    'an end before the offer ends',
    (at) => replacement(at, CONTRACT, { UpdateValidityTerms: validity({ AgreementEndDate: at.day(20) }) }),
    'UpdateAvailability',
    'INVALID_AVAILABILITY_END_DATE',
  ],
  [
    'a buyer',
    (at) => replacement(at, CONTRACT, { UpdateTargeting: { PositiveTargeting: { BuyerAccounts: [BUYER] } } }),
    'UpdateTargeting',
    'INCOMPATIBLE_TARGETING',
  ],
  [
    'another kind of price',
    (at) =>
      replacement(at, CONTRACT, { UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 1 })] } }),
    PRICING,
    'INCOMPATIBLE_AGREEMENT',
  ],
  [
    'a kind of price more',
    (at) =>
      inParts(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ users: 1 }), usageTerm({ users: '1' })] },
      }),
    PRICING,
    'INCOMPATIBLE_AGREEMENT',
  ],
  [
    'instalments that the agreement lacks',
    (at) => replacement(at, CONTRACT, { UpdatePaymentScheduleTerms: scheduleTerms([[at.day(60), '5']]) }),
    SCHEDULE,
    'INCOMPATIBLE_TERMS',
  ],
  ['no instalments', (at) => inParts(at, { [SCHEDULE]: null }), 'ReleaseOffer', 'MISSING_MANDATORY_TERMS'],
  [
    'a charge after its end',
    (at) => inParts(at, { [SCHEDULE]: scheduleTerms([[at.day(401), '5']]) }),
    SCHEDULE,
    'INVALID_CHARGE_DATES',
  ],
  [
    'automatic renewal',
    (at) =>
      replacement(at, CONTRACT, {
        UpdateRenewalTerms: {
          Terms: [{ Type: 'RenewalTerm', PriceIncrease: { Type: 'FixedPercentage', Value: '1.00' } }],
        },
      }),
    RENEWAL,
    'INCOMPATIBLE_TERMS',
  ],
];

describe('a replacement is refused with', () => testRefusals(ROWS));

const PARTNER_ROWS: readonly Row[] = [
  [
    'other grants than its authorization',
    (at) =>
      throughPartner(at, {
        UpdatePricingTerms: { PricingModel: 'Contract', Terms: [fixedTerm({ channels: 3 }, { Duration: 'P6M' })] },
      }),
    PRICING,
    'INCOMPATIBLE_RESALE_AUTHORIZATION',
  ],
  [
    'an authorization for another product',
    (at) => throughPartner(at, {}, { authorization: 'harbor flexible', offer: SOLD.offer }),
    VIA_PARTNER,
    'INCOMPATIBLE_RESALE_AUTHORIZATION',
  ],
  [
    'an authorization of another kind of price',
    (at) => throughPartner(at, {}, { authorization: 'atlas reusable', offer: SOLD.offer }),
    VIA_PARTNER,
    'INCOMPATIBLE_AGREEMENT',
  ],
];

describe('a replacement through a partner is refused with', () => testRefusals(PARTNER_ROWS, BRAMBLEGATE));

test('an authorization that does not name the acceptor is refused', async () => {
  const stage = createCatalogStage();
  await stage.run(
    flexible(
      stage,
      {
        UpdatePricingTerms: fixedWholesale({ channels: 2 }),
        UpdatePaymentScheduleTerms: resaleSchedule([[stage.day(60), '10']]),
        UpdateBuyerTargetingTerms: forBuyers('505050505050'),
      },
      { product: 'relay-a' },
    ),
  );
  const list = await stage.call('ListEntities', { EntityType: 'ResaleAuthorization', MaxResults: 1 });
  const ResaleAuthorizationId = String((list['EntitySummaryList'] as { EntityId: string }[])[0]?.EntityId);
  const [create] = throughPartner(stage);
  const change = { ...create, DetailsDocument: { ...(create?.DetailsDocument as object), ResaleAuthorizationId } };
  expect(await stage.codes([change as Change], BRAMBLEGATE)).toEqual({
    [VIA_PARTNER]: ['INCOMPATIBLE_RESALE_AUTHORIZATION'],
  });
});

test.each(['CANCELLED', 'EXPIRED', 'REPLACED'])('an agreement that is %s cannot be replaced', async (status) => {
  const stage = withAgreement(CONTRACT, { status });
  const codes = await stage.codes(replacement(stage, CONTRACT));
  expect(codes).toHaveProperty(CREATE, ['INCOMPATIBLE_AGREEMENT']);
});

test('an agreement over images cannot be replaced', async () => {
  const stage = withAgreement(CONTRACT, { productId: seedId('prod', 'logbook'), productType: 'AmiProduct' });
  expect(await stage.codes(replacement(stage, CONTRACT))).toHaveProperty(CREATE, ['INCOMPATIBLE_PRODUCT']);
});

test('a direct agreement cannot be replaced through an authorization', async () => {
  const stage = withAgreement(SOLD.offer, { resaleAuthorizationId: null });
  expect(await stage.codes(throughPartner(stage), BRAMBLEGATE)).toHaveProperty(VIA_PARTNER, ['INCOMPATIBLE_AGREEMENT']);
});

test.each([
  ['an agreement that does not exist', 'nowhere', LANTERNFISH],
  ['an agreement of others', CONTRACT, QUILLMOOR],
])('%s is unknown at once', async (_what, slug, accountId) => {
  const stage = createCatalogStage();
  const error = await refusal(stage.start(replacement(stage, slug), {}, accountId));
  expect(error.code).toBe('ResourceNotFoundException');
  expect(error.message).toContain('AgreementId');
});
