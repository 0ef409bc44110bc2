/** Everything this machine has sent to AWS and where it stands; follows by itself. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CHANGE_STATES, type ChangeState } from '../../../../shared/domain/change/change.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { someOf, useListAddress } from '../../../components/use-list-address.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
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
  const states = someOf(CHANGE_STATES, address.getAll('state'));
  usePage({ title: t('activity.title'), help: { topic: 'offers', key: 'help.activity' } });
  const { data, error, refetch } = useCallQuery(
    'changes.list',
    { account, states, page: address.page, pageSize: PAGE_SIZE },
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
      <StateFilter states={states} onChange={(state) => address.set({ state })} />
      {data.items.map((change) => (
        <Container key={change.id}>
          <ChangeView change={change} heading="h2" />
        </Container>
      ))}
      {data.items.length === 0 && (
        <EmptyState
          title={t(states.length > 0 ? 'list.noMatch' : 'activity.empty')}
          body={t(states.length > 0 ? 'list.noMatchSays' : 'activity.emptySays')}
          action={states.length > 0 ? null : <NewOfferButton />}
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

interface StateFilterProps {
  readonly states: readonly ChangeState[];
  onChange(states: string[]): void;
}

function StateFilter({ states, onChange }: StateFilterProps) {
  const t = useTexts('offers');
  const toOption = (state: ChangeState) => ({ value: state, label: t(`changeState.${state}`) });
  return (
    <Multiselect
      ariaLabel={t('filter.states')}
      placeholder={t('filter.states')}
      options={CHANGE_STATES.map(toOption)}
      selectedOptions={states.map(toOption)}
      deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
      onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ''))}
    />
  );
}
