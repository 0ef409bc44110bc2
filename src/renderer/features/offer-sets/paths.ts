/** Addresses of the pages of offer sets. */

export const OFFER_SETS_PATH = '/offersets';

export function toOfferSetPath(account: string, id: string): string {
  return `${OFFER_SETS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(id)}`;
}

export function toSetDraftPath(draftId: string): string {
  return `${OFFER_SETS_PATH}/drafts/${encodeURIComponent(draftId)}`;
}

/** What was sent, and what comes next. */
export function toSentPath(changeId: string): string {
  return `${OFFER_SETS_PATH}/sent/${encodeURIComponent(changeId)}`;
}
