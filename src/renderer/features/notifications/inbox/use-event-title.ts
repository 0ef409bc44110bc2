/** What happened, in the person's language where this version knows the type, else in AWS's own words. */
import type { Notification } from '../../../../shared/domain/notification/notification.ts';
import { useHasText, useTexts } from '../../../i18n/context.tsx';

export function useEventTitle(): (notification: Pick<Notification, 'detailType' | 'status'>) => string {
  const t = useTexts('inbox');
  const has = useHasText();
  return ({ detailType }) => {
    const key = `type.${toKey(detailType)}`;
    return has(`inbox:${key}`) ? t(key) : detailType;
  };
}

/** Purchase Agreement Created - Proposer: purchase-agreement-created-proposer. */
function toKey(detailType: string): string {
  return detailType
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
