/** What an opportunity is made of on the wire, with its limits. Its rules of business are elsewhere. */
import {
  AwsFundingUsed,
  AwsPartition,
  Channel,
  ClosedLostReason,
  CompetitorName,
  CountryCode,
  CurrencyCode,
  DeliveryModel,
  ExpectedContractDurationTerm,
  Industry,
  MarketingSource,
  NationalSecurity,
  OpportunityOrigin,
  OpportunityType,
  PrimaryNeedFromAws,
  RevenueModel,
  ReviewStatus,
  SalesActivity,
  Stage,
} from '@aws-sdk/client-partnercentral-selling';
import { instant, list, nullable, oneOf, required, struct, text, whole, type Members } from './shape.ts';
import * as values from './values.ts';

const { upTo } = values;

const address = struct({
  City: upTo(255),
  PostalCode: upTo(20),
  StateOrRegion: text(),
  CountryCode: oneOf(CountryCode),
  StreetAddress: upTo(255),
});

const account = struct({
  Industry: oneOf(Industry),
  OtherIndustry: upTo(255),
  CompanyName: required(upTo(120)),
  WebsiteUrl: upTo(255, 4),
  AwsAccountId: values.awsAccount,
  Address: address,
  Duns: values.duns,
});

const contact = struct({
  Email: values.email,
  FirstName: upTo(80),
  LastName: upTo(80),
  BusinessTitle: upTo(80),
  Phone: values.phone,
});

export const assignee = struct({
  Email: required(values.email),
  FirstName: required(upTo(80)),
  LastName: required(upTo(80)),
  BusinessTitle: required(upTo(80)),
  Phone: values.phone,
});

/** The guide's `None` is for the entry of the contract's whole value; the model names `Monthly` alone. */
const frequency = oneOf(['Monthly', 'None']);

const spend = struct({
  Amount: values.amount,
  CurrencyCode: required(oneOf(CurrencyCode)),
  Frequency: required(frequency),
  TargetCompany: required(upTo(80, 1)),
  EstimationUrl: text(),
});

const duration = struct({
  Term: required(oneOf(ExpectedContractDurationTerm)),
  Value: required(text({ pattern: whole('([1-9]|[1-9][0-9]|1[0-3][0-9]|14[0-4])') })),
});

const project = struct({
  DeliveryModels: list(oneOf(DeliveryModel)),
  ExpectedCustomerSpend: list(spend, { max: 10 }),
  ExpectedContractDuration: nullable(duration),
  Title: upTo(255),
  ApnPrograms: list(text()),
  CustomerBusinessProblem: upTo(2000, 20),
  CustomerUseCase: text(),
  RelatedOpportunityIdentifier: values.opportunityId,
  SalesActivities: list(oneOf(SalesActivity)),
  CompetitorName: oneOf(CompetitorName),
  OtherCompetitorNames: upTo(255),
  OtherSolutionDescription: upTo(255),
  AdditionalComments: upTo(255, 1),
  AwsPartition: oneOf(AwsPartition),
});

const lifeCycle = struct({
  Stage: oneOf(Stage),
  ClosedLostReason: oneOf(ClosedLostReason),
  NextSteps: upTo(255),
  TargetCloseDate: values.date,
  ReviewStatus: oneOf(ReviewStatus),
  ReviewComments: text(),
  ReviewStatusReason: text(),
  NextStepsHistory: list(struct({ Value: required(text()), Time: required(instant) }), { max: 50 }),
});

const marketing = struct({
  CampaignName: text(),
  Source: oneOf(MarketingSource),
  UseCases: list(text()),
  Channels: list(oneOf(Channel)),
  AwsFundingUsed: oneOf(AwsFundingUsed),
});

const softwareRevenue = struct({
  DeliveryModel: oneOf(RevenueModel),
  Value: struct({ Amount: required(values.monetaryAmount), CurrencyCode: required(oneOf(CurrencyCode)) }),
  EffectiveDate: values.date,
  ExpirationDate: values.date,
});

export const tags = list(struct({ Key: required(values.tagKey), Value: required(values.tagValue) }), {
  min: 1,
  max: 200,
});

/** What Create and Update have in common. */
const content: Members = {
  PrimaryNeedsFromAws: list(oneOf(PrimaryNeedFromAws)),
  NationalSecurity: oneOf(NationalSecurity),
  PartnerOpportunityIdentifier: upTo(64),
  Customer: struct({ Account: account, Contacts: list(contact) }),
  Project: project,
  OpportunityType: oneOf(OpportunityType),
  Marketing: marketing,
  SoftwareRevenue: softwareRevenue,
  LifeCycle: lifeCycle,
};

export const createOpportunityRequest = struct({
  Catalog: required(values.catalog),
  ClientToken: required(values.clientToken),
  ...content,
  Origin: oneOf(OpportunityOrigin),
  OpportunityTeam: list(contact, { max: 10 }),
  Tags: tags,
});

export const updateOpportunityRequest = struct({
  Catalog: required(values.catalog),
  Identifier: required(values.opportunityId),
  LastModifiedDate: required(instant),
  ...content,
});
