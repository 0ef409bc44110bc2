/** GetOpportunity and ListOpportunities. */
import { opportunityOf, type Input, type Operation } from '../context.ts';
import type { OpportunityRecord } from '../model.ts';
import { pageOf } from '../paging.ts';
import { described, summarized } from './described.ts';

const DEFAULT_PAGE = 20;

export const getOpportunity: Operation = (asked, context) =>
  described(opportunityOf(asked.input['Identifier'], asked, context));

export const listOpportunities: Operation = ({ input, partner, catalog }, { store }) => {
  const sort = (input['Sort'] ?? { SortBy: 'LastModifiedDate', SortOrder: 'DESCENDING' }) as Record<string, string>;
  const held = store.opportunities({ owner: partner.accountId, catalog });
  const page = pageOf(
    {
      order: held.ordered(sort['SortBy'] ?? 'LastModifiedDate'),
      descending: sort['SortOrder'] !== 'ASCENDING',
      keep: filterOf(input),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return {
    OpportunitySummaries: page.items.map(summarized),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
};

type Filter = (record: OpportunityRecord) => boolean;

function filterOf(input: Input): Filter {
  const filters: Filter[] = [
    ...among(input['Identifier'], ({ id }) => id),
    ...among(input['LifeCycleStage'], ({ content }) => content.LifeCycle.Stage),
    ...among(input['LifeCycleReviewStatus'], ({ review }) => review.status),
    ...among(input['CustomerCompanyName'], ({ content }) => content.Customer?.Account?.CompanyName),
    ...between(input, 'LastModifiedDate', ({ modifiedAt }) => Date.parse(modifiedAt)),
    ...between(input, 'CreatedDate', ({ createdAt }) => Date.parse(createdAt)),
    ...between(input, 'TargetCloseDate', ({ content }) => Date.parse(content.LifeCycle.TargetCloseDate ?? '')),
  ];
  return (record) => filters.every((filter) => filter(record));
}

/** A list of values, of which one must be the record's own; an empty list asks for nothing. */
function among(values: unknown, of: (record: OpportunityRecord) => string | undefined): Filter[] {
  if (!Array.isArray(values) || values.length === 0) return [];
  const wanted = new Set<unknown>(values);
  return [(record) => wanted.has(of(record))];
}

/** Both ends belong to the range. */
function between(input: Input, name: string, of: (record: OpportunityRecord) => number): Filter[] {
  const range = (input[name] ?? {}) as Record<string, string>;
  const after = range[`After${name}`];
  const before = range[`Before${name}`];
  return [
    ...(after === undefined ? [] : [(record: OpportunityRecord) => of(record) >= Date.parse(after)]),
    ...(before === undefined ? [] : [(record: OpportunityRecord) => of(record) <= Date.parse(before)]),
  ];
}
