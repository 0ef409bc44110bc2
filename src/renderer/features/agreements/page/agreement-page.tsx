/** One agreement: who, when, until when, its terms in words, what is paid, due and coming, and what can be done. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useReadAnew } from '../../../bridge/use-read-anew.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { AsOf } from '../../../components/as-of.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { DimensionsContext } from '../../../components/terms/term-context.tsx';
import { HiddenDimensions } from '../../../components/terms/hidden-dimensions.tsx';
import { TermView } from '../../../components/terms/term-view.tsx';
import { useDimensions } from '../../../components/use-dimensions.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { OpportunitiesOfOffer } from '../../opportunities/of-offer.tsx';
import { AGREEMENTS_PATH } from '../paths.ts';
import { AgreementRequests } from '../requests/agreement-requests.tsx';
import { AgreementActions } from './agreement-actions.tsx';
import { Chain } from './chain.tsx';
import { Entitlements } from './entitlements.tsx';
import { Invoices } from './invoices.tsx';
import { MissingParts } from './missing-parts.tsx';
import { AgreementOverview } from './overview.tsx';
import { Payments } from './payments.tsx';

export function AgreementPage() {
  const t = useTexts('agreements');
  const { account = '', id = '' } = useParams();
  const ref = { account, agreementId: id };
  const { data, error, refetch } = useCallQuery('agreements.get', ref);
  const refresh = useReadAnew('agreements.get', ref);
  usePage({
    title: id,
    breadcrumbs: [{ text: t('list.title'), to: AGREEMENTS_PATH }],
    help: { topic: 'agreements', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={<AsOf at={data.syncedAt} />}
        actions={<AgreementActions agreement={data} refreshing={refresh.isPending} onRefresh={refresh.start} />}
      >
        {t('page.title', { id })}
      </Header>
      {refresh.error && <AppErrorView error={refresh.error} onRetry={refresh.start} />}
      {data.summary.role === 'manufacturer' && <Alert type="info">{t('role.manufacturerSays')}</Alert>}
      <MissingParts parts={data.missing} />
      <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
        <AgreementOverview agreement={data} />
      </Container>
      {data.summary.role === 'proposer' && data.summary.offerId !== '' && (
        <OpportunitiesOfOffer
          account={account}
          offer={{ id: data.summary.offerId, name: data.summary.offerName ?? '' }}
        />
      )}
      <AgreementParts agreement={data} />
      <ExpandableSection variant="container" headerText={t('page.raw')} headerDescription={t('page.rawSays')}>
        <JsonView value={data.document} label={t('page.raw')} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function AgreementParts({ agreement }: { agreement: AgreementDetail }) {
  const { dimensions, areHidden } = useDimensions(agreement.summary);
  return (
    <DimensionsContext value={dimensions}>
      <SpaceBetween size="l">
        <HiddenDimensions areHidden={areHidden} />
        <Chain agreement={agreement} />
        <Payments payments={agreement.payments} charges={agreement.charges} />
        <Invoices invoices={agreement.invoices} />
        {agreement.summary.role === 'proposer' && <AgreementRequests agreement={agreement} />}
        <Terms terms={agreement.terms} />
        <Entitlements agreement={agreement} />
      </SpaceBetween>
    </DimensionsContext>
  );
}

function Terms({ terms }: Pick<AgreementDetail, 'terms'>) {
  const t = useTexts('agreements');
  return (
    <Container header={<Header variant="h2">{t('page.terms')}</Header>}>
      <SpaceBetween size="l">
        {terms.map((term, index) => (
          // Terms have no identity of their own here, and a type may occur twice.
          <TermView key={`${term.type} ${index}`} term={term} />
        ))}
        {terms.length === 0 && <Box color="text-body-secondary">{t('page.noTerms')}</Box>}
      </SpaceBetween>
    </Container>
  );
}
