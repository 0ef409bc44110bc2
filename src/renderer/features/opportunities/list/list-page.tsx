/** All opportunities of the active account, or of all accounts that use the same catalog, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import type { OpportunitySummary } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useCallQuery, useClient } from '../../../bridge/hooks.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { DealBulkMenu } from '../../../components/deal-bulk-menu.tsx';
import { EmptyList } from '../../../components/empty-list.tsx';
import { ReadProblems } from '../../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../../components/remote-table.tsx';
import { SelectMatching } from '../../../components/select-matching.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { listedKey, useListSelection } from '../../../components/use-list-selection.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { NewOpportunityButton } from '../editor/new-opportunity-button.tsx';
import { BACKFILL_PATH, OPPORTUNITY_DRAFTS_PATH } from '../paths.ts';
import { CatalogBanner } from '../catalog-banner.tsx';
import { useOpportunityColumns } from './columns.tsx';
import { ExportButton } from './export-button.tsx';
import { OpportunityFilterBar } from './filter.tsx';
import { useOpportunityView } from './use-filter.ts';

const TABLE_ID = 'opportunities';

export function OpportunityListPage() {
  const t = useTexts('opportunities');
  const navigate = useNavigate();
  const view = useOpportunityView();
  const { address, filter, sort } = view;
  const client = useClient();
  const selection = useListSelection<OpportunitySummary>();
  const columns = useOpportunityColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'opportunities', key: 'help.list' } });
  const { data, error, refetch } = useCallQuery(
    'opportunities.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      {data && <CatalogBanner catalog={data.catalog} />}
      <ReadProblems feature="opportunities" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <DealBulkMenu kind="opportunity" selected={selection.items} />
            <SelectMatching
              selection={selection}
              total={data?.total ?? 0}
              load={(page) =>
                client.call('opportunities.list', { filter, ...page, sortBy: sort.by, direction: sort.direction })
              }
            />
            <ExportButton filter={filter} total={data?.total ?? 0} />
            <Button onClick={() => void navigate(OPPORTUNITY_DRAFTS_PATH)}>{t('list.drafts')}</Button>
            <Button onClick={() => void navigate(BACKFILL_PATH)}>{t('list.backfill')}</Button>
            <SyncButton feature="opportunities" />
            <NewOpportunityButton />
          </SpaceBetween>
        }
        filter={<OpportunityFilterBar view={view} catalog={data?.catalog} catalogs={data?.catalogs ?? []} />}
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
            feature="opportunities"
            isFiltered={view.isFiltered}
            syncedAt={data?.syncedAt ?? null}
            onClear={view.clear}
            action={<NewOpportunityButton />}
          />
        }
        onRetry={() => void refetch()}
        onPage={(page) => address.set({ page: String(page) })}
        onSort={({ by, direction }) => address.set({ sort: by, direction })}
      />
    </SpaceBetween>
  );
}
