/** Addresses of the bulk pages, and of what rows are about. */
import type { BulkRow, BulkSubject } from '../../../shared/domain/bulk/bulk.ts';

export const BULK_PATH = '/bulk';
export const NEW_BULK_PATH = '/bulk/new';
export const DRAFTS_PATH = '/drafts';
export const OFFERS_PATH = '/offers';
export const INVITATIONS_PATH = '/invitations';
export const OPPORTUNITIES_PATH = '/opportunities';

export const toRunPath = (id: string) => `/bulk/runs/${encodeURIComponent(id)}`;
export const toUndoPath = (id: string) => `${NEW_BULK_PATH}?undo=${encodeURIComponent(id)}`;

const PAGES: Readonly<Record<BulkSubject['kind'], string>> = {
  draft: '/drafts',
  offer: OFFERS_PATH,
  invitation: INVITATIONS_PATH,
  opportunity: OPPORTUNITIES_PATH,
};

export function toSubjectPath(account: string, { kind, id }: BulkSubject): string {
  const address = encodeURIComponent(id);
  return kind === 'draft' ? `${PAGES.draft}/${address}` : `${PAGES[kind]}/${encodeURIComponent(account)}/${address}`;
}

/** The offer or opportunity that a row has made or changed, once it is known. */
export function toResultPath({ account, result }: Pick<BulkRow, 'account' | 'result'>): string | null {
  return result === null ? null : toSubjectPath(account, result);
}
