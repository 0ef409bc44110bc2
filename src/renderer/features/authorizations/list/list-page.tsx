/** All authorizations that the active account, or all accounts, have issued, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ReadProblems } from '../../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { useAuthorizationColumns } from './columns.tsx';
import { AuthorizationDrafts } from './drafts.tsx';
import { ExportButton } from './export-button.tsx';
import { AuthorizationFilterBar } from './filter.tsx';
import { NewAuthorizationButton } from './new-button.tsx';
import { useAuthorizationView, type AuthorizationView } from './use-filter.ts';

const TABLE_ID = 'authorizations';

export function AuthorizationListPage() {
  const t = useTexts('authorizations');
  const view = useAuthorizationView();
  const { address, filter, sort } = view;
  const columns = useAuthorizationColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'authorizations', key: 'help.list' } });
  const { data, error, refetch } = useCallQuery(
    'authorizations.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      <ReadProblems feature="authorizations" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportButton filter={filter} disabled={(data?.total ?? 0) === 0} />
            <SyncButton feature="authorizations" />
            <NewAuthorizationButton />
          </SpaceBetween>
        }
        filter={<AuthorizationFilterBar view={view} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={sort}
        keyOf={({ account, id }) => `${account} ${id}`}
        empty={<NoAuthorizations view={view} syncedAt={data?.syncedAt ?? null} />}
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
      <AuthorizationDrafts />
    </SpaceBetween>
  );
}

function NoAuthorizations({ view, syncedAt }: { view: AuthorizationView; syncedAt: string | null }) {
  const t = useTexts('authorizations');
  if (view.isFiltered) {
    return (
      <EmptyState
        title={t('list.noMatch')}
        body={t('list.noMatchSays')}
        action={<Button onClick={view.clear}>{t('list.clear')}</Button>}
      />
    );
  }
  if (syncedAt === null) {
    return (
      <EmptyState
        title={t('list.empty')}
        body={t('list.emptySays')}
        action={<SyncButton feature="authorizations" variant="primary" />}
      />
    );
  }
  return <EmptyState title={t('list.empty')} body={t('list.emptyAtAws')} action={<NewAuthorizationButton />} />;
}
