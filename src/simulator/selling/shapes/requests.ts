/** Requests about opportunities and solutions beside Create and Update. */
import {
  OpportunitySortName,
  RelatedEntityType,
  ReviewStatus,
  SalesInvolvementType,
  SolutionSortName,
  SolutionStatus,
  Stage,
  Visibility,
} from '@aws-sdk/client-partnercentral-selling';
import { assignee } from './opportunity.ts';
import { instant, integer, list, oneOf, required, struct, text, type Shape } from './shape.ts';
import * as values from './values.ts';

const Catalog = required(values.catalog);

export const getOpportunityRequest = struct({ Catalog, Identifier: required(values.opportunityId) });

export const getSummaryRequest = struct({ Catalog, RelatedOpportunityIdentifier: required(values.opportunityId) });

export const assignRequest = struct({
  Catalog,
  Identifier: required(values.opportunityId),
  Assignee: required(assignee),
});

export const associateRequest = struct({
  Catalog,
  OpportunityIdentifier: required(values.opportunityId),
  RelatedEntityType: required(oneOf(RelatedEntityType)),
  RelatedEntityIdentifier: required(values.upTo(255, 1)),
});

export const submitRequest = struct({
  Catalog,
  Identifier: required(values.opportunityId),
  InvolvementType: required(oneOf(SalesInvolvementType)),
  Visibility: oneOf(Visibility),
});

/** Both members are needed to sort. */
export function sortBy(names: Readonly<Record<string, string>> | readonly string[]): Shape {
  return struct({ SortBy: required(oneOf(names)), SortOrder: required(values.sortOrder) });
}

export const listOpportunitiesRequest = struct({
  Catalog,
  MaxResults: integer(1, 100),
  NextToken: text(),
  Sort: sortBy(OpportunitySortName),
  LastModifiedDate: struct({ AfterLastModifiedDate: instant, BeforeLastModifiedDate: instant }),
  Identifier: list(values.opportunityId, { max: 20 }),
  LifeCycleStage: list(oneOf(Stage), { max: 10 }),
  LifeCycleReviewStatus: list(oneOf(ReviewStatus), { max: 10 }),
  CustomerCompanyName: list(text(), { max: 10 }),
  CreatedDate: struct({ AfterCreatedDate: instant, BeforeCreatedDate: instant }),
  TargetCloseDate: struct({ AfterTargetCloseDate: values.date, BeforeTargetCloseDate: values.date }),
});

export const listSolutionsRequest = struct({
  Catalog,
  MaxResults: integer(1, 100),
  NextToken: text(),
  Sort: sortBy(SolutionSortName),
  Status: list(oneOf(SolutionStatus), { max: 10 }),
  Identifier: list(values.solutionId, { max: 20 }),
  Category: list(text(), { max: 10 }),
  AwsMarketplaceSolutionArn: list(text({ min: 4, max: 2048 }), { max: 10 }),
});
