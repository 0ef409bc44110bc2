/** One offer set at AWS: where it stands, its offers, what else was made for it, and the agreements that came from it. */
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useReadAnew } from '../../../bridge/use-read-anew.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { MembersTable } from '../members-table.tsx';
import { OFFER_SETS_PATH } from '../paths.ts';
import { OfferSetActions } from './actions.tsx';
import { OfferSetAddresses } from './addresses.tsx';
import { SetAgreements } from './agreements.tsx';
import { OfferSetChanges } from './changes.tsx';
import { OfferSetOverview } from './overview.tsx';
import { MadeForSet } from './made-for-set.tsx';

export function OfferSetPage() {
  const t = useTexts('offersets');
  const { account = '', id = '' } = useParams();
  const ref = { account, offerSetId: id };
  const { data, error, refetch } = useCallQuery('offersets.get', ref);
  const refresh = useReadAnew('offersets.get', ref);
  usePage({
    title: data?.summary.name || id,
    breadcrumbs: [{ text: t('list.title'), to: OFFER_SETS_PATH }],
    help: { topic: 'offersets', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={<AsOf at={data.syncedAt} />}
        actions={<OfferSetActions set={data} refreshing={refresh.isPending} onRefresh={refresh.start} />}
      >
        {data.summary.name || id}
      </Header>
      {refresh.error && <AppErrorView error={refresh.error} onRetry={refresh.start} />}
      <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
        <OfferSetOverview set={data} />
      </Container>
      <Container
        header={
          <Header variant="h2" counter={`(${data.offers.length})`}>
            {t('page.offers')}
          </Header>
        }
      >
        <MembersTable account={account} label={t('page.offers')} members={data.offers} empty={t('page.noOffers')} />
      </Container>
      <MadeForSet set={data} />
      <Container header={<Header variant="h2">{t('page.addresses')}</Header>}>
        <OfferSetAddresses offers={data.offers} />
      </Container>
      <SetAgreements account={account} agreements={data.agreements} />
      <OfferSetChanges account={account} id={id} />
      <ExpandableSection variant="container" headerText={t('page.raw')} headerDescription={t('page.rawSays')}>
        <JsonView value={data.document} label={t('page.raw')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}
