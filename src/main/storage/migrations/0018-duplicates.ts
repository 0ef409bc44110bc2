/** By what opportunities of one customer are found again: the company without its legal form, and the host of its site. */
export const duplicates = {
  version: 18,
  name: 'duplicates',
  sql: `
-- null until worked out, as for rows from before.
ALTER TABLE opportunities ADD COLUMN company_key TEXT;
ALTER TABLE opportunities ADD COLUMN site_key TEXT;
CREATE INDEX opportunities_by_company ON opportunities (account, catalog, company_key, modified_at);
CREATE INDEX opportunities_by_site ON opportunities (account, catalog, site_key, modified_at);
CREATE INDEX opportunities_unkeyed ON opportunities (account, catalog, id) WHERE company_key IS NULL;
`,
};
