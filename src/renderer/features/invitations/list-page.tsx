/** All invitations of the active account, or of all accounts that use the same catalog, from this machine's copy. */
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import {
  INVITATION_STATUSES,
  INVITATION_TYPES,
  type InvitationSummary,
} from '../../../shared/domain/opportunity/invitation.ts';
import { useCallQuery, useClient } from '../../bridge/hooks.tsx';
import { AsOf } from '../../components/as-of.tsx';
import { DealBulkMenu } from '../../components/deal-bulk-menu.tsx';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { ReadProblems } from '../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../components/remote-table.tsx';
import { SelectMatching } from '../../components/select-matching.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { listedKey, useListSelection } from '../../components/use-list-selection.ts';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { CatalogBanner } from '../opportunities/catalog-banner.tsx';
import { useInvitationColumns } from './columns.tsx';
import { statusWord, typeWord } from './status.tsx';
import { useInvitationView, type InvitationView } from './use-view.ts';

const TABLE_ID = 'invitations';

export function InvitationListPage() {
  const t = useTexts('invitations');
  const view = useInvitationView();
  const { address, filter, sort } = view;
  const client = useClient();
  const selection = useListSelection<InvitationSummary>();
  const columns = useInvitationColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'invitations', key: 'help.list' } });
  const { data, error, refetch } = useCallQuery(
    'invitations.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      {data && <CatalogBanner catalog={data.catalog} />}
      <ReadProblems feature="invitations" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <DealBulkMenu kind="invitation" selected={selection.items} />
            <SelectMatching
              selection={selection}
              total={data?.total ?? 0}
              load={(page) =>
                client.call('invitations.list', { filter, ...page, sortBy: sort.by, direction: sort.direction })
              }
            />
            <SyncButton feature="invitations" />
          </SpaceBetween>
        }
        filter={<FilterBar view={view} catalog={data?.catalog} catalogs={data?.catalogs ?? []} />}
        columns={columns}
        data={data}
        error={error}
        page={address.page}
        sort={sort}
        keyOf={listedKey}
        selection={{
          items: selection.items,
          label: ({ title, id }) => t('list.select', { name: title || id }),
          onChange: selection.setOnPage,
        }}
        empty={
          <EmptyList
            feature="invitations"
            isFiltered={view.isFiltered}
            syncedAt={data?.syncedAt ?? null}
            onClear={view.clear}
          />
        }
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
    </SpaceBetween>
  );
}

interface FilterBarProps {
  readonly view: InvitationView;
  readonly catalog: PartnerCatalog | undefined;
  /** More than one: the accounts in view use both. */
  readonly catalogs: readonly PartnerCatalog[];
}

function FilterBar({ view: { address, filter }, catalog, catalogs }: FilterBarProps) {
  const t = useTexts('invitations');
  const toOption = (value: string) => ({ value, label: statusWord(t, value) });
  const toType = (value: string) => ({ value, label: typeWord(t, value) });
  return (
    <SpaceBetween size="xs">
      {catalogs.length > 1 && catalog && (
        <SegmentedControl
          label={t('filter.catalog')}
          selectedId={catalog}
          options={catalogs.map((id) => ({ id, text: t(`catalog.${id}`) }))}
          onChange={({ detail }) => address.set({ catalog: detail.selectedId })}
        />
      )}
      <Grid gridDefinition={[6, 3, 3].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <Multiselect
          ariaLabel={t('column.type')}
          placeholder={t('column.type')}
          options={INVITATION_TYPES.map(toType)}
          selectedOptions={filter.types.map(toType)}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => address.set({ type: detail.selectedOptions.map(({ value }) => value ?? '') })}
        />
        <Multiselect
          ariaLabel={t('filter.status')}
          placeholder={t('filter.status')}
          options={INVITATION_STATUSES.map(toOption)}
          selectedOptions={filter.statuses.map(toOption)}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) => address.set({ status: detail.selectedOptions.map(({ value }) => value ?? '') })}
        />
      </Grid>
    </SpaceBetween>
  );
}
