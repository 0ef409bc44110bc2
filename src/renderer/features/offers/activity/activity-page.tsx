/** Everything this machine has sent to AWS and where it stands; follows by itself. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CHANGE_STATES } from '../../../../shared/domain/change/change.ts';
import { CHANGE_KIND_NAMES, CHANGE_KINDS } from '../../../../shared/domain/change/kinds.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { someOf, useListAddress } from '../../../components/use-list-address.ts';
import { useAnyText, useFormat, useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { PageLoading } from '../../../components/page-loading.tsx';
import { usePage } from '../../../stores/page.ts';
import { NewOfferButton } from '../list/new-offer-button.tsx';
import { ChangeView } from './change-view.tsx';

const PAGE_SIZE = 20;

export function ActivityPage() {
  const t = useTexts('offers');
  const tTable = useTexts('table');
  const format = useFormat();
  const account = useActiveAccount();
  const address = useListAddress();
  const text = useAnyText();
  const states = someOf(CHANGE_STATES, address.getAll('state'));
  const kinds = someOf(CHANGE_KIND_NAMES, address.getAll('kind'));
  const entityId = address.get('entity') || null;
  const bulkId = address.get('bulk') || null;
  const isFiltered = states.length > 0 || kinds.length > 0 || entityId !== null || bulkId !== null;
  usePage({ title: t('activity.title'), help: { topic: 'offers', key: 'help.activity' } });
  const { data, error, refetch } = useCallQuery(
    'changes.list',
    { account, states, kinds, entityId, bulkId, page: address.page, pageSize: PAGE_SIZE },
    { keepPrevious: true },
  );
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const pages = Math.max(1, Math.ceil(data.total / PAGE_SIZE));
  return (
    <SpaceBetween size="l">
      <Header variant="h1" counter={`(${format.count(data.total)})`} description={t('activity.says')}>
        {t('activity.title')}
      </Header>
      <Grid gridDefinition={[{ colspan: { default: 12, s: 6 } }, { colspan: { default: 12, s: 6 } }]}>
        <OneOfMany
          label={t('filter.states')}
          options={CHANGE_STATES.map((value) => ({ value, label: t(`changeState.${value}`) }))}
          chosen={states}
          onChange={(state) => address.set({ state })}
        />
        <OneOfMany
          label={t('filter.kinds')}
          options={CHANGE_KIND_NAMES.map((value) => ({ value, label: text(CHANGE_KINDS[value].labelKey) }))}
          chosen={kinds}
          onChange={(kind) => address.set({ kind })}
        />
      </Grid>
      {data.items.map((change) => (
        <Container key={change.id}>
          <ChangeView change={change} heading="h2" />
        </Container>
      ))}
      {data.items.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'list.noMatch' : 'activity.empty')}
          body={t(isFiltered ? 'list.noMatchSays' : 'activity.emptySays')}
          action={isFiltered ? null : <NewOfferButton />}
        />
      )}
      {pages > 1 && (
        <Box float="right">
          <Pagination
            currentPageIndex={Math.min(address.page, pages)}
            pagesCount={pages}
            ariaLabels={{
              nextPageLabel: tTable('nextPage'),
              previousPageLabel: tTable('previousPage'),
              pageLabel: (page) => tTable('page', { page }),
            }}
            onChange={({ detail }) => address.set({ page: String(detail.currentPageIndex) })}
          />
        </Box>
      )}
    </SpaceBetween>
  );
}

interface OneOfManyProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  onChange(chosen: string[]): void;
}

function OneOfMany({ label, options, chosen, onChange }: OneOfManyProps) {
  const t = useTexts('offers');
  return (
    <Multiselect
      ariaLabel={label}
      placeholder={label}
      options={options}
      selectedOptions={options.filter(({ value }) => chosen.includes(value))}
      deselectAriaLabel={({ label: name }) => t('filter.remove', { label: name ?? '' })}
      onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ''))}
    />
  );
}
