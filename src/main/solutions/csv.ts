/** The list of solutions as a table for spreadsheets. */
import { SOLUTION_CSV_COLUMNS, type Solution } from '../../shared/domain/solution.ts';
import { toCsv } from '../text/csv.ts';

interface Owner {
  readonly name: string;
  readonly awsAccountId: string;
}

export function formatSolutions(
  solutions: readonly Solution[],
  ownerOf: (account: string) => Owner,
  headings: Readonly<Record<string, string>>,
): string {
  const rows = solutions.map((each) => {
    const owner = ownerOf(each.account);
    const cells: Record<(typeof SOLUTION_CSV_COLUMNS)[number], string> = {
      id: each.id,
      name: each.name,
      status: headings[`status.${each.status}`] ?? each.status,
      category: each.category,
      created: each.createdAt ?? '',
      marketplaceArn: each.marketplaceArn ?? '',
      opportunities: String(each.opportunities),
      account: owner.name,
      awsAccountId: owner.awsAccountId,
      catalog: each.catalog,
    };
    return SOLUTION_CSV_COLUMNS.map((column) => cells[column]);
  });
  return toCsv(
    SOLUTION_CSV_COLUMNS.map((column) => headings[column] ?? column),
    rows,
  );
}
