/** The next step of now, and all that were written down before, on both sides. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

export function NextSteps({ opportunity: { nextSteps, nextStepsHistory } }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const format = useFormat();
  return (
    <Container
      header={
        <Header variant="h2" description={t('steps.says')}>
          {t('column.nextSteps')}
        </Header>
      }
    >
      <Box padding={{ bottom: 's' }}>{nextSteps || t('steps.none')}</Box>
      {nextStepsHistory.length > 0 && (
        <Table
          variant="embedded"
          items={[...nextStepsHistory]}
          trackBy={({ side, at, text }) => `${side} ${at} ${text}`}
          ariaLabels={{ tableLabel: t('steps.history') }}
          header={<Header variant="h3">{t('steps.history')}</Header>}
          columnDefinitions={[
            { id: 'at', header: t('steps.at'), width: 220, cell: ({ at }) => format.instant(at) },
            { id: 'side', header: t('steps.side'), width: 130, cell: ({ side }) => t(`steps.${side}`) },
            { id: 'text', header: t('steps.text'), isRowHeader: true, cell: ({ text }) => text },
          ]}
        />
      )}
    </Container>
  );
}
