/** What was sent about an offer set, followed without pressing anything, and what comes next. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { ChangeView } from '../../offers/activity/change-view.tsx';
import { useChange } from '../../wizard/publish/use-change.ts';
import { MembersTable } from '../members-table.tsx';
import { OFFER_SETS_PATH, toOfferSetPath } from '../paths.ts';

export function OfferSetSentPage() {
  const t = useTexts('offersets');
  const { id = '' } = useParams();
  const { change, error } = useChange(id);
  usePage({
    title: change?.title ?? t('sent.title'),
    breadcrumbs: [{ text: t('list.title'), to: OFFER_SETS_PATH }],
    help: { topic: 'offersets', key: 'help.draft' },
  });
  if (error && !change) return <AppErrorView error={error} />;
  if (!change) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{t('sent.title')}</Header>
      <Container>
        <ChangeView change={change} heading="h2" />
      </Container>
      {change.state === 'verified' && change.entityId !== null && <Next change={change} setId={change.entityId} />}
    </SpaceBetween>
  );
}

function Next({ change: { kind, account }, setId }: { change: Change; setId: string }) {
  const t = useTexts('offersets');
  const { data } = useCallQuery('offersets.get', { account, offerSetId: setId });
  const step = kind === 'offer-set-create' ? 'created' : kind === 'offer-set-release' ? 'released' : 'updated';
  return (
    <Container header={<Header variant="h2">{t('sent.next')}</Header>}>
      <SpaceBetween size="m">
        <Alert type="success">
          {t(`sent.${step}`)}{' '}
          <RouteLink variant="primary" to={toOfferSetPath(account, setId)}>
            {t('draft.openSet')}
          </RouteLink>
        </Alert>
        {step !== 'released' && data && data.drafts.length > 0 && (
          <MembersTable account={account} label={t('page.draftsFor')} members={data.drafts} empty="" />
        )}
      </SpaceBetween>
    </Container>
  );
}
