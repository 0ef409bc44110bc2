/** Addresses of the offer pages. */
import type { OfferRef } from '../../../shared/contract/offers.ts';
import { toAuthorizationDraftPath } from '../authorizations/paths.ts';

export const OFFERS_PATH = '/offers';
export const ACTIVITY_PATH = '/activity';

export function toOfferPath({ account, offerId }: OfferRef): string {
  return `${OFFERS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(offerId)}`;
}

/** Opens a draft in the wizard, at a field where one is named. */
export function toDraftPath(draftId: string, path: string | null = null): string {
  // Drafts of authorizations are known to the journal by draft and partner.
  const [authorizationDraft, partner] = draftId.split('/');
  if (authorizationDraft && partner !== undefined) return toAuthorizationDraftPath(authorizationDraft, path);
  const search = path === null ? '' : `?${new URLSearchParams({ path })}`;
  return `/drafts/${encodeURIComponent(draftId)}${search}`;
}
