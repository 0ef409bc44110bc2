/** The list of authorizations as a table for spreadsheets. */
import type { AuthorizationSummary } from '../../shared/domain/authorization/authorization.ts';
import { toCsv } from '../text/csv.ts';

/** Columns in order; headings come in the person's language under these keys. */
const COLUMNS = [
  'name',
  'id',
  'state',
  'productTitle',
  'productId',
  'sellerName',
  'sellerAccountId',
  'resellerName',
  'resellerAccountId',
  'endDate',
  'use',
  'offersCreated',
  'createdAt',
  'lastModifiedAt',
] as const;

export function formatAuthorizations(
  items: readonly AuthorizationSummary[],
  headings: Readonly<Record<string, string>>,
): string {
  const rows = items.map((item) => {
    const cells: Record<(typeof COLUMNS)[number], string> = {
      name: item.name,
      id: item.id,
      state: headings[`state.${item.state}`] ?? item.state,
      productTitle: item.productTitle ?? '',
      productId: item.productId,
      sellerName: item.manufacturerName ?? '',
      sellerAccountId: item.manufacturerAccountId ?? '',
      resellerName: item.resellerName ?? '',
      resellerAccountId: item.resellerAccountId ?? '',
      endDate: item.endDate ?? '',
      use: item.maxOffers === null ? '' : String(item.maxOffers),
      offersCreated: item.offersCreated === null ? '' : String(item.offersCreated),
      createdAt: item.createdAt ?? '',
      lastModifiedAt: item.lastModifiedAt,
    };
    return COLUMNS.map((column) => cells[column]);
  });
  return toCsv(
    COLUMNS.map((column) => headings[column] ?? column),
    rows,
  );
}
