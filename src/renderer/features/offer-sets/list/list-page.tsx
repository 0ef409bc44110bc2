/** All offer sets of the active account, or of all accounts, from this machine's copy, and the drafts of sets. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { EmptyList } from '../../../components/empty-list.tsx';
import { LocalDrafts } from '../../../components/local-drafts.tsx';
import { ReadProblems } from '../../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
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
  const { data, error, refetch } = useCallQuery(
    'offersets.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <ReadProblems feature="offersets" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <SyncButton feature="offersets" />
            <NewOfferSetButton />
          </SpaceBetween>
        }
        filter={<OfferSetFilterBar view={view} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={sort}
        keyOf={({ account, id }) => `${account} ${id}`}
        empty={
          <EmptyList
            feature="offersets"
            isFiltered={view.isFiltered}
            syncedAt={data?.syncedAt ?? null}
            onClear={view.clear}
            action={<NewOfferSetButton />}
          />
        }
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
      <LocalDrafts feature="offersets" toPath={toSetDraftPath} />
    </SpaceBetween>
  );
}
