/** Addresses of the pages of opportunities. */
export const OPPORTUNITY_DRAFTS_PATH = '/opportunities/drafts';

/** Opens a draft in its editor. */
export function toOpportunityDraftPath(draftId: string): string {
  return `${OPPORTUNITY_DRAFTS_PATH}/${encodeURIComponent(draftId)}`;
}
