/** All offers of the active account, or of all accounts, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { OfferBulkMenu } from '../../../components/bulk-menu.tsx';
import { EmptyList } from '../../../components/empty-list.tsx';
import { ReadProblems } from '../../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { ImportButton } from '../life/import-button.tsx';
import { useOfferColumns } from './columns.tsx';
import { OfferFilterBar } from './filter.tsx';
import { MakeSetButton } from './make-set-button.tsx';
import { NewOfferButton } from './new-offer-button.tsx';
import { useOfferView } from './use-offer-filter.ts';
import { offerKey, useOfferSelection, type OfferSelection } from './use-offer-selection.ts';

const TABLE_ID = 'offers';

export function OfferListPage() {
  const t = useTexts('offers');
  const view = useOfferView();
  const { address, filter, sort } = view;
  const columns = useOfferColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  const selection = useOfferSelection();
  const [exporting, setExporting] = useState(false);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'offers', key: 'help.list' } });
  const { data, error, refetch } = useCallQuery(
    'offers.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <ReadProblems feature="offers" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={<ListActions selection={selection} total={data?.total ?? 0} onExport={() => setExporting(true)} />}
        filter={<OfferFilterBar view={view} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={sort}
        keyOf={offerKey}
        selection={{
          items: selection.items,
          label: (offer) => t('list.select', { name: offer.name || offer.id }),
          onChange: selection.setOnPage,
        }}
        empty={
          <EmptyList
            feature="offers"
            isFiltered={view.isFiltered}
            syncedAt={data?.syncedAt ?? null}
            action={<NewOfferButton />}
            onClear={view.clear}
          />
        }
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
      {exporting && (
        <ExportDialog
          refs={
            selection.items.length > 0 ? selection.items.map(({ account, id }) => ({ account, offerId: id })) : null
          }
          filter={filter}
          count={selection.items.length || (data?.total ?? 0)}
          onClose={() => setExporting(false)}
        />
      )}
    </SpaceBetween>
  );
}

interface ListActionsProps {
  readonly selection: OfferSelection;
  readonly total: number;
  onExport(): void;
}

function ListActions({ selection, total, onExport }: ListActionsProps) {
  const t = useTexts('offers');
  const count = selection.items.length;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <OfferBulkMenu offers={selection.items.map(({ account, id }) => ({ account, offerId: id }))} />
      <MakeSetButton offers={selection.items} />
      {count > 0 && <Button onClick={selection.clear}>{t('list.clearSelection')}</Button>}
      <Button disabled={total === 0 && count === 0} onClick={onExport}>
        {count > 0 ? t('export.openSelected', { count }) : t('export.openAll')}
      </Button>
      <ImportButton />
      <SyncButton feature="offers" />
      <NewOfferButton />
    </SpaceBetween>
  );
}
