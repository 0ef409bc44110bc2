/** Drafts on this machine: go on with one, start one, remove one. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useCollection } from '@cloudscape-design/collection-hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DraftRecord } from '../../../shared/contract/drafts.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { DraftBulkMenu } from '../../components/bulk-menu.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { useHelp, usePage } from '../../stores/page.ts';
import { NewDraftButton } from './new-draft-button.tsx';
import { RemoveDraftDialog } from './remove-draft-dialog.tsx';

const PAGE_SIZE = 25;
const NONE: readonly DraftRecord[] = [];

export function DraftsPage() {
  const t = useTexts('drafts');
  const tTable = useTexts('table');
  const account = useActiveAccount();
  const { data, error, isPending, refetch } = useCallQuery('drafts.list', { account });
  const [removing, setRemoving] = useState<DraftRecord | null>(null);
  const [selected, setSelected] = useState<readonly DraftRecord[]>(NONE);
  usePage({ title: t('title'), breadcrumbs: [{ text: t('title'), to: '/drafts' }], contentType: 'table' });
  useHelp('drafts', 'help');
  const columns = useColumns(account === null, setRemoving);
  // A draft that is gone, or of another account, is not chosen any more.
  const chosen = (data?.drafts ?? NONE).filter(({ id }) => selected.some((draft) => draft.id === id));
  const { items, filterProps, collectionProps, paginationProps, filteredItemsCount } = useCollection(
    data?.drafts ?? NONE,
    {
      filtering: {
        noMatch: t('noMatch'),
        filteringFunction: (draft, text) => matches(draft, text),
        empty: <EmptyState title={t('empty.title')} body={t('empty.body')} action={<NewDraftButton />} />,
      },
      sorting: { defaultState: { sortingColumn: { sortingField: 'updatedAt' }, isDescending: true } },
      pagination: { pageSize: PAGE_SIZE },
    },
  );
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Table
        {...collectionProps}
        variant="full-page"
        items={items}
        trackBy="id"
        loading={isPending}
        loadingText={t('loading')}
        columnDefinitions={columns}
        selectionType="multi"
        selectedItems={chosen}
        onSelectionChange={({ detail }) => setSelected(detail.selectedItems)}
        ariaLabels={{
          tableLabel: t('title'),
          selectionGroupLabel: tTable('selection'),
          allItemsSelectionLabel: () => tTable('selectPage'),
          itemSelectionLabel: (_group, draft) => t('select', { name: draft.name || t('unnamed') }),
        }}
        header={
          <Header
            variant="h1"
            description={t('description')}
            counter={data ? `(${data.drafts.length})` : ''}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <DraftBulkMenu draftIds={chosen.map(({ id }) => id)} />
                <NewDraftButton />
              </SpaceBetween>
            }
          >
            {t('title')}
          </Header>
        }
        filter={
          <TextFilter
            {...filterProps}
            filteringPlaceholder={t('search')}
            filteringAriaLabel={t('search')}
            countText={t('matches', { count: filteredItemsCount ?? 0 })}
          />
        }
        pagination={<Pagination {...paginationProps} />}
      />
      {removing && <RemoveDraftDialog draft={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function matches({ name, productTitle }: DraftRecord, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return `${name}\n${productTitle ?? ''}`.toLowerCase().includes(wanted);
}

function useColumns(
  showsAccounts: boolean,
  onRemove: (draft: DraftRecord) => void,
): TableProps.ColumnDefinition<DraftRecord>[] {
  const t = useTexts('drafts');
  const format = useFormat();
  const navigate = useNavigate();
  const { accounts } = useAccounts();
  const addressOf = ({ id }: DraftRecord) => `/drafts/${encodeURIComponent(id)}`;
  const name = (draft: DraftRecord) => draft.name || t('unnamed');
  return [
    {
      id: 'name',
      header: t('column.name'),
      sortingField: 'name',
      isRowHeader: true,
      cell: (draft) => (
        <Link
          href={`#${addressOf(draft)}`}
          onFollow={(event) => {
            event.preventDefault();
            void navigate(addressOf(draft));
          }}
        >
          {name(draft)}
        </Link>
      ),
    },
    ...(showsAccounts
      ? [
          {
            id: 'account',
            header: t('column.account'),
            cell: (draft: DraftRecord) => {
              const account = accounts.find(({ key }) => key === draft.account);
              return account ? <AccountBadge account={account} /> : t('accountGone');
            },
          },
        ]
      : []),
    {
      id: 'product',
      header: t('column.product'),
      sortingField: 'productTitle',
      cell: ({ productTitle }) => productTitle ?? t('noProduct'),
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: ({ changeId }) => (changeId === null ? t('state.editing') : t('state.sent')),
    },
    {
      id: 'updatedAt',
      header: t('column.updatedAt'),
      sortingField: 'updatedAt',
      cell: ({ updatedAt }) => format.instant(updatedAt),
    },
    {
      id: 'actions',
      header: t('column.actions'),
      cell: (draft) => (
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="inline-link"
            ariaLabel={t('removeNamed', { name: name(draft) })}
            onClick={() => onRemove(draft)}
          >
            <Box display="inline">{t('remove')}</Box>
          </Button>
        </SpaceBetween>
      ),
    },
  ];
}
