/** Fields of one more interaction with a lead. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { LeadInteraction } from '../../../shared/domain/engagement/deed.ts';
import { useTexts } from '../../i18n/context.tsx';

export type InteractionForm = LeadInteraction;

const LINES = [
  'firstName',
  'lastName',
  'businessTitle',
  'email',
  'phone',
  'sourceType',
  'sourceName',
  'useCase',
  'customerAction',
] as const;

interface InteractionFieldsProps {
  readonly value: InteractionForm;
  readonly wrong: ReadonlySet<string>;
  onChange(value: InteractionForm): void;
}

export function InteractionFields({ value, wrong, onChange }: InteractionFieldsProps) {
  const t = useTexts('engagements');
  const errorOf = (member: string) => (wrong.has(`interaction.${member}`) ? t('form.wrong') : undefined);
  const hintOf = (member: string) => (member === 'email' || member === 'phone' ? t(`form.${member}Hint`) : undefined);
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        {LINES.map((member) => (
          <FormField
            key={member}
            label={t(`lead.${member}`)}
            constraintText={hintOf(member)}
            errorText={errorOf(member)}
          >
            <Input value={value[member]} onChange={({ detail }) => onChange({ ...value, [member]: detail.value })} />
          </FormField>
        ))}
        <FormField label={t('lead.date')} errorText={errorOf('date')}>
          <DatePicker
            value={value.date}
            placeholder="YYYY-MM-DD"
            format="iso"
            inputFormat="iso"
            openCalendarAriaLabel={(date) => t('form.openCalendar', { date: date ?? '' })}
            onChange={({ detail }) => onChange({ ...value, date: detail.value })}
          />
        </FormField>
      </ColumnLayout>
      <FormField label={t('lead.businessProblem')} errorText={errorOf('businessProblem')}>
        <Textarea
          value={value.businessProblem}
          onChange={({ detail }) => onChange({ ...value, businessProblem: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
