/** AWS refers a deal or a lead to a partner: an engagement, and an invitation with a deadline that hides most of the customer. */
import type { CountryCode, Industry } from '@aws-sdk/client-partnercentral-selling';
import { addDays, toDay } from '../catalog/instants.ts';
import type { SellingContext } from './context.ts';
import { AWS_MEMBER, startEngagement } from './engagements.ts';
import { ANSWER_DAYS, invite, type NewInvitation } from './invitations.ts';
import type { Catalog } from './model.ts';
import { AWS, type ContextRecord, type InvitationRecord } from './model-engagement.ts';

export interface Referral {
  readonly accountId: string;
  readonly catalog: Catalog;
  readonly companyName: string;
  readonly industry: Industry;
  readonly countryCode: CountryCode;
  readonly websiteUrl: string;
  readonly title: string;
  readonly businessProblem: string;
  readonly amount: string;
  readonly currencyCode: 'USD' | 'EUR';
  readonly targetCloseDate: string;
  readonly days: number;
  readonly hidden: NewInvitation['hidden'];
}

/** What is left out is made up from the number of the referral. */
export function referralOf(
  given: Partial<Referral> & Pick<Referral, 'accountId'>,
  { number, now }: { readonly number: number; readonly now: number },
): Referral {
  const companyName = given.companyName ?? `Windrush Trading ${number}`;
  const domain = `${companyName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example.com`;
  const referral = {
    catalog: 'AWS' as const,
    companyName,
    industry: 'Retail' as const,
    countryCode: 'US' as const,
    websiteUrl: `https://${domain}`,
    title: `Move the order desk of ${companyName}`.slice(0, 255),
    businessProblem: 'The order desk runs on servers that are no longer maintained.',
    amount: String(2_000 + number * 10),
    currencyCode: 'USD' as const,
    targetCloseDate: addDays(toDay(now), 120),
    days: ANSWER_DAYS,
    ...given,
  };
  return { ...referral, hidden: given.hidden ?? hiddenOf(referral, domain, number) };
}

function hiddenOf(referral: Omit<Referral, 'hidden'>, domain: string, number: number): Referral['hidden'] {
  const isUs = referral.countryCode === 'US';
  const isEuro = referral.currencyCode === 'EUR';
  return {
    opportunityId: null,
    customer: {
      Account: {
        CompanyName: referral.companyName,
        Industry: referral.industry,
        WebsiteUrl: referral.websiteUrl,
        AwsAccountId: String(700_000_000_000 + number),
        Address: {
          CountryCode: referral.countryCode,
          StreetAddress: `${number + 1} Quay Street`,
          City: isUs ? 'Albany' : 'Harbourtown',
          ...(isUs ? { StateOrRegion: 'New York', PostalCode: '12207' } : {}),
        },
      },
      Contacts: [
        {
          FirstName: 'Mika',
          LastName: 'Lund',
          Email: `mika.lund@${domain}`,
          BusinessTitle: 'Head of Operations',
          Phone: '+15185550100',
        },
      ],
    },
    project: {
      OtherSolutionDescription: 'To be chosen together',
      CustomerUseCase: 'Migration / Database Migration',
      DeliveryModels: ['SaaS or PaaS'],
      SalesActivities: ['Initialized discussions with customer'],
      ...(isEuro ? { AwsPartition: 'aws-eusc' as const } : {}),
    },
  };
}

/** As far as AWS shows it before acceptance. */
export function invitationTo(referral: Referral): NewInvitation {
  const { accountId, amount, currencyCode, days, hidden } = referral;
  return {
    sender: { accountId: AWS, companyName: AWS_MEMBER.companyName },
    receiver: { accountId, alias: null },
    message: 'We think that this customer would be well served by you.',
    days,
    hidden,
    payload: {
      OpportunityInvitation: {
        SenderContacts: [
          { Email: 'robin.vale@aws.example.com', FirstName: 'Robin', LastName: 'Vale', BusinessTitle: 'AWSSalesRep' },
        ],
        ReceiverResponsibilities: ['Software Partner'],
        Customer: {
          Industry: referral.industry,
          CompanyName: referral.companyName,
          WebsiteUrl: referral.websiteUrl,
          CountryCode: referral.countryCode,
        },
        Project: {
          Title: referral.title,
          BusinessProblem: referral.businessProblem,
          TargetCompletionDate: referral.targetCloseDate,
          ExpectedCustomerSpend: [
            { Amount: amount, CurrencyCode: currencyCode, Frequency: 'Monthly', TargetCompany: 'AWS' },
          ],
        },
      },
    },
  };
}

export function refer(referral: Referral, context: SellingContext): InvitationRecord {
  const invitation = invitationTo(referral);
  const { Customer, Project } = invitation.payload.OpportunityInvitation ?? {};
  const { ExpectedCustomerSpend: _spend, ...project } = Project ?? {};
  const engagement = startEngagement(
    {
      catalog: referral.catalog,
      creator: AWS_MEMBER,
      title: referral.title,
      description: referral.businessProblem,
      contexts: [{ Id: '1', Type: 'CustomerProject', Payload: { CustomerProject: { Customer, Project: project } } }],
    },
    context,
  );
  return invite(engagement, invitation, context);
}

export interface LeadReferral {
  readonly accountId: string;
  readonly catalog: Catalog;
  readonly companyName: string;
}

interface LeadLetter {
  readonly title: string;
  readonly description: string;
  readonly contexts: readonly ContextRecord[];
  readonly invitation: NewInvitation;
}

/** A lead shows its contact only after it was accepted. */
export function leadOf({ accountId, companyName }: LeadReferral): LeadLetter {
  const domain = `${companyName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example.com`;
  const customer = { CompanyName: companyName, Industry: 'Retail', WebsiteUrl: `https://${domain}` };
  const source = { SourceType: 'Campaign', SourceName: 'Autumn webinar', Usecase: 'Database' };
  const interaction = {
    ...source,
    CustomerAction: 'Completed Form',
    BusinessProblem: 'Reports of the tills arrive a day late and are often wrong.',
    Contact: { BusinessTitle: 'CTO', Email: `ines.roth@${domain}`, FirstName: 'Ines', LastName: 'Roth' },
  };
  const lead = {
    Customer: { ...customer, Address: { CountryCode: 'US', StateOrRegion: 'New York' }, MarketSegment: 'Medium' },
    QualificationStatus: 'Unqualified',
    Interactions: [interaction],
    Insights: { LeadReadinessScore: 'High' },
  };
  return {
    title: companyName,
    description: 'A lead of a campaign',
    contexts: [{ Id: '1', Type: 'Lead', Payload: { Lead: lead } }],
    invitation: {
      sender: { accountId: AWS, companyName: AWS_MEMBER.companyName },
      receiver: { accountId, alias: null },
      message: 'This company asked about what you offer.',
      hidden: null,
      payload: {
        LeadInvitation: {
          Customer: { ...customer, CountryCode: 'US', MarketSegment: 'Medium' },
          Interaction: { ...source, ContactBusinessTitle: 'CTO' },
        },
      },
    },
  };
}

export function referLead(referral: LeadReferral, context: SellingContext): InvitationRecord {
  const { invitation, ...letter } = leadOf(referral);
  const engagement = startEngagement({ catalog: referral.catalog, creator: AWS_MEMBER, ...letter }, context);
  return invite(engagement, invitation, context);
}
