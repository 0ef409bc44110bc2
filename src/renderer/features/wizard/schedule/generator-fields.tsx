/** The fields of the schedule utility. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import type { ReactNode } from 'react';
import type { ScheduleForm } from '../../../../shared/domain/offer/draft.ts';
import { isDayFrequency, SCHEDULE_FREQUENCIES } from '../../../../shared/domain/offer/wizard/schedule-form.ts';
import type { FieldError } from '../../../../shared/errors/app-error.ts';
import { useFieldErrorText } from '../../../components/use-error-texts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

interface GeneratorFieldsProps {
  readonly form: ScheduleForm;
  readonly errors: readonly FieldError[];
  onChange(patch: Partial<ScheduleForm>): void;
}

export function GeneratorFields(props: GeneratorFieldsProps) {
  return (
    <ColumnLayout columns={3}>
      <TotalField {...props} />
      <FrequencyField {...props} />
      <FirstDateField {...props} />
      <UntilField {...props} />
      <LengthField {...props} />
      <IncreaseField {...props} />
      <RemainderField {...props} />
      {isDayFrequency(props.form.frequency) && <CountField {...props} />}
    </ColumnLayout>
  );
}

interface FormPartProps {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly errors: readonly FieldError[];
  readonly children: (invalid: boolean) => ReactNode;
}

function FormPart({ path, label, description, errors, children }: FormPartProps) {
  const errorText = useFieldErrorText();
  const here = errors.filter((error) => error.path === path);
  return (
    <div data-path={`schedule-form.${path}`}>
      <FormField label={label} description={description} errorText={here.map(errorText).join(' ')}>
        {children(here.length > 0)}
      </FormField>
    </div>
  );
}

function TotalField({ form, errors, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  const { draft } = useEditor();
  return (
    <FormPart
      path="total"
      label={t('generator.total', { currency: draft.currency })}
      description={t('generator.totalDescription')}
      errors={errors}
    >
      {(invalid) => (
        <Input
          value={form.total}
          inputMode="decimal"
          invalid={invalid}
          onChange={({ detail }) => onChange({ total: detail.value.slice(0, 40) })}
        />
      )}
    </FormPart>
  );
}

function FrequencyField({ form, errors, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  const options = SCHEDULE_FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }));
  return (
    <FormPart
      path="frequency"
      label={t('generator.frequency')}
      description={t('generator.frequencyDescription')}
      errors={errors}
    >
      {(invalid) => (
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === form.frequency) ?? null}
          invalid={invalid}
          onChange={({ detail }) => {
            const chosen = SCHEDULE_FREQUENCIES.find((value) => value === detail.selectedOption.value);
            if (chosen) onChange({ frequency: chosen });
          }}
        />
      )}
    </FormPart>
  );
}

function FirstDateField({ form, errors, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  return (
    <FormPart
      path="firstDate"
      label={t('generator.firstDate')}
      description={t('generator.firstDateDescription')}
      errors={errors}
    >
      {(invalid) => (
        <DatePicker
          value={form.firstDate}
          format="iso"
          placeholder={t('datePlaceholder')}
          invalid={invalid}
          onChange={({ detail }) => onChange({ firstDate: detail.value })}
        />
      )}
    </FormPart>
  );
}

function UntilField({ form, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  return (
    <FormField label={t('generator.until')}>
      <RadioGroup
        value={form.until}
        items={[
          { value: 'installments', label: t('generator.untilInstallments') },
          { value: 'last-date', label: t('generator.untilLastDate') },
        ]}
        onChange={({ detail }) => onChange({ until: detail.value === 'last-date' ? 'last-date' : 'installments' })}
      />
    </FormField>
  );
}

function LengthField({ form, errors, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  if (form.until === 'last-date') {
    return (
      <FormPart
        path="until.lastDate"
        label={t('generator.lastDate')}
        description={t('generator.lastDateDescription')}
        errors={errors}
      >
        {(invalid) => (
          <DatePicker
            value={form.lastDate}
            format="iso"
            placeholder={t('datePlaceholder')}
            invalid={invalid}
            onChange={({ detail }) => onChange({ lastDate: detail.value })}
          />
        )}
      </FormPart>
    );
  }
  return (
    <FormPart path="until.installments" label={t('generator.installments')} errors={errors}>
      {(invalid) => (
        <Input
          value={form.installments}
          inputMode="numeric"
          invalid={invalid}
          onChange={({ detail }) => onChange({ installments: detail.value.slice(0, 6) })}
        />
      )}
    </FormPart>
  );
}

function IncreaseField({ form, errors, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  return (
    <FormPart
      path="yearlyIncreasePercent"
      label={t('generator.increase')}
      description={t('generator.increaseDescription')}
      errors={errors}
    >
      {(invalid) => (
        <Input
          value={form.yearlyIncreasePercent}
          inputMode="decimal"
          placeholder="0"
          invalid={invalid}
          onChange={({ detail }) => onChange({ yearlyIncreasePercent: detail.value.slice(0, 40) })}
        />
      )}
    </FormPart>
  );
}

function RemainderField({ form, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  return (
    <FormField label={t('generator.remainder')} description={t('generator.remainderDescription')}>
      <RadioGroup
        value={form.remainder}
        items={(['frontload', 'backload'] as const).map((value) => ({
          value,
          label: t(`remainder.${value}.label`),
          description: t(`remainder.${value}.description`),
        }))}
        onChange={({ detail }) => onChange({ remainder: detail.value === 'backload' ? 'backload' : 'frontload' })}
      />
    </FormField>
  );
}

function CountField({ form, onChange }: GeneratorFieldsProps) {
  const t = useTexts('schedule');
  return (
    <FormField label={t('generator.count')}>
      <RadioGroup
        value={form.count}
        items={(['calendar-days', 'business-days'] as const).map((value) => ({
          value,
          label: t(`count.${value}.label`),
          description: t(`count.${value}.description`),
        }))}
        onChange={({ detail }) =>
          onChange({ count: detail.value === 'business-days' ? 'business-days' : 'calendar-days' })
        }
      />
    </FormField>
  );
}
