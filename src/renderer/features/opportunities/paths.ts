/** Addresses of the pages of opportunities. */
import type { OpportunityRef } from '../../../shared/contract/opportunities.ts';

export const OPPORTUNITIES_PATH = '/opportunities';
export const OPPORTUNITY_DRAFTS_PATH = '/opportunities/drafts';

export function toOpportunityPath({ account, opportunityId }: OpportunityRef): string {
  return `${OPPORTUNITIES_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(opportunityId)}`;
}

/** Opens a draft in its editor. */
export function toOpportunityDraftPath(draftId: string): string {
  return `${OPPORTUNITY_DRAFTS_PATH}/${encodeURIComponent(draftId)}`;
}
