/** Figures over the active account or all of them, each a link to what was counted; follows by itself. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import { useNavigate } from 'react-router';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useActivePersonas } from '../../components/use-permission.ts';
import { isPlaceFor } from '../../../shared/domain/account/persona.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { useHelp, usePage } from '../../stores/page.ts';
import { AcceptedWidget, EndingWidget } from './widgets/agreements.tsx';
import { AttentionWidget } from './widgets/attention.tsx';
import { AuthorizationsWidget } from './widgets/authorizations.tsx';
import { FreshnessWidget } from './widgets/freshness.tsx';
import { ExpiringWidget, OffersWidget } from './widgets/offers.tsx';

const HALF = { colspan: { default: 12, m: 6 } } as const;

export function DashboardPage() {
  const t = useTexts('dashboards');
  const format = useFormat();
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const personas = useActivePersonas();
  usePage({ title: t('title') });
  useHelp('dashboards', 'help');
  const { data, error, refetch } = useCallQuery('dashboards.get', { account }, { keepPrevious: true });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const name = accounts.find(({ key }) => key === account)?.name ?? t('allAccounts');
  // Issued authorizations are the ISV's; for whoever only resells there are none to count.
  const issues = isPlaceFor(personas, 'products');
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={t('says', { name, date: format.date(data.today) })}>
          {t('title')}
        </Header>
      }
    >
      {accounts.length === 0 ? (
        <NoAccounts />
      ) : (
        <Grid gridDefinition={Array(issues ? 7 : 6).fill(HALF)}>
          <AttentionWidget dashboard={data} />
          <OffersWidget dashboard={data} />
          <ExpiringWidget dashboard={data} />
          <EndingWidget dashboard={data} />
          <AcceptedWidget dashboard={data} />
          {issues && <AuthorizationsWidget dashboard={data} />}
          <FreshnessWidget dashboard={data} />
        </Grid>
      )}
    </ContentLayout>
  );
}

function NoAccounts() {
  const t = useTexts('dashboards');
  const navigate = useNavigate();
  return (
    <Box padding="l">
      <EmptyState
        title={t('noAccounts')}
        body={t('noAccountsSays')}
        action={<Button onClick={() => void navigate('/accounts/new')}>{t('addAccount')}</Button>}
      />
    </Box>
  );
}
