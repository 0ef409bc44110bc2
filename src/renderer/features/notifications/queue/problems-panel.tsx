/** Messages that could not be used: those seen in the queue, and how many AWS has set aside. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { EventQueue } from '../../../../shared/contract/notifications.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

export function ProblemsPanel({ queue }: { queue: EventQueue }) {
  const t = useTexts('inbox');
  const format = useFormat();
  const { problems, deadLetters, config } = queue;
  if (problems.length === 0 && !deadLetters) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t('problems.says')}>
          {t('problems.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {deadLetters ? (
          <Alert type="warning">
            {t('problems.deadLetters', { count: deadLetters, name: config.deadLetterQueueName ?? '' })}
          </Alert>
        ) : null}
        {problems.length > 0 && (
          <Table
            variant="embedded"
            items={problems}
            trackBy="messageId"
            wrapLines
            ariaLabels={{ tableLabel: t('problems.title') }}
            columnDefinitions={[
              { id: 'id', header: t('problems.messageId'), cell: ({ messageId }) => messageId, isRowHeader: true },
              { id: 'seen', header: t('problems.seenAt'), cell: ({ seenAt }) => format.instant(seenAt) },
              {
                id: 'deliveries',
                header: t('problems.deliveries'),
                cell: ({ deliveries }) => format.count(deliveries),
              },
              { id: 'text', header: t('problems.text'), cell: ({ excerpt }) => <Box variant="code">{excerpt}</Box> },
            ]}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
