/** The calls of a plan as they would be sent: service, operation, request, and the account they go to. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PlannedCall } from '../../../../shared/domain/notification/plan.ts';
import { JsonView } from '../../../components/json-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';

const SERVICE_NAMES: Record<PlannedCall['service'], string> = {
  sqs: 'Amazon SQS',
  events: 'Amazon EventBridge',
  sns: 'Amazon SNS',
};

interface CallsViewProps {
  readonly awsAccountId: string;
  readonly calls: readonly PlannedCall[];
}

export function CallsView({ awsAccountId, calls }: CallsViewProps) {
  const t = useTexts('inbox');
  return (
    <SpaceBetween size="s">
      <Box>{t('plan.says', { count: calls.length, id: awsAccountId })}</Box>
      {calls.map((call, index) => (
        <ExpandableSection
          key={call.id}
          headerText={`${index + 1}. ${SERVICE_NAMES[call.service]}: ${call.operation}`}
          headerDescription={t(`operation.${call.operation}`)}
        >
          <SpaceBetween size="xs">
            {call.loses && <Alert type="warning">{t(`loses.${call.loses}`)}</Alert>}
            <JsonView value={call.request} label={`${call.operation} ${index + 1}`} />
          </SpaceBetween>
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}
