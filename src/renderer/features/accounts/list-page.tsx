/** The seller accounts of this machine, in the order the user gives them. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useHelp, usePage } from '../../stores/page.ts';
import { AccountList } from './account-list.tsx';

export function AccountListPage() {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  const { accounts, error, isPending, refetch } = useAccounts();
  usePage({ title: t('list.title') });
  useHelp('accounts', 'help.list');
  const add = (
    <Button variant="primary" onClick={() => void navigate('/accounts/new')}>
      {t('list.add')}
    </Button>
  );
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          counter={isPending ? '' : `(${accounts.length})`}
          description={t('list.description')}
          actions={add}
        >
          {t('list.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {isPending && <PageLoading />}
        {!isPending && !error && (
          <Container>
            {accounts.length > 0 ? (
              <AccountList accounts={accounts} />
            ) : (
              <EmptyState title={t('list.emptyTitle')} body={t('list.emptyBody')} action={add} />
            )}
          </Container>
        )}
      </SpaceBetween>
    </ContentLayout>
  );
}
