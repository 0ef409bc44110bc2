/** What can stand beside an opportunity by its name: AWS's list of products, and the partner's solutions. */
export const catalog = {
  version: 15,
  name: 'catalog',
  sql: `
-- AWS's published list, whole; of no account.
CREATE TABLE aws_products (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  family TEXT NOT NULL,
  description TEXT NOT NULL,
  search TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aws_products_by_name ON aws_products (name COLLATE NOCASE, id);

-- Where the list came from; one row at most.
CREATE TABLE aws_product_list (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  source TEXT NOT NULL,
  origin TEXT NOT NULL,
  read_at TEXT NOT NULL,
  products INTEGER NOT NULL
) STRICT;

CREATE TABLE partner_solutions (
  account TEXT NOT NULL REFERENCES accounts(key) ON DELETE CASCADE,
  catalog TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  category TEXT NOT NULL,
  created_at TEXT,
  -- The same solution as AWS Marketplace knows it.
  marketplace_arn TEXT,
  -- When a whole reading did not show it any more; the row stays for the opportunities that carry it.
  gone_at TEXT,
  search TEXT NOT NULL,
  PRIMARY KEY (account, catalog, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_solutions_by_name ON partner_solutions
  (account, catalog, name COLLATE NOCASE, status, category, gone_at, search);
CREATE INDEX partner_solutions_by_arn ON partner_solutions (account, catalog, marketplace_arn)
  WHERE marketplace_arn IS NOT NULL;
`,
};
