/** AWS's own view of the opportunity: its score, what it recommends, its people, its stage. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { Facts } from './facts.tsx';
import { listAt, textAt } from './read.ts';
import { People } from './sections.tsx';

export function AwsView({ opportunity: { awsSummary } }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const format = useFormat();
  return (
    <Container
      header={
        <Header variant="h2" description={t('aws.says')}>
          {t('aws.title')}
        </Header>
      }
    >
      {awsSummary === null ? (
        <Box color="text-body-secondary">{t('aws.none')}</Box>
      ) : (
        <SpaceBetween size="m">
          <Facts
            value={{ Aws: awsSummary }}
            facts={[
              { path: 'Aws.Insights.EngagementScore' },
              { path: 'Aws.Insights.NextBestActions' },
              { path: 'Aws.Insights.OpportunityQuality.Score' },
              { path: 'Aws.Insights.OpportunityQuality.Trend' },
              { path: 'Aws.InvolvementType' },
              { path: 'Aws.InvolvementTypeChangeReason' },
              { path: 'Aws.Visibility' },
              { path: 'Aws.CosellMotion' },
              { path: 'Aws.LifeCycle.Stage' },
              { path: 'Aws.LifeCycle.TargetCloseDate', show: format.date },
              { path: 'Aws.LifeCycle.ClosedLostReason' },
              { path: 'Aws.LifeCycle.NextSteps' },
              { path: 'Aws.RelatedEntityIds.AwsProducts' },
              { path: 'Aws.RelatedEntityIds.Solutions' },
            ]}
          />
          <Recommendations entries={listAt(awsSummary, 'Insights.Recommendations')} />
          <People title={t('aws.team')} people={listAt(awsSummary, 'OpportunityTeam')} />
        </SpaceBetween>
      )}
    </Container>
  );
}

function Recommendations({ entries }: { entries: readonly unknown[] }) {
  const t = useTexts('opportunities');
  if (entries.length === 0) return null;
  return (
    <div>
      <Box variant="h3">{t('aws.recommendations')}</Box>
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={JSON.stringify(entry)}>
            <b>{textAt(entry, 'Type')}</b> {textAt(entry, 'Details')}
          </li>
        ))}
      </ul>
    </div>
  );
}
