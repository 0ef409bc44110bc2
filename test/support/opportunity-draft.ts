/** A draft of a deal that breaks no rule, with what a submission needs beside a solution. */
import type { CreateOpportunityCommandInput } from '@aws-sdk/client-partnercentral-selling';

export function opportunityDraft(changes: Partial<CreateOpportunityCommandInput> = {}): CreateOpportunityCommandInput {
  return {
    Catalog: 'AWS',
    ClientToken: crypto.randomUUID(),
    Origin: 'Partner Referral',
    PartnerOpportunityIdentifier: 'CRM-1',
    PrimaryNeedsFromAws: ['Co-Sell - Deal Support'],
    Customer: {
      Account: {
        CompanyName: 'Thistledown Freight',
        Industry: 'Transportation and Logistics',
        WebsiteUrl: 'https://thistledown.example.com',
        Address: { CountryCode: 'US', StateOrRegion: 'Oregon', PostalCode: '97201' },
      },
    },
    Project: {
      Title: 'Route planning',
      CustomerBusinessProblem: 'Drivers plan their routes on paper every morning.',
      CustomerUseCase: 'Database',
      DeliveryModels: ['SaaS or PaaS'],
      SalesActivities: ['Conducted POC / Demo'],
      ExpectedCustomerSpend: [{ Amount: '1200.50', CurrencyCode: 'USD', Frequency: 'Monthly', TargetCompany: 'AWS' }],
    },
    Marketing: { Source: 'None' },
    LifeCycle: { Stage: 'Prospect', TargetCloseDate: '2049-06-30', NextSteps: 'Call' },
    ...changes,
  };
}
