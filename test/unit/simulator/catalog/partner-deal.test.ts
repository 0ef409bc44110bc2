/** Deals with three parties: what a partner's offer inherits and shows, who is told what, and how an amendment ends the old agreement. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { AgreementRecord } from '../../../../src/simulator/catalog/model.ts';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import {
  BRAMBLEGATE,
  BUYER,
  createCatalogStage,
  LANTERNFISH,
  refusal,
  type CatalogStage,
  type Change,
} from '../../../support/catalog-stage.ts';
import { authorization, flexible, wholesale } from './authorization-changes.ts';
import { agreementId, partnerOffer, partnerReplacement, replacement } from './partner-changes.ts';
import { validity } from './offer-changes.ts';

type Json = Record<string, unknown>;

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

async function made(changes: Change[], accountId?: string): Promise<string> {
  const { Status, ChangeSet } = await stage.run(changes, accountId);
  expect(ChangeSet.flatMap(({ ErrorDetailList }) => ErrorDetailList)).toEqual([]);
  expect(Status).toBe('SUCCEEDED');
  return String(ChangeSet[0]?.Entity.Identifier).split('@')[0] ?? '';
}

async function termsOf(id: string, accountId = BRAMBLEGATE): Promise<Record<string, Json>> {
  const terms = (await stage.entity(id, accountId))['Terms'] as Json[];
  return Object.fromEntries(terms.map((term) => [String(term['Type']), term]));
}

const accept = (offerId: string, buyerAccountId = BUYER) =>
  stage.service.acceptOffer({ offerId, buyerAccountId }) as unknown as Promise<AgreementRecord>;
const told = () => stage.events.map(({ accountId, detailType }) => [accountId, detailType]);
const forBuyer = { UpdateTargeting: { PositiveTargeting: { BuyerAccounts: [BUYER] } } };

describe("a partner's offer", () => {
  test('takes over prices, licence, buyers and the renewal flag, and names its authorization', async () => {
    const draft = await made(
      partnerOffer(stage, 'relay-b renewal', { UpdateMarkup: null, UpdateTargeting: null, ReleaseOffer: null }),
      BRAMBLEGATE,
    );
    const document = await stage.entity(draft, BRAMBLEGATE);
    expect(document).toMatchObject({
      State: 'Draft',
      ResaleAuthorizationId: seedId('resaleauthz', 'relay-b renewal'),
      ProductId: seedId('prod', 'relay-b'),
      PreExistingAgreement: { AcquisitionChannel: 'AwsMarketplace', PricingModel: 'Contract' },
    });
    expect('MarkupPercentage' in document).toBe(false);
    expect(document['Rules']).toContainEqual({ Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: [BUYER] } });
    const { ConfigurableUpfrontPricingTerm: prices, LegalTerm: licence } = await termsOf(draft);
    expect(prices).toMatchObject({ RateCards: [{ RateCard: [{ DimensionKey: 'channels', Price: '58' }] }] });
    expect(licence).toMatchObject({ Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] });
  });

  test.each([
    ['5.0', '315', '105.00000062'],
    ['0', '300', '100.00000059'],
    ['12.345', '337.035', '112.34500066'],
  ])('with a markup of %s%% raises every price', async (Percentage, users, sites) => {
    const UpdatePricingTerms = wholesale({ users: '300', sites: '100.00000059' });
    const id = await made(authorization({ UpdatePricingTerms }));
    const offer = await made(partnerOffer(stage, id, { UpdateMarkup: { Percentage }, ...forBuyer }), BRAMBLEGATE);
    expect(await stage.entity(offer, BRAMBLEGATE)).toMatchObject({ MarkupPercentage: Percentage });
    const { ConfigurableUpfrontPricingTerm: prices } = await termsOf(offer);
    const [card] = prices?.['RateCards'] as { RateCard: { DimensionKey: string; Price: string }[] }[];
    expect(card?.RateCard.map(({ Price }) => Price)).toEqual([users, sites]);
  });

  test('rounds charges to cents, halves up, and a later markup replaces the first', async () => {
    const id = await made(flexible(stage));
    const offer = await made(
      partnerOffer(stage, id, { UpdateMarkup: { Percentage: '3.3325' }, ReleaseOffer: null }),
      BRAMBLEGATE,
    );
    const amounts = async () => {
      const { Schedule } = (await termsOf(offer))['PaymentScheduleTerm'] as { Schedule: { ChargeAmount: string }[] };
      return Schedule.map(({ ChargeAmount }) => ChargeAmount);
    };
    expect(await amounts()).toEqual(['206.67', '258.33']);
    const again = (Percentage: string): Change => ({
      ChangeType: 'UpdateMarkup',
      Entity: { Type: 'Offer@1.0', Identifier: offer },
      DetailsDocument: { Percentage },
    });
    await made([again('10')], BRAMBLEGATE);
    expect(await amounts()).toEqual(['220', '275']);
    await made([again('0')], BRAMBLEGATE);
    expect(await amounts()).toEqual(['200', '250']);
  });

  test('is the partner’s alone, and lists name the authorization', async () => {
    const id = await made(partnerOffer(stage, 'atlas reusable'), BRAMBLEGATE);
    expect((await refusal(stage.entity(id, LANTERNFISH))).code).toBe('ResourceNotFoundException');
    const filter = { ResaleAuthorizationId: { ValueList: [seedId('resaleauthz', 'atlas reusable')] } };
    const input = { EntityType: 'Offer', EntityTypeFilters: { OfferFilters: filter } };
    const { EntitySummaryList } = await stage.call('ListEntities', input, BRAMBLEGATE);
    const summaries = EntitySummaryList as { EntityId: string; OfferSummary: Json }[];
    expect(summaries.map(({ EntityId }) => EntityId)).toContain(id);
    expect(summaries).toHaveLength(3);
    expect(summaries[0]?.OfferSummary['ResaleAuthorizationId']).toBe(seedId('resaleauthz', 'atlas reusable'));
  });

  test('is announced to the partner and to the manufacturer when it is released', async () => {
    const id = await made(partnerOffer(stage, 'atlas reusable'), BRAMBLEGATE);
    const released = stage.events.filter(({ detailType }) => detailType === 'Offer Released');
    expect(released.map(({ accountId }) => accountId)).toEqual([BRAMBLEGATE, LANTERNFISH]);
    for (const { detail, resources } of released) {
      expect(resources).toEqual([`arn:aws:aws-marketplace:us-east-1:${BRAMBLEGATE}:AWSMarketplace/Offer/${id}`]);
      expect(detail).toMatchObject({
        manufacturer: { accountId: LANTERNFISH, name: 'Lanternfish Software (sample)' },
        sellerOfRecord: { accountId: BRAMBLEGATE, name: 'Bramblegate Resale (sample)' },
        targetedBuyerAccountIds: ['404040404040'],
      });
    }
  });
});

describe('a buyer accepts', () => {
  test("a partner's offer: all three are told, each by its role", async () => {
    const agreement = await accept(seedId('offer', 'cells partner schedule'));
    expect(agreement).toMatchObject({
      proposer: BRAMBLEGATE,
      manufacturer: LANTERNFISH,
      acceptor: BUYER,
      intent: 'NEW',
      resaleAuthorizationId: seedId('resaleauthz', 'cells installments'),
    });
    expect(told()).toEqual([
      [BRAMBLEGATE, 'Purchase Agreement Created - Proposer'],
      [LANTERNFISH, 'Purchase Agreement Created - Manufacturer'],
      [BUYER, 'Purchase Agreement Created - Acceptor'],
    ]);
    expect(stage.events[1]?.detail).toMatchObject({
      agreement: { id: agreement.id, intent: 'NEW', status: 'ACTIVE' },
      resaleAuthorization: { id: seedId('resaleauthz', 'cells installments') },
      proposer: { accountId: BRAMBLEGATE },
    });
  });

  test('a replacement: the old agreement ends at the same instant', async () => {
    const offer = await made(replacement(stage, 'atlas accepted'));
    stage.events.length = 0;
    const agreement = await accept(offer);
    const old = stage.service.agreements().find(({ id }) => id === agreementId('atlas accepted'));
    expect(old).toMatchObject({ status: 'REPLACED', endTime: agreement.acceptedAt });
    expect(agreement).toMatchObject({
      intent: 'REPLACE',
      startTime: agreement.acceptedAt,
      endTime: `${stage.day(400)}T23:59:59.999Z`,
      sourceAgreementId: old?.id,
      initialAgreementId: old?.id,
    });
    expect(told()).toEqual([
      [LANTERNFISH, 'Purchase Agreement Ended - Proposer'],
      [BUYER, 'Purchase Agreement Ended - Acceptor'],
      [LANTERNFISH, 'Purchase Agreement Created - Proposer'],
      [BUYER, 'Purchase Agreement Created - Acceptor'],
    ]);
    expect(stage.events[0]?.detail).toMatchObject({ agreement: { id: old?.id, status: 'REPLACED' } });
    expect(await stage.codes(replacement(stage, 'atlas accepted'))).toHaveProperty('CreateReplacementOffer', [
      'INCOMPATIBLE_AGREEMENT',
    ]);
  });

  test('a replacement through a partner: the chain keeps its first agreement', async () => {
    const origin = { authorization: 'relay-a amendment', offer: 'relay-a sold by partner' };
    const UpdateValidityTerms = validity({ AgreementEndDate: stage.day(200) });
    const offer = await made(partnerReplacement(stage, origin, { UpdateValidityTerms }), BRAMBLEGATE);
    const agreement = await accept(offer);
    expect(agreement).toMatchObject({
      intent: 'REPLACE',
      proposer: BRAMBLEGATE,
      manufacturer: LANTERNFISH,
      initialAgreementId: agreementId('relay-a sold by partner'),
      resaleAuthorizationId: seedId('resaleauthz', 'relay-a amendment'),
    });
    expect(told().filter(([accountId]) => accountId === LANTERNFISH)).toContainEqual([
      LANTERNFISH,
      'Purchase Agreement Ended - Manufacturer',
    ]);
  });

  test('no replacement of what was replaced meanwhile', async () => {
    const [first, second] = [
      await made(replacement(stage, 'atlas accepted')),
      await made(replacement(stage, 'atlas accepted')),
    ];
    await accept(first);
    expect((await refusal(accept(second))).code).toBe('ConflictException');
  });

  test('nothing that was made for somebody else', async () => {
    const offer = seedId('offer', 'atlas partner markup');
    expect((await refusal(accept(offer))).code).toBe('ResourceNotFoundException');
  });
});
