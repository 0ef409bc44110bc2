/**
 * The draft of an opportunity: the plain document that the editor changes and that is saved on every change. It may be incomplete and
 * wrong at any time. Its members are those of AWS's record with a small first letter, so that a path in an error of AWS
 * (`customer.account.duns`) is a path of the draft. Everything is text; empty text is a member that AWS's record has not.
 */
import { z } from 'zod';
import { ASSOCIATION_TYPES } from './picklists.ts';

export const OPPORTUNITY_DRAFT_VERSION = 1;

const text = z.string().max(10_000);
const texts = z.array(z.string().max(1000)).max(500);
/** Members of an entry that this version does not know, in AWS's spelling. */
const others = z.record(z.string(), z.unknown()).optional();

export const contactSchema = z.object({
  email: text,
  firstName: text,
  lastName: text,
  businessTitle: text,
  phone: text,
  others,
});
export type OpportunityContact = z.infer<typeof contactSchema>;

export const spendSchema = z.object({
  amount: text,
  currencyCode: text,
  frequency: text,
  targetCompany: text,
  estimationUrl: text,
  others,
});
export type ExpectedSpend = z.infer<typeof spendSchema>;

export const associationSchema = z.object({
  type: z.enum(ASSOCIATION_TYPES),
  id: z.string().max(255),
  /** As a person calls it; empty where it is not known. */
  name: z.string().max(1000),
});
export type Association = z.infer<typeof associationSchema>;

const customerSchema = z.object({
  account: z.object({
    companyName: text,
    industry: text,
    otherIndustry: text,
    websiteUrl: text,
    awsAccountId: text,
    duns: text,
    address: z.object({
      countryCode: text,
      stateOrRegion: text,
      postalCode: text,
      city: text,
      streetAddress: text,
    }),
  }),
  contacts: z.array(contactSchema).max(100),
});

const projectSchema = z.object({
  title: text,
  customerBusinessProblem: text,
  customerUseCase: text,
  deliveryModels: texts,
  salesActivities: texts,
  expectedCustomerSpend: z.array(spendSchema).max(100),
  /** Number of months; empty = none. */
  expectedContractDuration: text,
  competitorName: text,
  otherCompetitorNames: text,
  otherSolutionDescription: text,
  relatedOpportunityIdentifier: text,
  additionalComments: text,
  apnPrograms: texts,
  awsPartition: text,
});

const lifeCycleSchema = z.object({
  stage: text,
  closedLostReason: text,
  targetCloseDate: text,
  nextSteps: text,
  /** Written by AWS; sent back as they came. */
  nextStepsHistory: z.array(z.object({ value: z.string(), time: z.string() })),
  reviewStatus: text,
  reviewComments: text,
  reviewStatusReason: text,
});

export const opportunityBodySchema = z.object({
  partnerOpportunityIdentifier: text,
  nationalSecurity: text,
  opportunityType: text,
  primaryNeedsFromAws: texts,
  customer: customerSchema,
  project: projectSchema,
  lifeCycle: lifeCycleSchema,
  marketing: z.object({
    source: text,
    awsFundingUsed: text,
    useCases: texts,
    channels: texts,
    campaignName: text,
  }),
  softwareRevenue: z.object({
    deliveryModel: text,
    value: z.object({ amount: text, currencyCode: text }),
    effectiveDate: text,
    expirationDate: text,
  }),
  /** Members that this version does not know, by their path in AWS's record, in AWS's spelling. */
  carried: z.record(z.string(), z.unknown()),
});
/** What both sides of a conflict have: the members that an update sends. */
export type OpportunityBody = z.infer<typeof opportunityBodySchema>;

export const opportunityTargetSchema = z.object({
  opportunityId: z.string(),
  /** As AWS gave it last: an update must name exactly this instant. */
  lastModifiedDate: z.string(),
  /** What AWS held when this editing began: against it changes are told, and conflicts merged. */
  base: opportunityBodySchema,
  /** `AWS Referral` or `Partner Referral`; empty where only AWS's summary could tell. */
  origin: z.string(),
  /** What stood beside it. */
  associations: z.array(associationSchema),
});
export type OpportunityTarget = z.infer<typeof opportunityTargetSchema>;

export const opportunityDraftSchema = opportunityBodySchema.extend({
  schemaVersion: z.literal(OPPORTUNITY_DRAFT_VERSION),
  /** What lists call it: its title, or the customer. */
  name: text,
  /** Sent with a new opportunity only; afterwards AWS changes the team by assigning. */
  opportunityTeam: z.array(contactSchema).max(100),
  associations: z.array(associationSchema).max(500),
  /** How it is to be shared with AWS. */
  sharing: z.object({ involvement: text, visibility: text }),
  /** The opportunity at AWS that this draft changes; null = a new one. */
  target: opportunityTargetSchema.nullable(),
  /** The opportunity that this one was cloned from. */
  clonedFrom: z.string().nullable(),
});
export type OpportunityDraft = z.infer<typeof opportunityDraftSchema>;

export function emptyContact(): OpportunityContact {
  return { email: '', firstName: '', lastName: '', businessTitle: '', phone: '' };
}

export function emptyBody(): OpportunityBody {
  return {
    partnerOpportunityIdentifier: '',
    nationalSecurity: '',
    opportunityType: '',
    primaryNeedsFromAws: [],
    customer: {
      account: {
        companyName: '',
        industry: '',
        otherIndustry: '',
        websiteUrl: '',
        awsAccountId: '',
        duns: '',
        address: { countryCode: '', stateOrRegion: '', postalCode: '', city: '', streetAddress: '' },
      },
      contacts: [],
    },
    project: {
      title: '',
      customerBusinessProblem: '',
      customerUseCase: '',
      deliveryModels: [],
      salesActivities: [],
      expectedCustomerSpend: [],
      expectedContractDuration: '',
      competitorName: '',
      otherCompetitorNames: '',
      otherSolutionDescription: '',
      relatedOpportunityIdentifier: '',
      additionalComments: '',
      apnPrograms: [],
      awsPartition: '',
    },
    lifeCycle: {
      stage: '',
      closedLostReason: '',
      targetCloseDate: '',
      nextSteps: '',
      nextStepsHistory: [],
      reviewStatus: '',
      reviewComments: '',
      reviewStatusReason: '',
    },
    marketing: { source: '', awsFundingUsed: '', useCases: [], channels: [], campaignName: '' },
    softwareRevenue: {
      deliveryModel: '',
      value: { amount: '', currencyCode: '' },
      effectiveDate: '',
      expirationDate: '',
    },
    carried: {},
  };
}

/** A fresh draft with what most opportunities have. */
export function createOpportunityDraft(): OpportunityDraft {
  const body = emptyBody();
  return {
    ...body,
    schemaVersion: OPPORTUNITY_DRAFT_VERSION,
    name: '',
    nationalSecurity: 'No',
    opportunityType: 'Net New Business',
    marketing: { ...body.marketing, source: 'None' },
    lifeCycle: { ...body.lifeCycle, stage: 'Prospect' },
    project: {
      ...body.project,
      expectedCustomerSpend: [
        { amount: '', currencyCode: 'USD', frequency: 'Monthly', targetCompany: 'AWS', estimationUrl: '' },
      ],
    },
    opportunityTeam: [],
    associations: [],
    sharing: { involvement: 'Co-Sell', visibility: 'Full' },
    target: null,
    clonedFrom: null,
  };
}

/** What a person calls the opportunity: lists show it. */
export function nameOfOpportunity({ project, customer }: Pick<OpportunityBody, 'project' | 'customer'>): string {
  return project.title.trim() || customer.account.companyName.trim();
}

export function bodyOf(draft: OpportunityDraft): OpportunityBody {
  return opportunityBodySchema.parse(draft);
}
