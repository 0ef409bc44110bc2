/** The deal as it is typed. */
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../i18n/context.tsx';
import { checkForm, type MarginField, type MarginForm } from './margin-form.ts';

const CURRENCIES = ['USD', 'EUR', 'GBP', 'AUD', 'JPY'] as const;
const FIELDS: readonly MarginField[] = ['list', 'discount', 'markup'];

interface DealFieldsProps {
  readonly form: MarginForm;
  onChange(form: MarginForm): void;
}

export function DealFields({ form, onChange }: DealFieldsProps) {
  const t = useTexts('margin');
  const problems = checkForm(form);
  return (
    <Container header={<Header variant="h2">{t('deal.title')}</Header>}>
      <SpaceBetween size="m">
        <FormField label={t('deal.currency')}>
          <Select
            selectedOption={{ value: form.currency, label: form.currency }}
            options={[...new Set([...CURRENCIES, form.currency])].map((value) => ({ value, label: value }))}
            onChange={({ detail }) => onChange({ ...form, currency: detail.selectedOption.value ?? 'USD' })}
          />
        </FormField>
        {FIELDS.map((field) => {
          const problem = problems[field];
          return (
            <FormField
              key={field}
              label={t(`deal.${field}`)}
              constraintText={t(`deal.${field}Says`)}
              errorText={problem ? t(`problem.${problem}`) : ''}
            >
              <Input
                value={form[field]}
                inputMode="decimal"
                onChange={({ detail }) => onChange({ ...form, [field]: detail.value })}
              />
            </FormField>
          );
        })}
        <Checkbox checked={form.isRenewal} onChange={({ detail }) => onChange({ ...form, isRenewal: detail.checked })}>
          {t('deal.renewal')}
        </Checkbox>
        <FormField label={t('deal.feePayer')} description={t('deal.feePayerSays')}>
          <RadioGroup
            value={form.feePayer}
            items={(['isv', 'partner'] as const).map((value) => ({ value, label: t(`payer.${value}`) }))}
            onChange={({ detail }) => onChange({ ...form, feePayer: detail.value === 'partner' ? 'partner' : 'isv' })}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
