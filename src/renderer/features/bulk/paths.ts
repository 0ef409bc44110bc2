/** Addresses of the bulk pages, and of what rows are about. */
import type { BulkRow, BulkSubject } from '../../../shared/domain/bulk/bulk.ts';

export const BULK_PATH = '/bulk';
export const NEW_BULK_PATH = '/bulk/new';
export const DRAFTS_PATH = '/drafts';
export const OFFERS_PATH = '/offers';

export const toRunPath = (id: string) => `/bulk/runs/${encodeURIComponent(id)}`;
export const toUndoPath = (id: string) => `${NEW_BULK_PATH}?undo=${encodeURIComponent(id)}`;

export function toSubjectPath(account: string, { kind, id }: BulkSubject): string {
  const address = encodeURIComponent(id);
  return kind === 'draft' ? `/drafts/${address}` : `/offers/${encodeURIComponent(account)}/${address}`;
}

/** The offer that a row has made or changed, once it is known. */
export function toOfferPath({ account, offerId }: Pick<BulkRow, 'account' | 'offerId'>): string | null {
  return offerId === null ? null : toSubjectPath(account, { kind: 'offer', id: offerId });
}
