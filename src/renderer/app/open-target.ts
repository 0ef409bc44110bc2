/** The page of what was announced outside the window. */
import type { OpenTarget } from '../../shared/contract/announcement.ts';
import { inboxPath, subjectPath } from '../features/notifications/paths.ts';
import { toEntityPath } from '../features/offers/activity/entity-pages.ts';
import { ACTIVITY_PATH } from '../features/offers/paths.ts';

export function toTargetPath(target: OpenTarget): string {
  switch (target.kind) {
    case 'inbox':
      return inboxPath(null);
    case 'entity':
      return toEntityPath(target) ?? ACTIVITY_PATH;
    case 'notification': {
      const pages = target.subjects.map((subject) => subjectPath(target.account, subject));
      return pages.find((page) => page !== null) ?? inboxPath(target.id);
    }
  }
}
