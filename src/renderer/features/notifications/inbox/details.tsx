/** One notification whole: what it is about with the way there, and the event as AWS sent it. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import type { MethodOutput } from '../../../../shared/contract/index.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { subjectPath } from '../paths.ts';
import { useEventTitle } from './use-event-title.ts';

export function NotificationDetails({ id, onClose }: { id: number; onClose(): void }) {
  const t = useTexts('inbox');
  const common = useTexts('common');
  const titleOf = useEventTitle();
  const { data, error, refetch } = useCallQuery('notifications.get', { id });
  useMarkRead(id, data?.readAt === null);
  return (
    <Modal
      visible
      size="large"
      header={data ? titleOf(data) : t('details.title')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button onClick={onClose}>{common('close')}</Button>
        </Box>
      }
    >
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      {data && <Facts notification={data} />}
    </Modal>
  );
}

/** Opening it is reading it; once, so that it can be marked unread again while it is open. */
function useMarkRead(id: number, isUnread: boolean): void {
  const { mutate } = useCallMutation('notifications.markRead');
  const marked = useRef(false);
  useEffect(() => {
    if (!isUnread || marked.current) return;
    marked.current = true;
    mutate({ what: { kind: 'ids', ids: [id] }, read: true });
  }, [id, isUnread, mutate]);
}

function Facts({ notification }: { notification: MethodOutput<'notifications.get'> }) {
  const t = useTexts('inbox');
  const format = useFormat();
  const account = useAccount(notification.account);
  const { subjects, document, buyer, status, detailType, source } = notification;
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('column.account'), value: account ? <AccountBadge account={account} /> : notification.account },
          { label: t('column.kind'), value: t(`kind.${notification.kind}`) },
          { label: t('column.time'), value: format.instant(notification.time) },
          { label: t('details.received'), value: format.instant(notification.receivedAt) },
          { label: t('details.type'), value: `${detailType} (${source})` },
          { label: t('column.status'), value: status ?? '-' },
          { label: t('column.buyer'), value: buyer ?? '-' },
          { label: t('details.own'), value: t(notification.own ? 'details.ownYes' : 'details.ownNo') },
          ...subjects.map((subject) => {
            const path = subjectPath(notification.account, subject);
            return {
              label: t(`subject.${subject.type}`),
              value: path === null ? subject.id : <RouteLink to={path}>{subject.id}</RouteLink>,
            };
          }),
        ]}
      />
      <JsonView value={document} label={t('details.document')} />
    </SpaceBetween>
  );
}
