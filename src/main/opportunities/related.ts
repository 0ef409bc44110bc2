/** What stands beside opportunities, as people call it: names from the copies of this machine, and whether AWS still takes it. */
import type { RelatedEntity } from '../../shared/contract/opportunity-offerings.ts';
import type { OpportunitySummary } from '../../shared/domain/opportunity/opportunity.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './store.ts';

/** The name of each kind by what AWS calls it; `{link}` holds account, catalog, type, target and target_id. */
const NAME = `CASE link.type
  WHEN 'AwsProducts' THEN (SELECT name FROM aws_products WHERE id = link.target)
  WHEN 'Solutions' THEN (SELECT name FROM partner_solutions s
    WHERE s.account = link.account AND s.catalog = link.catalog AND s.id = link.target)
  WHEN 'AwsMarketplaceSolutions' THEN (SELECT name FROM partner_solutions s
    WHERE s.account = link.account AND s.catalog = link.catalog AND s.marketplace_arn = link.target)
  WHEN 'AwsMarketplaceProducts' THEN (SELECT title FROM products p WHERE p.account = link.account AND p.id = link.target_id)
  WHEN 'AwsMarketplaceOffers' THEN (SELECT name FROM offers o WHERE o.account = link.account AND o.id = link.target_id)
  WHEN 'AwsMarketplaceOfferSets' THEN (SELECT name FROM offer_sets o WHERE o.account = link.account AND o.id = link.target_id)
END`;

interface Wanted {
  readonly type: string;
  readonly id: string;
}

interface NamedRow {
  readonly type: string;
  readonly target: string;
  readonly name: string | null;
}

/** Names of what is given, in its order; nothing is left out. */
export function nameRelated(
  database: Database,
  { account, catalog }: Place,
  wanted: readonly Wanted[],
): RelatedEntity[] {
  const rows = database.all<NamedRow & { status: string | null; goneAt: string | null }>(
    `WITH link AS (SELECT ?1 AS account, ?2 AS catalog, value ->> 'type' AS type, value ->> 'id' AS target,
       value ->> 'targetId' AS target_id, key AS position FROM json_each(?3))
     SELECT link.type, link.target, ${NAME} AS name, s.status, s.gone_at AS goneAt
     FROM link LEFT JOIN partner_solutions s ON s.account = link.account AND s.catalog = link.catalog
       AND ((link.type = 'Solutions' AND s.id = link.target)
         OR (link.type = 'AwsMarketplaceSolutions' AND s.marketplace_arn = link.target))
     GROUP BY link.position ORDER BY link.position`,
    account,
    catalog,
    JSON.stringify(wanted.map(({ type, id }) => ({ type, id, targetId: lastPart(id) }))),
  );
  return rows.map(({ type, target, name, status, goneAt }) => ({
    type,
    id: target,
    name: name || null,
    status: goneAt === null ? status : 'Gone',
  }));
}

/** The list with what stands beside each, by name; one question for the page. */
export function withRelated(database: Database, items: readonly OpportunitySummary[]): OpportunitySummary[] {
  if (items.length === 0) return [];
  const rows = database.all<NamedRow & { position: number }>(
    `SELECT wanted.key AS position, link.type, link.target, ${NAME} AS name
     FROM json_each(?) wanted JOIN opportunity_links link ON link.account = wanted.value ->> 'account'
       AND link.catalog = wanted.value ->> 'catalog' AND link.id = wanted.value ->> 'id'
     ORDER BY wanted.key, link.type, link.target`,
    JSON.stringify(items.map(({ account, catalog, id }) => ({ account, catalog, id }))),
  );
  const found = items.map((): Record<keyof NonNullable<OpportunitySummary['related']>, string[]> => ({
    solutions: [],
    awsProducts: [],
    offers: [],
  }));
  for (const { position, type, target, name } of rows) found[position]?.[groupOf(type)].push(name || lastPart(target));
  return items.map((item, position) => ({ ...item, related: found[position] }));
}

function groupOf(type: string): keyof NonNullable<OpportunitySummary['related']> {
  if (type === 'AwsProducts') return 'awsProducts';
  return type === 'AwsMarketplaceOffers' || type === 'AwsMarketplaceOfferSets' ? 'offers' : 'solutions';
}

const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);
