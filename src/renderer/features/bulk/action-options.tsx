/** What an action still needs to be told. */
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { BulkAction } from '../../../shared/domain/bulk/bulk.ts';
import { useTexts } from '../../i18n/context.tsx';

export interface Options {
  /** `YYYY-MM-DD`, empty until chosen. */
  readonly date: string;
  readonly intent: 'release' | 'draft';
}

interface ActionOptionsProps {
  readonly kind: BulkAction['kind'];
  readonly options: Options;
  onChange(options: Options): void;
}

export function ActionOptions({ kind, options, onChange }: ActionOptionsProps) {
  const t = useTexts('bulk');
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
