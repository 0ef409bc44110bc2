/** All engagements of the active account, or of all accounts that use the same catalog, from this machine's copy; leads among them. */
import Button from '@cloudscape-design/components/button';
import Grid from '@cloudscape-design/components/grid';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import { QUALIFICATIONS, type EngagementSummary } from '../../../shared/domain/engagement/engagement.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { ChoiceFilter } from '../../components/address-filters.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { CatalogBanner, CatalogFilter } from '../../components/partner-catalog.tsx';
import { useRemoteTableView } from '../../components/remote-table.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { SyncedTable } from '../../components/synced-table.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useListSelection } from '../../components/use-list-selection.ts';
import { useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
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
  const query = useCallQuery(
    'engagements.list',
    { filter, page: address.page, pageSize, sortBy: sort.by, direction: sort.direction },
    { keepPrevious: true },
  );
  const { data } = query;
  return (
    <SpaceBetween size="m">
      {data && <CatalogBanner catalog={data.catalog} />}
      <SyncedTable
        feature="engagements"
        id={TABLE_ID}
        view={view}
        query={query}
        columns={columns}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <NewEngagement />
            <Prospect selected={selection.items} />
            <SyncButton feature="engagements" />
          </SpaceBetween>
        }
        filter={<FilterBar view={view} catalog={data?.catalog} catalogs={data?.catalogs ?? []} />}
        selection={{
          items: selection.items,
          label: ({ title, id }) => title || id,
          onChange: selection.setOnPage,
        }}
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
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="s">
        <CatalogFilter address={address} catalog={catalog} catalogs={catalogs} />
        <SegmentedControl
          label={t('filter.about')}
          selectedId={filter.about ?? 'all'}
          options={['all', ...ABOUT].map((id) => ({ id, text: t(`filter.${id}`) }))}
          onChange={({ detail }) => address.set({ about: detail.selectedId === 'all' ? null : detail.selectedId })}
        />
      </SpaceBetween>
      <Grid gridDefinition={[8, 4].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <ChoiceFilter
          address={address}
          name="qualification"
          label={t('filter.qualification')}
          options={QUALIFICATIONS}
          chosen={filter.qualifications}
          labelOf={(value) => qualificationWord(t, value)}
        />
      </Grid>
    </SpaceBetween>
  );
}
