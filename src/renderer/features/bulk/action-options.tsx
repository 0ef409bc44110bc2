/** What an action still needs to be told. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { BulkAction } from '../../../shared/domain/bulk/bulk.ts';
import { AssigneeFields, NOBODY } from '../../components/assignee-fields.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useBulkChoice } from '../../stores/bulk-choice.ts';

export interface Options {
  /** `YYYY-MM-DD`, empty until chosen. */
  readonly date: string;
  readonly intent: 'release' | 'draft';
}

interface ActionOptionsProps {
  readonly kind: BulkAction['kind'];
  readonly options: Options;
  /** Fields that are still empty are told to be missing. */
  readonly asked: boolean;
  onChange(options: Options): void;
}

export function ActionOptions({ kind, options, asked, onChange }: ActionOptionsProps) {
  const t = useTexts('bulk');
  if (kind === 'assign') return <AssigneeOptions asked={asked} />;
  if (kind !== 'expiry' && kind !== 'publish') return null;
  return (
    <Container header={<Header variant="h2">{t('options.title')}</Header>}>
      {kind === 'expiry' ? (
        <FormField label={t('options.date')} constraintText={t('options.utc')}>
          <DatePicker
            value={options.date}
            placeholder="YYYY-MM-DD"
            format="iso"
            inputFormat="iso"
            openCalendarAriaLabel={(date) => t('options.openCalendar', { date: date ?? '' })}
            onChange={({ detail }) => onChange({ ...options, date: detail.value })}
          />
        </FormField>
      ) : (
        <FormField label={t('options.intent')}>
          <RadioGroup
            value={options.intent}
            items={(['release', 'draft'] as const).map((value) => ({
              value,
              label: t(`options.intents.${value}`),
              description: t(`options.intentSays.${value}`),
            }))}
            onChange={({ detail }) => onChange({ ...options, intent: detail.value === 'draft' ? 'draft' : 'release' })}
          />
        </FormField>
      )}
    </Container>
  );
}

function AssigneeOptions({ asked }: { asked: boolean }) {
  const t = useTexts('bulk');
  const tAssign = useTexts('invitations');
  const { assignee, setAssignee } = useBulkChoice();
  return (
    <Container header={<Header variant="h2">{t('options.person')}</Header>}>
      <SpaceBetween size="m">
        <Box>{tAssign('assign.body')}</Box>
        <AssigneeFields value={assignee ?? NOBODY} asked={asked} onChange={setAssignee} />
      </SpaceBetween>
    </Container>
  );
}
