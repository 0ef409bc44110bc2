import { beforeEach, describe, expect, it } from 'vitest';
import { BUYER } from '../../../support/catalog-stage.ts';
import { opportunityDraft } from '../../../support/opportunity-draft.ts';
import {
  changed,
  createSellingStage,
  OWN_OFFER,
  type Json,
  type SellingStage,
} from '../../../support/selling-stage.ts';

let stage: SellingStage;
beforeEach(() => {
  const entity = (arn: string, state = 'Released') => ({
    id: arn.split('/').at(-1) ?? '',
    owner: arn.split(':')[4] ?? '',
    arn,
    state,
  });
  stage = createSellingStage([
    entity(OWN_OFFER),
    entity(OWN_OFFER.replace('offer-own', 'offer-draft'), 'Draft'),
    entity(OWN_OFFER.replace('offer-own', 'offer-other')),
    entity(OWN_OFFER.replace('Offer/offer-own', 'OfferSet/offerset-own')),
    entity(OWN_OFFER.replace('111122223333', '012345678901').replace('offer-own', 'offer-foreign')),
  ]);
});

const update = (got: Json, changes: Json = {}) => ({ ...got, Identifier: got['Id'], ...changes });

async function submitted(): Promise<Json> {
  const got = await stage.created({ ...opportunityDraft() });
  await stage.relate(got['Id'], 'Solutions', 'S-1');
  const AwsSubmission = { InvolvementType: 'Co-Sell' };
  const asked = { Identifier: got['Id'], ClientToken: `submit ${String(got['Id'])}`, AwsSubmission };
  expect(await stage.ask('StartEngagementFromOpportunityTask', asked)).toMatchObject({ TaskStatus: 'COMPLETE' });
  return stage.get(got['Id']);
}

async function approved(): Promise<Json> {
  const { Id } = await submitted();
  stage.service.review({ id: String(Id), status: 'Approved', comments: null, reason: null });
  return stage.get(Id);
}

describe('what hangs on an opportunity', () => {
  const relation = (got: Json, RelatedEntityType: string, RelatedEntityIdentifier: string) => ({
    OpportunityIdentifier: got['Id'],
    RelatedEntityType,
    RelatedEntityIdentifier,
  });
  const ISSUE = ['relatedEntityIdentifier INVALID_VALUE'];

  it.each([
    ['an inactive solution', 'Solutions', 'S-2'],
    ['a solution of the Sandbox', 'Solutions', 'S-1234567'],
    ['a draft of an offer', 'AwsMarketplaceOffers', OWN_OFFER.replace('offer-own', 'offer-draft')],
    [
      'an offer of another',
      'AwsMarketplaceOffers',
      OWN_OFFER.replace('111122223333', '012345678901').replace('offer-own', 'offer-foreign'),
    ],
    ['an offer by its id', 'AwsMarketplaceOffers', 'offer-own'],
    [
      'an unknown solution of the Marketplace',
      'AwsMarketplaceSolutions',
      OWN_OFFER.replace('Offer/offer-own', 'Solution/soln-1'),
    ],
  ])('is not %s', async (_what, type, id) => {
    const got = await stage.created({ ...opportunityDraft() });
    expect(await stage.refusal('AssociateOpportunity', relation(got, type, id))).toEqual(ISSUE);
  });

  it('is one offer or one set, of one opportunity', async () => {
    const got = await stage.created({ ...opportunityDraft() });
    const other = await stage.created({ ...opportunityDraft() });
    await stage.relate(got['Id'], 'AwsMarketplaceOffers', OWN_OFFER);
    const offer = relation(got, 'AwsMarketplaceOffers', OWN_OFFER.replace('offer-own', 'offer-other'));
    expect(await stage.refusal('AssociateOpportunity', offer)).toEqual(['relatedEntityIdentifier TOO_MANY_VALUES']);
    const set = relation(got, 'AwsMarketplaceOfferSets', OWN_OFFER.replace('Offer/offer-own', 'OfferSet/offerset-own'));
    expect(await stage.refusal('AssociateOpportunity', set)).toEqual(['relatedEntityIdentifier TOO_MANY_VALUES']);
    expect(await stage.refusal('AssociateOpportunity', relation(other, 'AwsMarketplaceOffers', OWN_OFFER))).toEqual(
      ISSUE,
    );
    expect(await stage.refusal('DisassociateOpportunity', relation(other, 'Solutions', 'S-1'))).toBe(
      'ResourceNotFoundException',
    );
  });

  it('stays on a deal that AWS knows, and no offer comes or goes once it is lost', async () => {
    const got = await approved();
    expect(await stage.refusal('DisassociateOpportunity', relation(got, 'Solutions', 'S-1'))).toEqual([
      'relatedEntityIdentifier ACTION_NOT_PERMITTED',
    ]);
    const lost = changed(changed(got, 'LifeCycle.Stage', 'Closed Lost'), 'LifeCycle.ClosedLostReason', 'Price');
    await stage.ask('UpdateOpportunity', update(lost));
    expect(await stage.refusal('AssociateOpportunity', relation(got, 'AwsMarketplaceOffers', OWN_OFFER))).toEqual([
      'relatedEntityType ACTION_NOT_PERMITTED',
    ]);
  });
});

describe('an approved opportunity', () => {
  it.each([
    ['Customer.Account.CompanyName', 'Another'],
    ['Customer.Account.Industry', 'Retail'],
    ['Customer.Account.WebsiteUrl', 'https://another.example.com'],
    ['Customer.Account.Address.PostalCode', '97202'],
    ['Customer.Account.Address.StateOrRegion', 'Texas'],
    ['PartnerOpportunityIdentifier', 'CRM-2'],
    ['Project.CustomerBusinessProblem', 'Drivers plan their routes on slates every morning.'],
    ['Project.Title', 'Another title'],
  ])('keeps %s', async (path, value) => {
    const got = await approved();
    const field = path
      .split('.')
      .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
      .join('.');
    expect(await stage.refusal('UpdateOpportunity', update(changed(got, path, value)))).toEqual([
      `${field} ACTION_NOT_PERMITTED`,
    ]);
  });

  it.each([
    ['Customer.Account.Address.City', 'Salem'],
    ['Customer.Account.Duns', '123456789'],
    ['LifeCycle.TargetCloseDate', '2049-07-01'],
    ['LifeCycle.NextSteps', 'Sign'],
    ['Project.DeliveryModels', ['Resell']],
    ['Project.CustomerUseCase', 'Storage & Backup'],
  ])('lets %s change', async (path, value) => {
    const got = await approved();
    expect(await stage.refusal('UpdateOpportunity', update(changed(got, path, value)))).toBeNull();
  });

  it('is won with an account of the customer and the revenue, and then stands still', async () => {
    const got = await approved();
    const won = changed(got, 'LifeCycle.Stage', 'Launched');
    expect(await stage.refusal('UpdateOpportunity', update(won))).toEqual([
      'customer.account.awsAccountId REQUIRED_FIELD_MISSING',
      'softwareRevenue.deliveryModel REQUIRED_FIELD_MISSING',
      'softwareRevenue.value REQUIRED_FIELD_MISSING',
      'softwareRevenue.effectiveDate REQUIRED_FIELD_MISSING',
      'softwareRevenue.expirationDate REQUIRED_FIELD_MISSING',
    ]);
    const SoftwareRevenue = {
      DeliveryModel: 'Contract',
      Value: { Amount: '9000', CurrencyCode: 'USD' },
      EffectiveDate: '2026-12-01',
      ExpirationDate: '2027-11-30',
    };
    const complete = changed(won, 'Customer.Account.AwsAccountId', '123456789012');
    await stage.ask('UpdateOpportunity', update({ ...complete, SoftwareRevenue }));
    const launched = await stage.get(got['Id']);
    const back = changed(launched, 'LifeCycle.Stage', 'Committed');
    expect(await stage.refusal('UpdateOpportunity', update(back))).toEqual(['lifeCycle.stage ACTION_NOT_PERMITTED']);
    const comment = changed(launched, 'Project.AdditionalComments', 'Well done');
    expect(await stage.refusal('UpdateOpportunity', update(comment))).toBeNull();
    const summary = await stage.ask('GetAwsOpportunitySummary', { RelatedOpportunityIdentifier: got['Id'] });
    expect(summary).toMatchObject({ LifeCycle: { Stage: 'Launched', TargetCloseDate: '2049-06-30' } });
  });

  it('cannot be committed without a solution', async () => {
    const draft = await stage.created({ ...opportunityDraft() });
    const committed = update(changed(draft, 'LifeCycle.Stage', 'Committed'));
    expect(await stage.refusal('UpdateOpportunity', committed)).toEqual([
      'relatedEntityIdentifiers.solutions REQUIRED_FIELD_MISSING',
    ]);
  });
});

describe('a submission', () => {
  const start = (got: Json, InvolvementType: string) =>
    stage.ask('StartEngagementFromOpportunityTask', {
      Identifier: got['Id'],
      ClientToken: `submit ${String(got['Id'])} ${InvolvementType}`,
      AwsSubmission: { InvolvementType },
    });

  it.each([
    ['Project.CustomerUseCase', undefined, 'project.customerUseCase is required'],
    ['Project.SalesActivities', [], 'project.salesActivities is required'],
    ['Project.DeliveryModels', undefined, 'project.deliveryModels is required'],
    ['Marketing', undefined, 'marketing.source is required'],
    ['Customer.Account.Address.PostalCode', '9931', 'United States postal code must be in 99999 OR 99999-9999 format.'],
    [
      'Customer.Account.Address',
      { CountryCode: 'CA', PostalCode: '12345' },
      'The postal code is invalid for country Canada',
    ],
  ])('without a good %s (%j) fails as a task', async (path, value, text) => {
    const got = await stage.created(changed(opportunityDraft(), path, value));
    await stage.relate(got['Id'], 'Solutions', 'S-1');
    expect(await start(got, 'Co-Sell')).toMatchObject({
      TaskStatus: 'FAILED',
      ReasonCode: 'OpportunitySubmissionFailed',
      Message: expect.stringContaining(text),
      EngagementId: expect.stringMatching(/^eng-/),
    });
    expect(await stage.get(got['Id'])).toMatchObject({ LifeCycle: { ReviewStatus: 'Pending Submission' } });
  });

  it('needs no postal code where a country has none', async () => {
    const draft = changed(opportunityDraft(), 'Customer.Account.Address', { CountryCode: 'AE' });
    const got = await stage.created(draft);
    await stage.relate(got['Id'], 'Solutions', 'S-1');
    expect(await start(got, 'Co-Sell')).toMatchObject({ TaskStatus: 'COMPLETE' });
  });

  it('for visibility has no needs of co-sell, and may get them later but not lose them', async () => {
    const seen = await stage.created({ ...opportunityDraft() });
    await stage.relate(seen['Id'], 'Solutions', 'S-1');
    expect(await start(seen, 'For Visibility Only')).toMatchObject({
      Message: 'Cannot submit opportunity with InvolvementType For Visibility Only when PrimaryNeedsFromAws Is Co-Sell',
    });
    const got = await stage.created({ ...opportunityDraft({ PrimaryNeedsFromAws: [] }) });
    await stage.relate(got['Id'], 'Solutions', 'S-1');
    expect(await start(got, 'For Visibility Only')).toMatchObject({ TaskStatus: 'COMPLETE' });
    stage.service.review({ id: String(got['Id']), status: 'Approved', comments: null, reason: null });
    const needs = { PrimaryNeedsFromAws: ['Co-Sell - Deal Support'] };
    await stage.ask('UpdateOpportunity', update(await stage.get(got['Id']), needs));
    const summary = await stage.ask('GetAwsOpportunitySummary', { RelatedOpportunityIdentifier: got['Id'] });
    expect(summary).toMatchObject({
      InvolvementType: 'Co-Sell',
      InvolvementTypeChangeReason: 'Change in Deal Information',
    });
    const back = update(await stage.get(got['Id']), { PrimaryNeedsFromAws: [] });
    expect(await stage.refusal('UpdateOpportunity', back)).toEqual(['primaryNeedsFromAws ACTION_NOT_PERMITTED']);
  });

  it('by SubmitOpportunity alone needs an engagement', async () => {
    const got = await stage.created({ ...opportunityDraft() });
    const asked = { Identifier: got['Id'], InvolvementType: 'Co-Sell' };
    expect(await stage.refusal('SubmitOpportunity', asked)).toEqual(['identifier INVALID_RESOURCE_STATE']);
    await start(got, 'Co-Sell');
    expect(await stage.refusal('SubmitOpportunity', asked)).toEqual([
      'relatedEntityIdentifiers REQUIRED_FIELD_MISSING',
    ]);
    await stage.relate(got['Id'], 'Solutions', 'S-1');
    expect(await stage.ask('SubmitOpportunity', asked)).toEqual({});
    expect(await stage.get(got['Id'])).toMatchObject({ LifeCycle: { ReviewStatus: 'Submitted' } });
  });

  it('waits for whatever the reviewers are told to say', async () => {
    stage.service.controls.review = {
      answer: 'Rejected',
      comments: 'Known already',
      reason: 'Other',
      startMs: 10,
      answerMs: 10,
    };
    const got = await submitted();
    await stage.clock.advance(20);
    expect(await stage.get(got['Id'])).toMatchObject({
      LifeCycle: { ReviewStatus: 'Rejected', ReviewComments: 'Known already', ReviewStatusReason: 'Other' },
    });
    expect(stage.events.map(({ detailType }) => detailType)).toContain('Engagement Invitation Rejected');
    expect(await stage.refusal('UpdateOpportunity', update(await stage.get(got['Id'])))).toEqual([
      'lifeCycle.reviewStatus INVALID_RESOURCE_STATE',
    ]);
  });
});

it('is not for accounts that are not linked, nor for operations that do not exist', async () => {
  expect(await stage.refusal('ListOpportunities', {}, BUYER)).toBe('AccessDeniedException');
  expect(await stage.refusal('DeleteOpportunity')).toBe('UnknownOperationException');
});
