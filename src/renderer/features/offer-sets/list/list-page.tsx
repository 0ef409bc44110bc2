/** All offer sets of the active account, or of all accounts, from this machine's copy, and the drafts of sets. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { LocalDrafts } from '../../../components/local-drafts.tsx';
import { useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { SyncedTable } from '../../../components/synced-table.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { toSetDraftPath } from '../paths.ts';
import { useOfferSetColumns } from './columns.tsx';
import { OfferSetFilterBar } from './filter.tsx';
import { NewOfferSetButton } from './new-button.tsx';
import { useOfferSetView } from './use-filter.ts';

const TABLE_ID = 'offersets';

export function OfferSetListPage() {
  const t = useTexts('offersets');
  const view = useOfferSetView();
  const { address, filter, sort } = view;
  const columns = useOfferSetColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'offersets', key: 'help.list' } });
  const query = useCallQuery(
    'offersets.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <SyncedTable
        feature="offersets"
        id={TABLE_ID}
        view={view}
        query={query}
        columns={columns}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <SyncButton feature="offersets" />
            <NewOfferSetButton />
          </SpaceBetween>
        }
        filter={<OfferSetFilterBar view={view} />}
        emptyAction={<NewOfferSetButton />}
      />
      <LocalDrafts feature="offersets" toPath={toSetDraftPath} />
    </SpaceBetween>
  );
}
