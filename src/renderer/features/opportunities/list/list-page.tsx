/** All opportunities of the active account, or of all accounts that use the same catalog, from this machine's copy. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import type { OpportunitySummary } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useCallQuery, useClient } from '../../../bridge/hooks.tsx';
import { DealBulkMenu } from '../../../components/deal-bulk-menu.tsx';
import { CatalogBanner } from '../../../components/partner-catalog.tsx';
import { useRemoteTableView } from '../../../components/remote-table.tsx';
import { SelectMatching } from '../../../components/select-matching.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { SyncedTable } from '../../../components/synced-table.tsx';
import { useListSelection } from '../../../components/use-list-selection.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { NewOpportunityButton } from '../editor/new-opportunity-button.tsx';
import { BACKFILL_PATH, OPPORTUNITY_DRAFTS_PATH } from '../paths.ts';
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
  const query = useCallQuery(
    'opportunities.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  const { data } = query;
  return (
    <SpaceBetween size="m">
      {data && <CatalogBanner catalog={data.catalog} />}
      <SyncedTable
        feature="opportunities"
        id={TABLE_ID}
        view={view}
        query={query}
        columns={columns}
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
        selection={{
          items: selection.items,
          label: ({ title, id }) => t('list.select', { name: title || id }),
          onChange: selection.setOnPage,
        }}
        emptyAction={<NewOpportunityButton />}
      />
    </SpaceBetween>
  );
}
