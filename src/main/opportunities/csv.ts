/** The list of opportunities as a table for spreadsheets. */
import { OPPORTUNITY_CSV_COLUMNS, type OpportunitySummary } from '../../shared/domain/opportunity/opportunity.ts';
import { toCsv } from '../text/csv.ts';

type Headings = Readonly<Record<string, string>>;

interface Owner {
  readonly name: string;
  readonly awsAccountId: string;
}

export function formatOpportunities(
  opportunities: readonly OpportunitySummary[],
  ownerOf: (account: string) => Owner,
  headings: Headings,
): string {
  const rows = opportunities.map((each) => {
    const cells = toCells(each, ownerOf(each.account), headings);
    return OPPORTUNITY_CSV_COLUMNS.map((column) => cells[column]);
  });
  return toCsv(
    OPPORTUNITY_CSV_COLUMNS.map((column) => headings[column] ?? column),
    rows,
  );
}

function toCells(
  each: OpportunitySummary,
  owner: Owner,
  headings: Headings,
): Record<(typeof OPPORTUNITY_CSV_COLUMNS)[number], string> {
  const said = (kind: string, value: string | null) => headings[`${kind}.${value ?? ''}`] ?? value ?? '';
  return {
    id: each.id,
    partnerId: each.partnerId,
    title: each.title ?? '',
    customer: each.customer,
    country: each.country,
    industry: each.industry,
    stage: said('stage', each.stage),
    reviewStatus: said('reviewStatus', each.reviewStatus),
    origin: said('origin', each.origin),
    type: each.opportunityType,
    targetCloseDate: each.targetCloseDate ?? '',
    amount: each.amount ?? '',
    currency: each.currency ?? '',
    owner: each.owner,
    nextSteps: each.nextSteps,
    solutions: (each.related?.solutions ?? []).join('; '),
    awsProducts: (each.related?.awsProducts ?? []).join('; '),
    offers: (each.related?.offers ?? []).join('; '),
    closedLostReason: each.closedLostReason,
    engagementScore: each.engagementScore,
    involvement: each.involvement,
    account: owner.name,
    awsAccountId: owner.awsAccountId,
    catalog: each.catalog,
    created: each.createdAt ?? '',
    modified: each.modifiedAt,
  };
}
