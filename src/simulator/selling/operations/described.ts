/** An opportunity as Get and List tell it: members without a value are left out. */
import { opportunityArn } from '../arns.ts';
import type { OpportunityRecord } from '../model.ts';
import { present } from '../rules/stored-content.ts';

export function described(record: OpportunityRecord): Record<string, unknown> {
  const { content } = record;
  return present({
    ...content,
    Catalog: record.catalog,
    Id: record.id,
    Arn: opportunityArn(record),
    CreatedDate: record.createdAt,
    LastModifiedDate: record.modifiedAt,
    Customer: { ...content.Customer, Contacts: content.Customer?.Contacts ?? [] },
    LifeCycle: {
      ...lifeCycle(record),
      NextStepsHistory: record.history.length === 0 ? undefined : record.history,
    },
    OpportunityTeam: record.team,
    RelatedEntityIdentifiers: record.related,
  });
}

/** A row of the list has neither title nor team nor associations. */
export function summarized(record: OpportunityRecord): Record<string, unknown> {
  const { content } = record;
  const account = content.Customer?.Account;
  const { City, PostalCode, StateOrRegion, CountryCode } = account?.Address ?? {};
  return present({
    Catalog: record.catalog,
    Id: record.id,
    Arn: opportunityArn(record),
    PartnerOpportunityIdentifier: content.PartnerOpportunityIdentifier,
    OpportunityType: content.OpportunityType,
    LastModifiedDate: record.modifiedAt,
    CreatedDate: record.createdAt,
    LifeCycle: lifeCycle(record),
    Customer: account && {
      Account: {
        Industry: account.Industry,
        OtherIndustry: account.OtherIndustry,
        CompanyName: account.CompanyName,
        WebsiteUrl: account.WebsiteUrl,
        Address: { City, PostalCode, StateOrRegion, CountryCode },
      },
    },
    Project: {
      DeliveryModels: content.Project?.DeliveryModels,
      ExpectedCustomerSpend: content.Project?.ExpectedCustomerSpend,
      ExpectedContractDuration: content.Project?.ExpectedContractDuration,
    },
  });
}

function lifeCycle({ content, review }: OpportunityRecord): Record<string, unknown> {
  return present({
    ...content.LifeCycle,
    ReviewStatus: review.status,
    ReviewComments: review.comments ?? undefined,
    ReviewStatusReason: review.reason ?? undefined,
  });
}
