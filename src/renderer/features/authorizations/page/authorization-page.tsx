/** One authorization at AWS: where it stands, its terms in words, its documents, and what can be done with it. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { AuthorizationDetail } from '../../../../shared/domain/authorization/authorization.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useReadAnew } from '../../../bridge/use-read-anew.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { HiddenDimensions } from '../../../components/terms/hidden-dimensions.tsx';
import { DimensionsContext } from '../../../components/terms/term-context.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { AUTHORIZATIONS_PATH, RECEIVED_PATH } from '../paths.ts';
import { AuthorizationActions } from './actions.tsx';
import { SyncRecordsOf } from '../../history/of-entity.tsx';
import { AuthorizationChanges } from './changes.tsx';
import { AuthorizationOverview } from './overview.tsx';
import { AuthorizationTermView } from './term-view.tsx';

export function AuthorizationPage() {
  const t = useTexts('authorizations');
  const { account = '', id = '' } = useParams();
  const ref = { account, authorizationId: id };
  const { data, error, refetch } = useCallQuery('authorizations.get', ref);
  const refresh = useReadAnew('authorizations.get', ref);
  const channel = useTexts('channel');
  const isReceived = data?.summary.ownership === 'received';
  usePage({
    title: data?.summary.name || id,
    breadcrumbs: [
      isReceived
        ? { text: channel('list.title'), to: RECEIVED_PATH }
        : { text: t('list.title'), to: AUTHORIZATIONS_PATH },
    ],
    help: isReceived ? { topic: 'channel', key: 'help.page' } : { topic: 'authorizations', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={<AsOf at={data.syncedAt} />}
        actions={<AuthorizationActions authorization={data} refreshing={refresh.isPending} onRefresh={refresh.start} />}
      >
        {data.summary.name || t('unnamed', { id })}
      </Header>
      {refresh.error && <AppErrorView error={refresh.error} onRetry={refresh.start} />}
      <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
        <AuthorizationOverview authorization={data} />
      </Container>
      <Terms authorization={data} />
      <AuthorizationChanges account={account} id={id} />
      <SyncRecordsOf account={account} entityId={id} />
      <ExpandableSection variant="container" headerText={t('page.raw')} headerDescription={t('page.rawSays')}>
        <JsonView value={data.document} label={t('page.raw')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function Terms({ authorization }: { authorization: AuthorizationDetail }) {
  const t = useTexts('authorizations');
  const { ownership } = authorization.summary;
  const areHidden = ownership === 'received' && authorization.dimensions.length === 0;
  return (
    <Container header={<Header variant="h2">{t('page.terms')}</Header>}>
      <DimensionsContext value={authorization.dimensions}>
        <SpaceBetween size="l">
          <HiddenDimensions areHidden={areHidden} />
          {authorization.terms.map((term, index) => (
            // Terms have no identity of their own here, and a type may occur twice.
            <AuthorizationTermView key={`${term.type} ${index}`} term={term} />
          ))}
          {authorization.terms.length === 0 && <Box color="text-body-secondary">{t('page.noTerms')}</Box>}
        </SpaceBetween>
      </DimensionsContext>
    </Container>
  );
}
