/** One opportunity: what the partner wrote, what stands beside it, what AWS says of it. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useReadAnew } from '../../../bridge/use-read-anew.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ExternalLink } from '../../../components/external-link.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { PartnerRecordHead } from '../../../components/partner-record-head.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { SyncRecordsOf } from '../../history/of-entity.tsx';
import { OpportunityTags } from '../../engagements/tags.tsx';
import { OPPORTUNITIES_PATH, toPartnerCentral } from '../paths.ts';
import { AssignButton } from './assign.tsx';
import { AwsView } from './aws-view.tsx';
import { EditButtons } from './edit-buttons.tsx';
import { NextSteps } from './next-steps.tsx';
import { Origins } from './origins.tsx';
import { Overview } from './overview.tsx';
import { listAt } from './read.ts';
import { Related } from './related.tsx';
import { CustomerSection, MoneySection, People, ProjectSection } from './sections.tsx';

export function OpportunityPage() {
  const t = useTexts('opportunities');
  const format = useFormat();
  const { account = '', id = '' } = useParams();
  const ref = { account, opportunityId: id };
  const { data, error, refetch } = useCallQuery('opportunities.get', ref);
  const refresh = useReadAnew('opportunities.get', ref);
  usePage({
    title: data?.title || id,
    breadcrumbs: [{ text: t('list.title'), to: OPPORTUNITIES_PATH }],
    help: { topic: 'opportunities', key: 'help.page' },
  });
  if (error && !data) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const partnerCentral = toPartnerCentral(data);
  return (
    <SpaceBetween size="l">
      <PartnerRecordHead
        record={data}
        actions={
          <>
            {partnerCentral && <ExternalLink href={partnerCentral}>{t('page.partnerCentral')}</ExternalLink>}
            <AssignButton opportunity={data} />
            <EditButtons opportunity={data} />
            <OpportunityTags opportunity={data} />
          </>
        }
        refresh={refresh}
        refreshText={t('page.refresh')}
        readAction="partnercentral:GetOpportunity"
      />
      {data.goneAt !== null && (
        <Alert type="warning" header={t('page.gone')}>
          {t('page.goneSays', { at: format.instant(data.goneAt) })}
        </Alert>
      )}
      <Parts opportunity={data} />
    </SpaceBetween>
  );
}

function Parts({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const { document, awsSummary } = opportunity;
  return (
    <SpaceBetween size="l">
      <Overview opportunity={opportunity} />
      <Origins opportunity={opportunity} />
      <NextSteps opportunity={opportunity} />
      {document && (
        <SpaceBetween size="l">
          <CustomerSection opportunity={opportunity} document={document} />
          <ProjectSection opportunity={opportunity} document={document} />
          <Related opportunity={opportunity} />
          <Container>
            <People title={t('page.team')} people={listAt(document, 'OpportunityTeam')} />
          </Container>
        </SpaceBetween>
      )}
      <AwsView opportunity={opportunity} />
      {document && <MoneySection opportunity={opportunity} document={document} />}
      <SyncRecordsOf account={opportunity.account} entityId={opportunity.id} />
      <ExpandableSection variant="container" headerText={t('page.raw')} headerDescription={t('page.rawSays')}>
        <SpaceBetween size="m">
          <JsonView value={document} label={t('page.raw')} />
          {awsSummary && <JsonView value={awsSummary} label={t('aws.title')} />}
        </SpaceBetween>
      </ExpandableSection>
    </SpaceBetween>
  );
}
