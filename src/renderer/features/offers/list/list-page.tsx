/** All offers of the active account, or of all accounts, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { OfferBulkMenu } from '../../../components/bulk-menu.tsx';
import { useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { SyncedTable } from '../../../components/synced-table.tsx';
import { useListSelection, type ListSelection } from '../../../components/use-list-selection.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { ImportButton } from '../life/import-button.tsx';
import { useOfferColumns } from './columns.tsx';
import { OfferFilterBar } from './filter.tsx';
import { MakeSetButton } from './make-set-button.tsx';
import { NewOfferButton } from './new-offer-button.tsx';
import { useOfferView } from './use-offer-filter.ts';

const TABLE_ID = 'offers';

export function OfferListPage() {
  const t = useTexts('offers');
  const view = useOfferView();
  const { address, filter, sort } = view;
  const columns = useOfferColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  const selection = useListSelection<OfferSummary>();
  const [exporting, setExporting] = useState(false);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'offers', key: 'help.list' } });
  const query = useCallQuery(
    'offers.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  const total = query.data?.total ?? 0;
  return (
    <SpaceBetween size="m">
      <SyncedTable
        feature="offers"
        id={TABLE_ID}
        view={view}
        query={query}
        columns={columns}
        actions={<ListActions selection={selection} total={total} onExport={() => setExporting(true)} />}
        filter={<OfferFilterBar view={view} />}
        selection={{
          items: selection.items,
          label: (offer) => t('list.select', { name: offer.name || offer.id }),
          onChange: selection.setOnPage,
        }}
        emptyAction={<NewOfferButton />}
      />
      {exporting && (
        <ExportDialog
          refs={
            selection.items.length > 0 ? selection.items.map(({ account, id }) => ({ account, offerId: id })) : null
          }
          filter={filter}
          count={selection.items.length || total}
          onClose={() => setExporting(false)}
        />
      )}
    </SpaceBetween>
  );
}

interface ListActionsProps {
  readonly selection: ListSelection<OfferSummary>;
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
