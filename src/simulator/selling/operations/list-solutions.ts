/** ListSolutions: what a partner may associate with its opportunities. */
import { solutionArn } from '../arns.ts';
import type { Operation } from '../context.ts';
import type { SolutionRecord } from '../model.ts';
import { pageOf } from '../paging.ts';

const DEFAULT_PAGE = 20;

export const listSolutions: Operation = ({ input, partner, catalog }, { store }) => {
  const sort = (input['Sort'] ?? { SortBy: 'Identifier', SortOrder: 'DESCENDING' }) as Record<string, string>;
  const wanted = (name: string) => new Set((input[name] ?? []) as string[]);
  const status = wanted('Status');
  const ids = wanted('Identifier');
  const categories = wanted('Category');
  const arns = wanted('AwsMarketplaceSolutionArn');
  const fits = (values: ReadonlySet<string>, value: string | null) =>
    values.size === 0 || (value !== null && values.has(value));
  const page = pageOf(
    {
      order: store.solutions({ owner: partner.accountId, catalog }).ordered(sort['SortBy'] ?? 'Identifier'),
      descending: sort['SortOrder'] !== 'ASCENDING',
      keep: (solution) =>
        fits(status, solution.status) &&
        fits(ids, solution.id) &&
        fits(categories, solution.category) &&
        fits(arns, solution.marketplaceArn),
      defaultSize: DEFAULT_PAGE,
    },
    input,
  );
  return {
    SolutionSummaries: page.items.map(described),
    ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
  };
};

function described(solution: SolutionRecord): Record<string, unknown> {
  const { marketplaceArn } = solution;
  return {
    Catalog: solution.catalog,
    Id: solution.id,
    Arn: solutionArn(solution),
    Name: solution.name,
    Status: solution.status,
    Category: solution.category,
    CreatedDate: solution.createdAt,
    ...(marketplaceArn === null ? {} : { AwsMarketplaceSolutionArn: marketplaceArn }),
  };
}
