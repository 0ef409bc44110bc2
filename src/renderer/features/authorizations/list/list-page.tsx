/** All authorizations that the active account, or all accounts, have issued or received, from this machine's copy. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Ownership } from '../../../../shared/domain/authorization/authorization.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { LinkedRoleNotice } from '../../../components/linked-role.tsx';
import { LocalDrafts } from '../../../components/local-drafts.tsx';
import { useRemoteTableView } from '../../../components/remote-table.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { SyncedTable } from '../../../components/synced-table.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { toAuthorizationDraftPath } from '../paths.ts';
import { useAuthorizationColumns } from './columns.tsx';
import { ExportButton } from './export-button.tsx';
import { AuthorizationFilterBar } from './filter.tsx';
import { NewAuthorizationButton } from './new-button.tsx';
import { useAuthorizationView } from './use-filter.ts';

/** How lists of each kind differ. */
const LISTS = {
  issued: { tableId: 'authorizations', topic: 'authorizations' },
  received: { tableId: 'received-authorizations', topic: 'channel' },
} as const;

export function AuthorizationListPage() {
  return <AuthorizationList ownership="issued" />;
}

export function ReceivedListPage() {
  return <AuthorizationList ownership="received" />;
}

function AuthorizationList({ ownership }: { ownership: Ownership }) {
  const { tableId, topic } = LISTS[ownership];
  const t = useTexts(topic);
  const view = useAuthorizationView(ownership);
  const { address, filter, sort } = view;
  const columns = useAuthorizationColumns(filter.account === null, ownership);
  const [{ pageSize }] = useRemoteTableView(tableId, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic, key: 'help.list' } });
  const query = useCallQuery(
    'authorizations.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      {filter.account !== null && <LinkedRoleNotice account={filter.account} />}
      <SyncedTable
        feature="authorizations"
        topic={topic}
        id={tableId}
        view={view}
        query={query}
        columns={columns}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ExportButton filter={filter} disabled={(query.data?.total ?? 0) === 0} />
            <SyncButton feature="authorizations" />
            {ownership === 'issued' && <NewAuthorizationButton />}
          </SpaceBetween>
        }
        filter={<AuthorizationFilterBar view={view} />}
        emptyAction={ownership === 'issued' ? <NewAuthorizationButton /> : <SyncButton feature="authorizations" />}
      />
      {ownership === 'issued' && <LocalDrafts feature="authorizations" withProduct toPath={toAuthorizationDraftPath} />}
    </SpaceBetween>
  );
}
