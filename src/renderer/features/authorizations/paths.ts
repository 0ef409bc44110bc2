/** Addresses of the pages of authorizations. */

export const AUTHORIZATIONS_PATH = '/authorizations';
export const RECEIVED_PATH = '/channel';

export function toAuthorizationPath(account: string, id: string): string {
  return `${AUTHORIZATIONS_PATH}/${encodeURIComponent(account)}/${encodeURIComponent(id)}`;
}

/** Opens a draft in its wizard, at a field where one is named. */
export function toAuthorizationDraftPath(draftId: string, path: string | null = null): string {
  const search = path === null ? '' : `?${new URLSearchParams({ path })}`;
  return `${AUTHORIZATIONS_PATH}/drafts/${encodeURIComponent(draftId)}${search}`;
}
