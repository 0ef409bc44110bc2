/** Opportunities of the copy that may be of the same customer. */
import type { KnownOpportunity } from '../../shared/domain/opportunity/duplicates.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './store.ts';

/** More than that of one name say nothing about one deal. */
const MOST = 200;

/** Those whose name begins with the same word; the rest is for the rules to tell. */
export function findKnown(database: Database, { account, catalog }: Place, companyName: string): KnownOpportunity[] {
  const [word = ''] = companyName
    .normalize('NFKC')
    .trim()
    .split(/[\s,.]+/);
  if (word === '') return [];
  return database
    .all<{
      id: string;
      customer: string;
      title: string | null;
      close: string | null;
      website: string | null;
      use_case: string | null;
    }>(
      `SELECT o.id, o.customer, o.title, o.target_close AS close,
         json_extract(d.document, '$.Customer.Account.WebsiteUrl') AS website,
         json_extract(d.document, '$.Project.CustomerUseCase') AS use_case
       FROM opportunities o
       LEFT JOIN opportunity_documents d ON d.account = o.account AND d.catalog = o.catalog AND d.id = o.id
       WHERE o.account = ? AND o.catalog = ? AND o.gone_at IS NULL
         AND o.customer COLLATE NOCASE >= ? AND o.customer COLLATE NOCASE < ?
       LIMIT ${MOST}`,
      account,
      catalog,
      word,
      `${word}\uffff`,
    )
    .map((row) => ({
      id: row.id,
      companyName: row.customer,
      websiteUrl: row.website ?? '',
      useCase: row.use_case ?? '',
      targetCloseDate: row.close ?? '',
      title: row.title ?? '',
    }));
}
