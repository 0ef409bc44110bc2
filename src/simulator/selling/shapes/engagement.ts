/** What engagements, their contexts and invitations are made of on the wire. */
import {
  CountryCode,
  CurrencyCode,
  EngagementContextType,
  Industry,
  ReceiverResponsibility,
} from '@aws-sdk/client-partnercentral-selling';
import { instant, list, oneOf, required, struct, text, union, type Members } from './shape.ts';
import * as values from './values.ts';

const { upTo } = values;

const customer = struct({
  Industry: required(oneOf(Industry)),
  CompanyName: required(upTo(120, 1)),
  WebsiteUrl: required(values.companyUrl),
  CountryCode: required(oneOf(CountryCode)),
});

const businessProblem = upTo(2000, 20);

const customerProject = struct({
  Customer: customer,
  Project: struct({
    Title: required(upTo(255, 1)),
    BusinessProblem: required(businessProblem),
    TargetCompletionDate: required(values.date),
  }),
});

const leadCustomer = struct({
  Industry: oneOf(Industry),
  CompanyName: required(upTo(120, 1)),
  WebsiteUrl: values.companyUrl,
  Address: struct({
    City: upTo(255),
    PostalCode: upTo(20),
    StateOrRegion: text(),
    CountryCode: oneOf(CountryCode),
  }),
  AwsMaturity: text(),
  MarketSegment: oneOf(['Enterprise', 'Large', 'Medium', 'Small', 'Micro']),
});

const interaction = struct({
  SourceType: text(),
  SourceId: text(),
  SourceName: text(),
  Usecase: text(),
  InteractionDate: instant,
  CustomerAction: text(),
  BusinessProblem: upTo(2000),
  Contact: required(
    struct({
      BusinessTitle: required(upTo(80)),
      Email: required(values.email),
      FirstName: required(upTo(80)),
      LastName: required(upTo(80)),
      Phone: values.phone,
    }),
  ),
});

const leadMembers: Members = {
  QualificationStatus: upTo(255, 1),
  Customer: required(leadCustomer),
  Insights: struct({ LeadReadinessScore: text() }),
};

const type = oneOf(EngagementContextType);

const payload = union({
  CustomerProject: customerProject,
  Lead: struct({ ...leadMembers, Interactions: required(list(interaction, { min: 1, max: 10 })) }),
  // Made by prospecting alone; the rules refuse one that a partner writes.
  ProspectingResult: struct({}),
});

const updatePayload = union({
  CustomerProject: customerProject,
  Lead: struct({ ...leadMembers, Interaction: interaction }),
  ProspectingResult: struct({}),
});

const contextDetails = struct({ Id: values.contextId, Type: required(type), Payload: payload });

const spend = struct({
  Amount: values.amount,
  CurrencyCode: required(oneOf(CurrencyCode)),
  Frequency: required(oneOf(['Monthly', 'None'])),
  TargetCompany: required(upTo(80, 1)),
  EstimationUrl: text(),
});

const senderContact = struct({
  Email: required(values.senderEmail),
  FirstName: upTo(80),
  LastName: upTo(80),
  BusinessTitle: upTo(80),
  Phone: values.phone,
});

const opportunityInvitation = struct({
  SenderContacts: list(senderContact, { min: 1, max: 3 }),
  ReceiverResponsibilities: required(list(oneOf(ReceiverResponsibility))),
  Customer: required(customer),
  Project: required(
    struct({
      BusinessProblem: required(businessProblem),
      Title: required(upTo(255, 1)),
      TargetCompletionDate: required(values.date),
      ExpectedCustomerSpend: required(list(spend, { max: 10 })),
    }),
  ),
});

const leadInvitation = struct({
  Customer: required(
    struct({
      Industry: oneOf(Industry),
      CompanyName: required(upTo(120, 1)),
      WebsiteUrl: values.companyUrl,
      CountryCode: oneOf(CountryCode),
      AwsMaturity: text(),
      MarketSegment: text(),
    }),
  ),
  Interaction: required(
    struct({
      SourceType: text(),
      SourceId: text(),
      SourceName: text(),
      Usecase: text(),
      ContactBusinessTitle: required(upTo(80)),
    }),
  ),
});

const Catalog = required(values.catalog);
const ClientToken = required(values.clientToken);

export const createEngagementRequest = struct({
  Catalog,
  ClientToken,
  Title: upTo(40),
  Description: upTo(255),
  Contexts: list(contextDetails, { max: 5 }),
});

export const createContextRequest = struct({
  Catalog,
  ClientToken,
  EngagementIdentifier: required(values.engagementArnOrId),
  Type: required(type),
  Payload: required(payload),
});

export const updateContextRequest = struct({
  Catalog,
  EngagementIdentifier: required(values.engagementArnOrId),
  ContextIdentifier: required(values.contextId),
  EngagementLastModifiedAt: required(instant),
  Type: required(type),
  Payload: required(updatePayload),
});

export const createInvitationRequest = struct({
  Catalog,
  ClientToken,
  EngagementIdentifier: required(values.engagementId),
  Invitation: required(
    struct({
      Message: required(upTo(255, 1)),
      Receiver: required(union({ Account: struct({ Alias: upTo(80), AwsAccountId: required(values.awsAccount) }) })),
      Payload: required(union({ OpportunityInvitation: opportunityInvitation, LeadInvitation: leadInvitation })),
    }),
  ),
});
