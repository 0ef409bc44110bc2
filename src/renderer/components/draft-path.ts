/** Opens a draft in its wizard, at a field where one is named: of an offer by its id, of an authorization by draft and partner, of an offer set by its mark. */

const OFFER_SET = 'offerset';

export function toDraftPath(draftId: string, path: string | null = null): string {
  const search = path === null ? '' : `?${new URLSearchParams({ path })}`;
  const [id = '', partner] = draftId.split('/');
  const place =
    partner === undefined ? '/drafts' : partner === OFFER_SET ? '/offersets/drafts' : '/authorizations/drafts';
  return `${place}/${encodeURIComponent(id)}${search}`;
}
