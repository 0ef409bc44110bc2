/** All invitations of the active account, or of all accounts that use the same catalog, from this machine's copy. */
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import {
  INVITATION_STATUSES,
  INVITATION_TYPES,
  type InvitationSummary,
} from '../../../shared/domain/opportunity/invitation.ts';
import { useCallQuery, useClient } from '../../bridge/hooks.tsx';
import { ChoiceFilter } from '../../components/address-filters.tsx';
import { DealBulkMenu } from '../../components/deal-bulk-menu.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { CatalogBanner, CatalogFilter } from '../../components/partner-catalog.tsx';
import { useRemoteTableView } from '../../components/remote-table.tsx';
import { SelectMatching } from '../../components/select-matching.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { SyncedTable } from '../../components/synced-table.tsx';
import { useListSelection } from '../../components/use-list-selection.ts';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
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
  const query = useCallQuery(
    'invitations.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  const { data } = query;
  return (
    <SpaceBetween size="m">
      {data && <CatalogBanner catalog={data.catalog} />}
      <SyncedTable
        feature="invitations"
        id={TABLE_ID}
        view={view}
        query={query}
        columns={columns}
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
        selection={{
          items: selection.items,
          label: ({ title, id }) => t('list.select', { name: title || id }),
          onChange: selection.setOnPage,
        }}
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
  return (
    <SpaceBetween size="xs">
      <CatalogFilter address={address} catalog={catalog} catalogs={catalogs} />
      <Grid gridDefinition={[6, 3, 3].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <ChoiceFilter
          address={address}
          name="type"
          label={t('column.type')}
          options={INVITATION_TYPES}
          chosen={filter.types}
          labelOf={(type) => typeWord(t, type)}
        />
        <ChoiceFilter
          address={address}
          name="status"
          label={t('filter.status')}
          options={INVITATION_STATUSES}
          chosen={filter.statuses}
          labelOf={(status) => statusWord(t, status)}
        />
      </Grid>
    </SpaceBetween>
  );
}
