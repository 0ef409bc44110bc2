/** What AWS Marketplace has told the accounts, newest first, with the way to each thing; follows by itself. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Notification } from '../../../../shared/domain/notification/notification.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useHelp, usePage } from '../../../stores/page.ts';
import { INBOX_SETTINGS_PATH, QUEUES_PATH } from '../paths.ts';
import { Freshness } from '../queue/freshness.tsx';
import { useInboxColumns } from './columns.tsx';
import { NotificationDetails } from './details.tsx';
import { InboxFilterBar } from './filter.tsx';
import { useExportInbox } from './use-export-inbox.ts';
import { useInboxView, type InboxView } from './use-inbox-view.ts';

const TABLE_ID = 'inbox';
const NEWEST_FIRST = { by: 'time', direction: 'descending' } as const;

export function InboxPage() {
  const t = useTexts('inbox');
  const view = useInboxView();
  const { address, filter } = view;
  const opened = Number.parseInt(address.get('open'), 10) || null;
  const setOpened = (id: number | null) =>
    address.set({ open: id === null ? null : String(id), page: String(address.page) });
  const [selected, setSelected] = useState<readonly Notification[]>([]);
  const columns = useInboxColumns(filter.account === null, setOpened);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('title'), contentType: 'table' });
  useHelp('inbox', 'help.list');
  const { data, error, refetch } = useCallQuery(
    'notifications.list',
    { filter, page: address.page, pageSize },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <Freshness />
      <RemoteTable
        id={TABLE_ID}
        title={t('title')}
        actions={<InboxActions view={view} selected={selected} onDone={() => setSelected([])} />}
        filter={<InboxFilterBar view={view} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={NEWEST_FIRST}
        keyOf={({ id }) => String(id)}
        selection={{
          items: selected,
          label: ({ detailType }) => t('select', { name: detailType }),
          onChange: (onPage) => setSelected(onPage),
        }}
        empty={<NothingHere view={view} />}
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={() => {}}
      />
      {opened !== null && <NotificationDetails key={opened} id={opened} onClose={() => setOpened(null)} />}
    </SpaceBetween>
  );
}

interface InboxActionsProps {
  readonly view: InboxView;
  readonly selected: readonly Notification[];
  onDone(): void;
}

function InboxActions({ view, selected, onDone }: InboxActionsProps) {
  const t = useTexts('inbox');
  const navigate = useNavigate();
  const mark = useCallMutation('notifications.markRead');
  const exporting = useExportInbox(view.filter);
  const markSelected = (read: boolean) =>
    mark.mutate({ what: { kind: 'ids', ids: selected.map(({ id }) => id) }, read }, { onSuccess: onDone });
  const none = selected.length === 0;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {mark.error && <AppErrorView error={mark.error} />}
      <Button disabled={none} onClick={() => markSelected(true)}>
        {t('markRead')}
      </Button>
      <Button disabled={none} onClick={() => markSelected(false)}>
        {t('markUnread')}
      </Button>
      <Button
        loading={mark.isPending}
        onClick={() => mark.mutate({ what: { kind: 'filter', filter: view.filter }, read: true })}
      >
        {t(view.isFiltered ? 'markFound' : 'markAll')}
      </Button>
      <ButtonDropdown
        loading={exporting.isPending}
        items={[
          { id: 'csv', text: t('export.csv') },
          { id: 'json', text: t('export.json') },
        ]}
        onItemClick={({ detail }) => exporting.start(detail.id === 'json' ? 'json' : 'csv')}
      >
        {t('export.open')}
      </ButtonDropdown>
      <Button iconName="settings" ariaLabel={t('settings.title')} onClick={() => void navigate(INBOX_SETTINGS_PATH)} />
    </SpaceBetween>
  );
}

function NothingHere({ view }: { view: InboxView }) {
  const t = useTexts('inbox');
  const navigate = useNavigate();
  if (view.isFiltered) {
    return (
      <EmptyState
        title={t('empty.noMatch')}
        body={t('empty.noMatchSays')}
        action={<Button onClick={view.clear}>{t('empty.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('empty.title')}
      body={t('empty.body')}
      action={<Button onClick={() => void navigate(QUEUES_PATH)}>{t('queues.open')}</Button>}
    />
  );
}
