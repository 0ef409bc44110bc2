/** Opportunities of the copy that may be of the same customer: found by its name without legal form, and by its site. */
import { companyKeyOf, siteKeyOf, type KnownOpportunity } from '../../shared/domain/opportunity/duplicates.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './store.ts';

/** More than that of one customer say nothing about one deal. */
const MOST = 200;

export interface WantedCustomer {
  readonly companyName: string;
  readonly websiteUrl: string;
}

interface Row {
  id: string;
  customer: string;
  title: string | null;
  close: string | null;
  website: string | null;
  use_case: string | null;
}

/** The newest of them; which is the same deal is for the rules to tell. */
export function findKnown(database: Database, place: Place, customer: WantedCustomer): KnownOpportunity[] {
  const found = new Map<string, KnownOpportunity>();
  const keys = { company_key: companyKeyOf(customer.companyName), site_key: siteKeyOf(customer.websiteUrl) };
  for (const [column, key] of Object.entries(keys)) {
    if (key === '') continue;
    for (const row of rowsBy(database, place, column, key)) found.set(row.id, toKnown(row));
  }
  return [...found.values()];
}

function rowsBy(database: Database, { account, catalog }: Place, column: string, key: string): Row[] {
  return database.all<Row>(
    `SELECT o.id, o.customer, o.title, o.target_close AS close,
       json_extract(d.document, '$.Customer.Account.WebsiteUrl') AS website,
       json_extract(d.document, '$.Project.CustomerUseCase') AS use_case
     FROM opportunities o
     LEFT JOIN opportunity_documents d ON d.account = o.account AND d.catalog = o.catalog AND d.id = o.id
     WHERE o.account = ? AND o.catalog = ? AND o.${column} = ? AND o.gone_at IS NULL
     ORDER BY o.modified_at DESC LIMIT ${MOST}`,
    account,
    catalog,
    key,
  );
}

function toKnown(row: Row): KnownOpportunity {
  return {
    id: row.id,
    companyName: row.customer,
    websiteUrl: row.website ?? '',
    useCase: row.use_case ?? '',
    targetCloseDate: row.close ?? '',
    title: row.title ?? '',
  };
}

/** A piece at a time, so that nothing waits for it. */
const PIECE = 200;

/** Works out the keys of rows from before; called again and again, it ends where none is left. */
export function keyOlderRows(database: Database): void {
  const rows = database.all<{ account: string; catalog: string; id: string; customer: string; website: string | null }>(
    `SELECT o.account, o.catalog, o.id, o.customer,
       (SELECT json_extract(d.document, '$.Customer.Account.WebsiteUrl') FROM opportunity_documents d
        WHERE d.account = o.account AND d.catalog = o.catalog AND d.id = o.id) AS website
     FROM opportunities o INDEXED BY opportunities_unkeyed WHERE o.company_key IS NULL LIMIT ${PIECE}`,
  );
  if (rows.length === 0) return;
  database.cacheTransaction(() => {
    for (const { account, catalog, id, customer, website } of rows) {
      database.run(
        'UPDATE opportunities SET company_key = ?, site_key = ? WHERE account = ? AND catalog = ? AND id = ?',
        companyKeyOf(customer),
        siteKeyOf(website ?? ''),
        account,
        catalog,
        id,
      );
    }
  });
}
