/** Addresses of the pages of opportunities. */
import type { OpportunityRef } from '../../../shared/contract/opportunities.ts';
import type { OpportunitySummary } from '../../../shared/domain/opportunity/opportunity.ts';

export const OPPORTUNITIES_PATH = '/opportunities';
export const OPPORTUNITY_DRAFTS_PATH = '/opportunities/drafts';
export const BACKFILL_PATH = '/opportunities/backfill';

export function toBackfillPath(id: string): string {
  return `${BACKFILL_PATH}/${encodeURIComponent(id)}`;
}

export function toOpportunityPath({ account, opportunityId }: OpportunityRef): string {
  return `${OPPORTUNITIES_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(opportunityId)}`;
}

/** Opens a draft in its editor. */
export function toOpportunityDraftPath(draftId: string): string {
  return `${OPPORTUNITY_DRAFTS_PATH}/${encodeURIComponent(draftId)}`;
}

/** The opportunity in Partner Central itself; null where Partner Central has no page for it, as for the sandbox. */
export function toPartnerCentral({ catalog, id }: Pick<OpportunitySummary, 'catalog' | 'id'>): string | null {
  if (catalog !== 'AWS') return null;
  return `https://us-east-1.console.aws.amazon.com/partnercentral/opportunities/${encodeURIComponent(id)}`;
}
