import { beforeAll, describe, expect, it } from 'vitest';
import { opportunityDraft } from '../../../support/opportunity-draft.ts';
import { changed, createSellingStage, type Json, type SellingStage } from '../../../support/selling-stage.ts';

let stage: SellingStage;
beforeAll(() => {
  stage = createSellingStage();
});

const AWS_SPEND = { Amount: '100', CurrencyCode: 'USD', Frequency: 'Monthly', TargetCompany: 'AWS' };
const SELF_SPEND = { Amount: '3600', CurrencyCode: 'USD', Frequency: 'None', TargetCompany: 'Self' };
const TERM = { Term: 'Months', Value: '36' };
const ESTIMATE = `https://calculator.aws/#/estimate?id=${'a1'.repeat(16)}`;

const refusalOf = (path: string, value: unknown) =>
  stage.refusal('CreateOpportunity', changed(opportunityDraft(), path, value));

describe('the format of an opportunity', () => {
  it.each([
    ['Catalog', 'Elsewhere', 'catalog INVALID_VALUE'],
    ['ClientToken', undefined, 'clientToken REQUIRED_FIELD_MISSING'],
    ['PartnerOpportunityIdentifier', 'x'.repeat(65), 'partnerOpportunityIdentifier INVALID_STRING_FORMAT'],
    ['PrimaryNeedsFromAws', ['Do Not Need Support'], 'primaryNeedsFromAws.1.member INVALID_ENUM_VALUE'],
    ['Customer.Account.CompanyName', 'x'.repeat(121), 'customer.account.companyName INVALID_STRING_FORMAT'],
    ['Customer.Account.Duns', '12345678', 'customer.account.duns INVALID_STRING_FORMAT'],
    ['Customer.Account.AwsAccountId', '12 34', 'customer.account.awsAccountId INVALID_STRING_FORMAT'],
    ['Customer.Account.Address.CountryCode', 'XK', 'customer.account.address.countryCode INVALID_ENUM_VALUE'],
    ['Customer.Contacts', [{ Phone: '0815' }], 'customer.contacts.1.member.phone INVALID_STRING_FORMAT'],
    ['Project.CustomerBusinessProblem', 'x'.repeat(19), 'project.customerBusinessProblem INVALID_STRING_FORMAT'],
    ['Project.AdditionalComments', '', 'project.additionalComments INVALID_STRING_FORMAT'],
    ['Project.CompetitorName', 'Other', 'project.competitorName INVALID_ENUM_VALUE'],
    [
      'Project.ExpectedContractDuration',
      { Term: 'Months', Value: '145' },
      'project.expectedContractDuration.value INVALID_STRING_FORMAT',
    ],
    [
      'Project.ExpectedCustomerSpend',
      [{ ...AWS_SPEND, Amount: '1e3' }],
      'project.expectedCustomerSpend.1.member.amount INVALID_STRING_FORMAT',
    ],
    ['Project.ExpectedCustomerSpend', Array(11).fill(AWS_SPEND), 'project.expectedCustomerSpend TOO_MANY_VALUES'],
    ['LifeCycle.TargetCloseDate', '2049-13-01', 'lifeCycle.targetCloseDate INVALID_STRING_FORMAT'],
    ['OpportunityTeam', Array(11).fill({}), 'opportunityTeam TOO_MANY_VALUES'],
    ['Tags', [], 'tags NOT_ENOUGH_VALUES'],
  ])('%s = %j', async (path, value, issue) => {
    expect(await refusalOf(path, value)).toEqual([issue]);
  });

  it('is no matter of values alone', async () => {
    expect(await refusalOf('Project', 'text')).toBe('SerializationException');
    expect(await refusalOf('Customer.Contacts', {})).toBe('SerializationException');
  });
});

describe('the rules of an opportunity', () => {
  it.each([
    ['Customer.Account.Industry', undefined, 'customer.account.industry REQUIRED_FIELD_MISSING'],
    ['Customer.Account.Industry', 'Other', 'customer.account.otherIndustry REQUIRED_FIELD_MISSING'],
    ['Customer.Account.WebsiteUrl', undefined, 'customer.account.websiteUrl REQUIRED_FIELD_MISSING'],
    [
      'Customer.Account.Address.StateOrRegion',
      undefined,
      'customer.account.address.stateOrRegion REQUIRED_FIELD_MISSING',
    ],
    ['Customer.Account.Address.StateOrRegion', 'OR', 'customer.account.address.stateOrRegion INVALID_VALUE'],
    ['NationalSecurity', 'Yes', 'customer.account.industry INVALID_VALUE'],
    ['Project.Title', ' ', 'project.title REQUIRED_FIELD_MISSING'],
    ['Project.CustomerUseCase', 'Juggling', 'project.customerUseCase INVALID_VALUE'],
    ['Project.CompetitorName', '*Other', 'project.otherCompetitorNames REQUIRED_FIELD_MISSING'],
    ['Project.OtherCompetitorNames', 'Someone', 'project.otherCompetitorNames INVALID_VALUE'],
    ['OpportunityType', 'Flat Renewal', 'project.relatedOpportunityIdentifier REQUIRED_FIELD_MISSING'],
    ['Project.ExpectedCustomerSpend', [], 'project.expectedCustomerSpend REQUIRED_FIELD_MISSING'],
    [
      'Project.ExpectedCustomerSpend',
      [{ ...AWS_SPEND, Amount: '0' }],
      'project.expectedCustomerSpend.amount VALUE_OUT_OF_RANGE',
    ],
    [
      'Project.ExpectedCustomerSpend',
      [{ ...AWS_SPEND, Amount: '1000000000000001' }],
      'project.expectedCustomerSpend.amount VALUE_OUT_OF_RANGE',
    ],
    [
      'Project.ExpectedCustomerSpend',
      [{ ...AWS_SPEND, CurrencyCode: 'GBP' }],
      'project.expectedCustomerSpend.currencyCode INVALID_VALUE',
    ],
    [
      'Project.ExpectedCustomerSpend',
      [{ ...AWS_SPEND, CurrencyCode: 'EUR' }],
      'project.expectedCustomerSpend.currencyCode INVALID_VALUE',
    ],
    ['Project.AwsPartition', 'aws-eusc', 'project.expectedCustomerSpend.currencyCode INVALID_VALUE'],
    [
      'Project.ExpectedCustomerSpend',
      [{ ...AWS_SPEND, Frequency: 'None' }],
      'project.expectedCustomerSpend.frequency INVALID_VALUE',
    ],
    ['Project.ExpectedCustomerSpend', [SELF_SPEND], 'project.expectedContractDuration INVALID_VALUE'],
    ['Project.ExpectedContractDuration', TERM, 'project.expectedCustomerSpend INVALID_VALUE'],
    ['Marketing', { Source: 'Marketing Activity' }, 'marketing.awsFundingUsed REQUIRED_FIELD_MISSING'],
    ['Marketing', { Source: 'None', CampaignName: 'Spring' }, 'marketing.source INVALID_VALUE'],
    [
      'Marketing',
      { Source: 'Marketing Activity', AwsFundingUsed: 'No', UseCases: ['Juggling'] },
      'marketing.useCases INVALID_VALUE',
    ],
    ['LifeCycle.TargetCloseDate', undefined, 'lifeCycle.targetCloseDate REQUIRED_FIELD_MISSING'],
    ['LifeCycle.TargetCloseDate', '2026-11-20', 'lifeCycle.targetCloseDate INVALID_VALUE'],
    ['LifeCycle.TargetCloseDate', '2086-11-22', 'lifeCycle.targetCloseDate INVALID_VALUE'],
    ['LifeCycle.Stage', 'Closed Lost', 'lifeCycle.closedLostReason REQUIRED_FIELD_MISSING'],
    [
      'SoftwareRevenue',
      { EffectiveDate: '2027-02-01', ExpirationDate: '2027-01-01' },
      'softwareRevenue.effectiveDate INVALID_VALUE',
    ],
    ['Origin', 'AWS Referral', 'origin INVALID_VALUE'],
  ])('%s = %j', async (path, value, issue) => {
    expect(await refusalOf(path, value)).toEqual([issue]);
  });

  it.each([
    ['two entries for Self', [SELF_SPEND, SELF_SPEND], 'project.expectedCustomerSpend INVALID_VALUE'],
    [
      'another target',
      [SELF_SPEND, { ...AWS_SPEND, TargetCompany: 'Elsewhere' }],
      'project.expectedCustomerSpend.targetCompany INVALID_VALUE',
    ],
    [
      'a calculator address for Self',
      [{ ...SELF_SPEND, EstimationUrl: ESTIMATE }],
      'project.expectedCustomerSpend.estimationUrl INVALID_VALUE',
    ],
  ])('a whole contract with %s', async (_what, spend, issue) => {
    const draft = changed(opportunityDraft(), 'Project.ExpectedContractDuration', TERM);
    expect(await stage.refusal('CreateOpportunity', changed(draft, 'Project.ExpectedCustomerSpend', spend))).toEqual([
      issue,
    ]);
  });

  it('let websites and states be absent in matters of national security', async () => {
    const secret = changed(changed(opportunityDraft(), 'NationalSecurity', 'Yes'), 'Customer.Account', {
      CompanyName: 'Office of Lanterns',
      Industry: 'Government',
      Address: { CountryCode: 'DE' },
    });
    const got = await stage.created(secret);
    expect(got).toMatchObject({ Customer: { Account: { Address: { CountryCode: 'US' } } } });
  });

  it('correct some things without a word', async () => {
    const spend = { ...AWS_SPEND, TargetCompany: 'Somebody', EstimationUrl: 'https://example.com' };
    const draft = changed(
      changed(opportunityDraft(), 'Project.ExpectedCustomerSpend', [spend]),
      'Project.ApnPrograms',
      ['Windows', 'Doors'],
    );
    const got = await stage.created(changed(draft, 'Project.RelatedOpportunityIdentifier', 'O1'));
    expect(got['Project']).toMatchObject({
      ExpectedCustomerSpend: [{ TargetCompany: 'AWS', Amount: '100' }],
      ApnPrograms: ['Windows'],
    });
    expect(JSON.stringify(got['Project'])).not.toMatch(/EstimationUrl|RelatedOpportunityIdentifier/);
  });

  it('take the amount from a good calculator address, and refuse a broken one', async () => {
    const { Amount: _amount, ...rest } = AWS_SPEND;
    const good = await stage.created(
      changed(opportunityDraft(), 'Project.ExpectedCustomerSpend', [{ ...rest, EstimationUrl: ESTIMATE }]),
    );
    expect((good['Project'] as Json)['ExpectedCustomerSpend']).toMatchObject([
      { Amount: expect.stringMatching(/^\d+$/), EstimationUrl: ESTIMATE },
    ]);
    expect(
      await refusalOf('Project.ExpectedCustomerSpend', [{ ...rest, EstimationUrl: 'https://example.com' }]),
    ).toEqual(['project.expectedCustomerSpend.estimationUrl INVALID_VALUE']);
  });
});
