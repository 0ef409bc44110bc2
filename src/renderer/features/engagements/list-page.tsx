/** All engagements of the active account, or of all accounts that use the same catalog, from this machine's copy; leads among them. */
import Button from '@cloudscape-design/components/button';
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import { QUALIFICATIONS, type EngagementSummary } from '../../../shared/domain/engagement/engagement.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AsOf } from '../../components/as-of.tsx';
import { EmptyList } from '../../components/empty-list.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { ReadProblems } from '../../components/read-problems.tsx';
import { RemoteTable, useRemoteTableView } from '../../components/remote-table.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { listedKey, useListSelection } from '../../components/use-list-selection.ts';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { CatalogBanner } from '../opportunities/catalog-banner.tsx';
import { useEngagementColumns } from './columns.tsx';
import { NewEngagement } from './new-engagement.tsx';
import { ProspectDialog } from './prospect-dialog.tsx';
import { ABOUT, useEngagementView, type EngagementView } from './use-view.ts';
import { qualificationWord } from './words.tsx';

const TABLE_ID = 'engagements';

export function EngagementListPage() {
  const t = useTexts('engagements');
  const view = useEngagementView();
  const { address, filter, sort } = view;
  const columns = useEngagementColumns(filter.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  const selection = useListSelection<EngagementSummary>();
  usePage({ title: t('list.title'), contentType: 'table', help: { topic: 'engagements', key: 'help.list' } });
  const { data, error, refetch } = useCallQuery(
    'engagements.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  return (
    <SpaceBetween size="m">
      {data && <CatalogBanner catalog={data.catalog} />}
      <ReadProblems feature="engagements" />
      <RemoteTable
        id={TABLE_ID}
        title={t('list.title')}
        description={<AsOf at={data?.syncedAt} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <NewEngagement />
            <Prospect selected={selection.items} />
            <SyncButton feature="engagements" />
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
          label: ({ title, id }) => title || id,
          onChange: selection.setOnPage,
        }}
        empty={
          <EmptyList
            feature="engagements"
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

/** One task is of one account, and takes a hundred leads. */
const MOST_LEADS = 100;

function Prospect({ selected }: { selected: readonly EngagementSummary[] }) {
  const t = useTexts('engagements');
  const [open, setOpen] = useState(false);
  const [first] = selected;
  const account = useAccount(first?.account ?? '');
  const isOneAccount = selected.every((one) => one.account === first?.account);
  const isReady = first !== undefined && isOneAccount && selected.every(({ isLead }) => isLead);
  const isTooMany = selected.length > MOST_LEADS;
  return (
    <>
      <Button
        disabled={!isReady || isTooMany || account === null}
        disabledReason={isTooMany ? t('prospect.tooMany', { count: MOST_LEADS }) : t('prospect.choose')}
        onClick={() => setOpen(true)}
      >
        {t('prospect.open')}
      </Button>
      {open && account && <ProspectDialog leads={selected} account={account} onClose={() => setOpen(false)} />}
    </>
  );
}

interface FilterBarProps {
  readonly view: EngagementView;
  readonly catalog: PartnerCatalog | undefined;
  /** More than one: the accounts in view use both. */
  readonly catalogs: readonly PartnerCatalog[];
}

function FilterBar({ view: { address, filter }, catalog, catalogs }: FilterBarProps) {
  const t = useTexts('engagements');
  const toOption = (value: string) => ({ value, label: qualificationWord(t, value) });
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="s">
        {catalogs.length > 1 && catalog && (
          <SegmentedControl
            label={t('filter.catalog')}
            selectedId={catalog}
            options={catalogs.map((id) => ({ id, text: t(`catalog.${id}`) }))}
            onChange={({ detail }) => address.set({ catalog: detail.selectedId })}
          />
        )}
        <SegmentedControl
          label={t('filter.about')}
          selectedId={filter.about ?? 'all'}
          options={['all', ...ABOUT].map((id) => ({ id, text: t(`filter.${id}`) }))}
          onChange={({ detail }) => address.set({ about: detail.selectedId === 'all' ? null : detail.selectedId })}
        />
      </SpaceBetween>
      <Grid gridDefinition={[8, 4].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <Multiselect
          ariaLabel={t('filter.qualification')}
          placeholder={t('filter.qualification')}
          options={QUALIFICATIONS.map(toOption)}
          selectedOptions={filter.qualifications.map(toOption)}
          deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
          onChange={({ detail }) =>
            address.set({ qualification: detail.selectedOptions.map(({ value }) => value ?? '') })
          }
        />
      </Grid>
    </SpaceBetween>
  );
}
