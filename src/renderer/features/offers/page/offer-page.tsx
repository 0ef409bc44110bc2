/** One offer at AWS: where it stands, its terms in words, its address, and what can be done with it. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { OfferDetail } from '../../../../shared/domain/offer/offer.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useReadAnew } from '../../../bridge/use-read-anew.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useDimensions } from '../../../components/use-dimensions.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { SyncRecordsOf } from '../../history/of-entity.tsx';
import { OpportunitiesOfOffer } from '../../opportunities/of-offer.tsx';
import { OFFERS_PATH } from '../paths.ts';
import { OfferActions } from './offer-actions.tsx';
import { OfferChanges } from './offer-changes.tsx';
import { OfferOverview } from './overview.tsx';
import { DimensionsContext } from '../../../components/terms/term-context.tsx';
import { HiddenDimensions } from '../../../components/terms/hidden-dimensions.tsx';
import { TermView } from '../../../components/terms/term-view.tsx';

export function OfferPage() {
  const t = useTexts('offers');
  const { account = '', id = '' } = useParams();
  const ref = { account, offerId: id };
  const { data, error, refetch } = useCallQuery('offers.get', ref);
  const refresh = useReadAnew('offers.get', ref);
  usePage({
    title: data?.summary.name || id,
    breadcrumbs: [{ text: t('list.title'), to: OFFERS_PATH }],
    help: { topic: 'offers', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={<AsOf at={data.syncedAt} />}
        actions={<OfferActions offer={data} refreshing={refresh.isPending} onRefresh={refresh.start} />}
      >
        {data.summary.name || t('unnamed', { id })}
      </Header>
      {refresh.error && <AppErrorView error={refresh.error} onRetry={refresh.start} />}
      <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
        <OfferOverview offer={data} />
      </Container>
      <Terms offer={data} />
      {data.summary.state !== 'draft' && (
        <OpportunitiesOfOffer account={account} offer={{ id, name: data.summary.name }} />
      )}
      <OfferChanges account={account} offerId={id} />
      <SyncRecordsOf account={account} entityId={id} />
      <ExpandableSection variant="container" headerText={t('page.raw')} headerDescription={t('page.rawSays')}>
        <JsonView value={data.document} label={t('page.raw')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function Terms({ offer }: { offer: OfferDetail }) {
  const t = useTexts('offers');
  const { dimensions, areHidden } = useDimensions(offer.summary);
  return (
    <Container header={<Header variant="h2">{t('terms.title')}</Header>}>
      <DimensionsContext value={dimensions}>
        <SpaceBetween size="l">
          <HiddenDimensions areHidden={areHidden} />
          {offer.terms.map((term, index) => (
            // Terms have no identity of their own, and a type may occur twice.
            <TermView key={`${term.type} ${index}`} term={term} />
          ))}
          {offer.terms.length === 0 && <Box color="text-body-secondary">{t('terms.none')}</Box>}
        </SpaceBetween>
      </DimensionsContext>
    </Container>
  );
}
