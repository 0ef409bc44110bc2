import { beforeEach, describe, expect, test } from 'vitest';
import { seedId } from '../../../../src/simulator/seed/ids.ts';
import {
  createCatalogStage,
  EULA_URL,
  LANTERNFISH,
  refusal,
  type CatalogStage,
} from '../../../support/catalog-stage.ts';
import { makePdf } from '../../../support/pdf.ts';
import { installmentOffer, onOffer, scheduleTerms, validity } from './offer-changes.ts';

let stage: CatalogStage;
beforeEach(() => {
  stage = createCatalogStage();
});

const arn = (id: string) => `arn:aws:aws-marketplace:us-east-1:${LANTERNFISH}:AWSMarketplace/Offer/${id}`;

describe('DescribeEntity', () => {
  test('shows an offer as AWS does, not as it was sent', async () => {
    const legal = { Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: EULA_URL }] }] };
    const done = await stage.run(
      installmentOffer(stage, {
        UpdateLegalTerms: legal,
        UpdateValidityTerms: validity({ AgreementStartDate: stage.day(60), AgreementEndDate: stage.day(424) }),
        UpdatePaymentScheduleTerms: scheduleTerms([
          [stage.day(200), '6000.50'],
          [stage.day(40), '6000.00'],
        ]),
      }),
    );
    const id = done.ChangeSet[0]?.Entity.Identifier?.split('@')[0] ?? '';
    const answer = await stage.call('DescribeEntity', { EntityId: id });
    const document = answer['DetailsDocument'] as { Terms: { Type: string; Documents?: { Url: string }[] }[] };
    expect(answer).toMatchObject({ EntityType: 'Offer@1.0', EntityIdentifier: `${id}@1`, EntityArn: arn(id) });
    expect(JSON.parse(String(answer['Details']))).toEqual(document);
    expect(JSON.stringify(document)).not.toContain('PricingModel');
    expect(document).toMatchObject({ Id: id, State: 'Released', PreExistingAgreement: null, OfferSetId: null });
    const term = (type: string) => document.Terms.find(({ Type }) => Type === type);
    expect(term('FixedUpfrontPricingTerm')).toMatchObject({ Price: '0' });
    expect(term('PaymentScheduleTerm')).toMatchObject({
      Schedule: [
        { ChargeDate: `${stage.day(40)}T00:00:00.000Z`, ChargeAmount: '6000' },
        { ChargeDate: `${stage.day(200)}T00:00:00.000Z`, ChargeAmount: '6000.5' },
      ],
    });
    expect(term('ValidityTerm')).toMatchObject({
      AgreementStartDate: `${stage.day(60)}T00:00:00.000Z`,
      AgreementEndDate: `${stage.day(424)}T23:59:59.999Z`,
    });
    const url = term('LegalTerm')?.Documents?.[0]?.Url ?? '';
    expect(url).toMatch(/\?AWSAccessKeyId=\w+&Expires=\d+&Signature=[0-9a-f]{64}$/);
    expect(stage.kept.get(url.split('?')[0] ?? '')).toEqual(makePdf());
    expect(document).toMatchObject({
      Rules: [
        { Type: 'AvailabilityRule', AvailabilityEndDate: `${stage.day(30)}T23:59:59.999Z` },
        { Type: 'TargetingRule', PositiveTargeting: { BuyerAccounts: ['777788889999'] } },
      ],
    });
  });

  test('leaves out what a draft does not have, and counts revisions', async () => {
    const id = seedId('offer', 'atlas empty draft');
    expect(await stage.entity(id)).toEqual({
      ...{ Id: id, State: 'Draft', ProductId: seedId('prod', 'atlas') },
      ...{ PreExistingAgreement: null, OfferSetId: null, Terms: [], Rules: [] },
    });
    await stage.run([onOffer('atlas empty draft', 'UpdateInformation', { Name: 'Named' })]);
    const answer = await stage.call('DescribeEntity', { EntityId: id });
    expect(answer['EntityIdentifier']).toBe(`${id}@2`);
    expect(Date.parse(String(answer['LastModifiedDate']))).toBeGreaterThan(stage.clock.now() - 3_700_000);
  });

  test('does not know entities of others', async () => {
    const EntityId = seedId('offer', 'inkwell active');
    expect(await refusal(stage.call('DescribeEntity', { EntityId }))).toMatchObject({ httpStatus: 404 });
  });

  test('answers batches with details and errors side by side', async () => {
    const known = seedId('offer', 'atlas active');
    const request = (EntityId: string) => ({ Catalog: 'AWSMarketplace', EntityId });
    const EntityRequestList = [request(known), request('offer-unknown')];
    const answer = await stage.call('BatchDescribeEntities', { EntityRequestList });
    expect(answer).toMatchObject({
      EntityDetails: { [known]: { EntityType: 'Offer@1.0', DetailsDocument: { Id: known } } },
      Errors: { 'offer-unknown': { ErrorCode: 'ResourceNotFoundException' } },
    });
    expect(JSON.stringify(answer)).not.toContain('"Details":');
    const many = { EntityRequestList: Array(21).fill(request(known)) };
    expect((await refusal(stage.call('BatchDescribeEntities', many))).message).toContain('EntityRequestList');
  });
});

describe('tags', () => {
  test('are set, listed and removed', async () => {
    const ResourceArn = arn(seedId('offer', 'atlas active'));
    const tags = (Tags: object[]) => stage.call('TagResource', { ResourceArn, Tags });
    await tags([{ Key: 'team', Value: 'emea' }]);
    await tags([
      { Key: 'team', Value: 'apac' },
      { Key: 'deal', Value: '1' },
    ]);
    await stage.call('UntagResource', { ResourceArn, TagKeys: ['deal'] });
    expect(await stage.call('ListTagsForResource', { ResourceArn })).toMatchObject({
      Tags: [{ Key: 'team', Value: 'apac' }],
    });
    expect((await refusal(tags([{ Key: 'x'.repeat(129), Value: '' }]))).message).toContain('Tags.0.Key');
    const foreign = ResourceArn.replace(LANTERNFISH, '012345678901');
    expect((await refusal(stage.call('ListTagsForResource', { ResourceArn: foreign }))).httpStatus).toBe(404);
  });
});

test.each(['PutResourcePolicy', 'GetResourcePolicy', 'ListAssessments', 'DescribeAssessment'])(
  '%s answers that it is not simulated yet',
  async (operation) => {
    expect((await refusal(stage.call(operation))).message).toContain('not simulated yet');
  },
);
