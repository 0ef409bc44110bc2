/** What a seeded partner wrote into a deal. */
import type {
  CurrencyCode,
  Customer,
  ExpectedCustomerSpend,
  LifeCycle,
  PaymentFrequency,
  Project,
  SoftwareRevenue,
} from '@aws-sdk/client-partnercentral-selling';
import type { OpportunityContent } from '../../selling/model.ts';
import type { PartnerProfile } from '../../selling/partners.ts';
import type { Today } from '../today.ts';
import { companyAt, type Company } from './companies.ts';
import { LOST_REASONS, pick, type DealShape } from './shape-of-deals.ts';

export interface SeedDeal {
  readonly index: number;
  readonly shape: DealShape;
  readonly partner: PartnerProfile;
  readonly today: Today;
}

export function seedContent({ index, shape, partner, today }: SeedDeal): OpportunityContent {
  const company = companyAt(index);
  const isWon = shape.stage === 'Launched' || shape.stage === 'Committed';
  return {
    PrimaryNeedsFromAws: shape.isSecret && shape.needs.length === 0 ? ['Co-Sell - Deal Support'] : shape.needs,
    NationalSecurity: shape.isSecret ? 'Yes' : 'No',
    PartnerOpportunityIdentifier: `${(partner.name.split(' ')[0] ?? 'P').slice(0, 3).toUpperCase()}-${String(1001 + index)}`,
    Customer: customer(company, { index, shape }),
    Project: project(company, { index, shape, partner }),
    OpportunityType: shape.type,
    Marketing: shape.isMarketed
      ? {
          Source: 'Marketing Activity',
          AwsFundingUsed: 'No',
          CampaignName: 'Autumn webinar',
          Channels: ['Virtual Event'],
        }
      : { Source: 'None' },
    ...(isWon && shape.stage === 'Launched' ? { SoftwareRevenue: revenue(shape, today) } : {}),
    LifeCycle: lifeCycle(index, shape, today) as OpportunityContent['LifeCycle'],
  };
}

function customer(company: Company, { index, shape }: Pick<SeedDeal, 'index' | 'shape'>): Customer {
  const contact = pick(['jo', 'sam', 'kim', 'alex', 'noor'], index);
  return {
    Account: {
      CompanyName: company.name,
      Industry: shape.isSecret ? 'Government' : company.industry,
      WebsiteUrl: `https://${company.domain}`,
      ...(shape.stage === 'Launched' || index % 3 === 0
        ? { AwsAccountId: String(600_000_000_000 + index * 7919) }
        : {}),
      Address: {
        CountryCode: shape.isSecret ? 'US' : company.country,
        City: company.city,
        PostalCode: company.postalCode,
        ...(company.state === undefined ? {} : { StateOrRegion: company.state }),
      },
    },
    Contacts: [
      {
        Email: `${contact}@${company.domain}`,
        FirstName: contact.charAt(0).toUpperCase() + contact.slice(1),
        LastName: pick(['Adler', 'Brand', 'Costa', 'Dietrich'], index),
        BusinessTitle: pick(['Head of IT', 'CTO', 'Procurement'], index),
      },
    ],
  };
}

const PROBLEMS: readonly [string, ...string[]] = [
  'Reports take two days and are out of date when they arrive.',
  'The old data centre closes next year and nothing has moved yet.',
  'Auditors want to see who touched which record, and nobody can say.',
  'Peaks in the evening bring the shop down once a month.',
];

function project(company: Company, { index, shape, partner }: Omit<SeedDeal, 'today'>): Project {
  const isDraft = shape.review === 'Pending Submission';
  const brand = partner.name.split(' ')[0] ?? partner.name;
  return {
    Title: `${brand} for ${company.name}`,
    CustomerBusinessProblem: pick(PROBLEMS, index),
    // Every other draft still lacks what a submission needs.
    ...(isDraft && index % 2 === 0 ? {} : { CustomerUseCase: shape.useCase }),
    DeliveryModels: shape.deliveryModels,
    SalesActivities: shape.activities,
    ExpectedCustomerSpend: spend(shape),
    ...(shape.months === null
      ? {}
      : { ExpectedContractDuration: { Term: 'Months' as const, Value: String(shape.months) } }),
    ...(shape.isSovereign ? { AwsPartition: 'aws-eusc' as const } : {}),
    CompetitorName: pick(['No Competition', 'On-Prem', 'Google Cloud Platform'], index),
  };
}

function spend({ isSovereign, months, amount }: DealShape): ExpectedCustomerSpend[] {
  const CurrencyCode: CurrencyCode = isSovereign ? 'EUR' : 'USD';
  const monthly = { Amount: String(amount), CurrencyCode, Frequency: 'Monthly' as const, TargetCompany: 'AWS' };
  if (months === null) return [monthly];
  // The guide's frequency of a whole contract is no value of the model.
  const Frequency = 'None' as PaymentFrequency;
  return [monthly, { Amount: String(amount * months), CurrencyCode, Frequency, TargetCompany: 'Self' }];
}

function revenue({ amount, isSovereign, restDays }: DealShape, today: Today): SoftwareRevenue {
  return {
    DeliveryModel: 'Contract',
    Value: { Amount: String(amount * 12), CurrencyCode: isSovereign ? 'EUR' : 'USD' },
    EffectiveDate: today.day(-restDays),
    ExpirationDate: today.day(365 - restDays),
  };
}

function lifeCycle(index: number, shape: DealShape, today: Today): LifeCycle {
  const isOver = shape.stage === 'Launched' || shape.stage === 'Closed Lost';
  return {
    Stage: shape.stage,
    TargetCloseDate: today.day(isOver ? -(shape.restDays % 60) : 12 + ((index * 13) % 200)),
    ...(shape.stage === 'Closed Lost' ? { ClosedLostReason: pick(LOST_REASONS, Math.floor(index / 7)) } : {}),
    NextSteps: pick(['Send the proposal', 'Meet the architects', 'Wait for the budget', 'Agree on the pilot'], index),
  };
}
