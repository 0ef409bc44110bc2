/** The co-sell pipeline in figures, of one catalog, each a link to what was counted; follows by itself. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { PARTNER_CATALOGS } from '../../../../shared/domain/account/account.ts';
import { isPlaceFor } from '../../../../shared/domain/account/persona.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { CatalogBanner, CatalogFilter } from '../../../components/partner-catalog.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useListAddress } from '../../../components/use-list-address.ts';
import { useActivePersonas } from '../../../components/use-permission.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { usePage } from '../../../stores/page.ts';
import { CO_SELL_PLACE } from './links.ts';
import { LaunchedWidget, LostWidget } from './closed.tsx';
import { MonthsWidget, StagesWidget } from './open.tsx';
import { InvitationsWidget, WaitingWidget } from './waiting.tsx';

const HALF = { colspan: { default: 12, m: 6 } } as const;

export function CoSellDashboardPage() {
  const t = useTexts('pipeline');
  const format = useFormat();
  const account = useActiveAccount();
  const address = useListAddress();
  const { accounts } = useAccounts();
  const isForSeller = isPlaceFor(useActivePersonas(), CO_SELL_PLACE);
  usePage({ title: t('title'), help: { topic: 'pipeline', key: 'help' } });
  const catalog = PARTNER_CATALOGS.find((each) => each === address.get('catalog')) ?? null;
  const { data, error, refetch } = useCallQuery('dashboards.coSell', { account, catalog }, { keepPrevious: true });
  if (!isForSeller) return <NoCoSell />;
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const name = accounts.find(({ key }) => key === account)?.name ?? t('allAccounts');
  return (
    <ContentLayout
      header={
        <SpaceBetween size="s">
          <Header
            variant="h1"
            description={t('says', { name, date: format.date(data.today) })}
            actions={<SyncButton feature="opportunities" />}
          >
            {t('title')}
          </Header>
          <Box color="text-body-secondary">
            <AsOf at={data.syncedAt} />
          </Box>
          <CatalogBanner catalog={data.catalog} />
          <CatalogFilter address={address} catalog={data.catalog} catalogs={data.catalogs} />
        </SpaceBetween>
      }
    >
      <Grid gridDefinition={Array(6).fill(HALF)}>
        <WaitingWidget dashboard={data} />
        <InvitationsWidget dashboard={data} />
        <StagesWidget dashboard={data} />
        <MonthsWidget dashboard={data} />
        <LaunchedWidget dashboard={data} />
        <LostWidget dashboard={data} />
      </Grid>
    </ContentLayout>
  );
}

function NoCoSell() {
  const t = useTexts('pipeline');
  const navigate = useNavigate();
  return (
    <Box padding="l">
      <EmptyState
        title={t('noCoSell')}
        body={t('noCoSellSays')}
        action={<Button onClick={() => void navigate('/accounts')}>{t('openAccounts')}</Button>}
      />
    </Box>
  );
}
