/** Channel partners that were named before, to suggest them again. */
import type { Database } from '../storage/database.ts';

const MOST = 100;

/** From the copy of issued authorizations and from drafts on this machine, the most recent first. */
export function findPartners(database: Database, account: string): { accountId: string; name: string | null }[] {
  return database
    .all<{ accountId: string; name: string | null }>(
      `SELECT accountId, max(name) AS name FROM (
         SELECT reseller_account_id AS accountId, reseller_name AS name, last_modified_at AS at FROM authorizations
           WHERE account = ?1 AND ownership = 'issued' AND reseller_account_id IS NOT NULL
         UNION ALL
         SELECT named.value, NULL, d.updated_at FROM authorization_drafts d, json_each(d.document, '$.resellers') named
           WHERE d.account = ?1)
       WHERE length(accountId) = 12 AND accountId NOT GLOB '*[^0-9]*'
       GROUP BY accountId ORDER BY max(at) DESC LIMIT ?2`,
      account,
      MOST,
    )
    .map((row) => ({ ...row }));
}
