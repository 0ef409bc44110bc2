/** A complete opportunity, and arbitrary ones. */
import fc from 'fast-check';
import {
  createOpportunityDraft,
  emptyBody,
  type OpportunityBody,
  type OpportunityDraft,
  type OpportunityTarget,
} from '../../src/shared/domain/opportunity/draft.ts';
import { PICKLISTS } from '../../src/shared/domain/opportunity/picklists.ts';

export const TODAY = '2026-11-21';

const fresh = createOpportunityDraft();

/** Everything that AWS asks for to take it and to review it; no rule says anything about it. */
export const COMPLETE: OpportunityDraft = {
  ...fresh,
  partnerOpportunityIdentifier: 'crm-0007',
  primaryNeedsFromAws: ['Co-Sell - Deal Support'],
  customer: {
    account: {
      companyName: 'Example Corp',
      industry: 'Retail',
      otherIndustry: '',
      websiteUrl: 'www.example.com',
      awsAccountId: '',
      duns: '',
      address: {
        countryCode: 'US',
        stateOrRegion: 'New York',
        postalCode: '10001',
        city: 'New York',
        streetAddress: '1 Main St',
      },
    },
    contacts: [
      { email: 'ana@example.com', firstName: 'Ana', lastName: 'Lima', businessTitle: 'CTO', phone: '+14155550100' },
    ],
  },
  project: {
    ...fresh.project,
    title: 'Move the shop',
    customerBusinessProblem: 'The shop is slow whenever many people buy at once.',
    customerUseCase: 'Migration / Database Migration',
    deliveryModels: ['SaaS or PaaS'],
    salesActivities: ['Conducted POC / Demo'],
    competitorName: 'On-Prem',
    expectedCustomerSpend: [
      { amount: '12500', currencyCode: 'USD', frequency: 'Monthly', targetCompany: 'AWS', estimationUrl: '' },
    ],
  },
  lifeCycle: { ...fresh.lifeCycle, stage: 'Qualified', targetCloseDate: '2027-03-31', nextSteps: 'Send the offer' },
  opportunityTeam: [
    { email: 'sam@partner.example', firstName: 'Sam', lastName: 'Ito', businessTitle: 'OpportunityOwner', phone: '' },
  ],
  associations: [{ type: 'Solutions', id: 'S-0000001', name: 'Shop in the cloud' }],
};

/** The same as AWS holds it, with a review status. */
export function heldAs(reviewStatus: string, changes: Partial<OpportunityBody['lifeCycle']> = {}): OpportunityDraft {
  const { opportunityTeam: _team, ...held } = COMPLETE;
  const draft = { ...held, opportunityTeam: [], lifeCycle: { ...held.lifeCycle, reviewStatus, ...changes } };
  return { ...draft, target: targetOf(draft) };
}

export function targetOf(draft: OpportunityDraft): OpportunityTarget {
  return {
    opportunityId: 'O1234567',
    lastModifiedDate: '2026-11-20T10:00:00.123Z',
    base: pick(draft),
    origin: 'Partner Referral',
    associations: draft.associations,
  };
}

export function pick(draft: OpportunityBody): OpportunityBody {
  const names = Object.keys(emptyBody()) as (keyof OpportunityBody)[];
  return Object.fromEntries(names.map((name) => [name, draft[name]])) as OpportunityBody;
}

const text = fc.string({ maxLength: 30 });
const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });
const oneOf = (values: readonly string[]) => fc.constantFrom('', ...values);
const others = fc.option(fc.record({ NewMember: fc.constantFrom<unknown>('new', 7, { Deep: [true] }) }), {
  nil: undefined,
});
/** AWS returns no entry without any member. */
const given = fc.string({ minLength: 1, maxLength: 30 });

const withOthers = <T extends object>(entry: fc.Arbitrary<T>) =>
  fc.tuple(entry, others).map(([value, more]) => (more === undefined ? value : { ...value, others: more }));

const contact = withOthers(
  fc.record({ email: given, firstName: text, lastName: text, businessTitle: text, phone: text }),
);
const spend = withOthers(
  fc.record({ amount: given, currencyCode: text, frequency: text, targetCompany: text, estimationUrl: text }),
);

/** Any body that an editor or AWS may leave: nothing in it needs to make sense. */
export const anyBody: fc.Arbitrary<OpportunityBody> = fc.record({
  partnerOpportunityIdentifier: text,
  nationalSecurity: oneOf(PICKLISTS.yesNo),
  opportunityType: oneOf(PICKLISTS.opportunityType),
  primaryNeedsFromAws: some(PICKLISTS.need),
  customer: fc.record({
    account: fc.record({
      companyName: text,
      industry: oneOf(PICKLISTS.industry),
      otherIndustry: text,
      websiteUrl: text,
      awsAccountId: fc.constantFrom('', '000012345678'),
      duns: fc.constantFrom('', '001110011'),
      address: fc.record({
        countryCode: fc.constantFrom('', 'US', 'JP'),
        stateOrRegion: text,
        postalCode: text,
        city: text,
        streetAddress: text,
      }),
    }),
    contacts: fc.array(contact, { maxLength: 3 }),
  }),
  project: fc.record({
    title: text,
    customerBusinessProblem: text,
    customerUseCase: oneOf(PICKLISTS.useCase),
    deliveryModels: some(PICKLISTS.deliveryModel),
    salesActivities: some(PICKLISTS.salesActivity),
    expectedCustomerSpend: fc.array(spend, { maxLength: 2 }),
    expectedContractDuration: fc.constantFrom('', '1', '36'),
    competitorName: oneOf(PICKLISTS.competitor),
    otherCompetitorNames: text,
    otherSolutionDescription: text,
    relatedOpportunityIdentifier: text,
    additionalComments: text,
    apnPrograms: some(PICKLISTS.apnProgram),
    awsPartition: fc.constantFrom('', 'aws-eusc'),
  }),
  lifeCycle: fc.record({
    stage: oneOf(PICKLISTS.stage),
    closedLostReason: oneOf(PICKLISTS.closedLostReason),
    targetCloseDate: fc.constantFrom('', '2027-03-31'),
    nextSteps: text,
    nextStepsHistory: fc.array(fc.record({ value: given, time: fc.constant('2026-11-01T00:00:00.000Z') }), {
      maxLength: 2,
    }),
    reviewStatus: oneOf(PICKLISTS.reviewStatus),
    reviewComments: text,
    reviewStatusReason: text,
  }),
  marketing: fc.record({
    source: oneOf(PICKLISTS.marketingSource),
    awsFundingUsed: oneOf(PICKLISTS.yesNo),
    useCases: some(PICKLISTS.marketingUseCase),
    channels: some(PICKLISTS.channel),
    campaignName: text,
  }),
  softwareRevenue: fc.record({
    deliveryModel: oneOf(PICKLISTS.revenueModel),
    value: fc.record({ amount: text, currencyCode: text }),
    effectiveDate: text,
    expirationDate: text,
  }),
  carried: fc.dictionary(
    fc.constantFrom('NewBlock', 'Project.NewMember', 'Customer.Account.Address.Plus'),
    fc.constantFrom<unknown>('kept', { Deep: [1] }, ['a']),
  ),
});
