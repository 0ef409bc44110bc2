/** Where notifications and the things they are about are found. */
import type { Subject } from '../../../shared/domain/notification/incoming.ts';

export const INBOX_PATH = '/inbox';
export const QUEUES_PATH = '/inbox/queues';
export const INBOX_SETTINGS_PATH = '/inbox/settings';

/** The inbox, with one thing opened where it is named. */
export function inboxPath(id: number | null): string {
  return id === null ? INBOX_PATH : `${INBOX_PATH}?open=${id}`;
}

export function queuePath(account: string): string {
  return `${QUEUES_PATH}/${encodeURIComponent(account)}`;
}

/** The page of a thing in the app; null where it has none. */
export function subjectPath(account: string, { type, id }: Subject): string | null {
  const at = (place: string) => `/${place}/${encodeURIComponent(account)}/${encodeURIComponent(id)}`;
  switch (type) {
    case 'offer':
      return at('offers');
    case 'agreement':
      return at('agreements');
    case 'authorization':
      return at('authorizations');
    case 'opportunity':
      return at('opportunities');
    case 'invitation':
      return at('invitations');
    case 'engagement':
      return at('engagements');
    case 'product':
      return at('products');
    case 'change-set':
      return '/activity';
    case 'offer-set':
      return at('offersets');
  }
}
