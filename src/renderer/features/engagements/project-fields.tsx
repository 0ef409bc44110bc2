/** Fields of a customer's project, as an engagement is about it. */
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { CustomerProject } from '../../../shared/domain/engagement/deed.ts';
import { PICKLISTS, slugOf } from '../../../shared/domain/opportunity/picklists.ts';
import { COUNTRIES } from '../../../shared/domain/opportunity/places.ts';
import { useTexts } from '../../i18n/context.tsx';

export const EMPTY_PROJECT: CustomerProject = {
  companyName: '',
  industry: '',
  website: '',
  country: '',
  title: '',
  businessProblem: '',
  targetDate: '',
};

interface ProjectFieldsProps {
  readonly value: CustomerProject;
  /** Members that are not right, once somebody has tried to send them: `project.companyName`. */
  readonly wrong: ReadonlySet<string>;
  onChange(value: CustomerProject): void;
}

export function ProjectFields({ value, wrong, onChange }: ProjectFieldsProps) {
  const t = useTexts('engagements');
  const errorOf = (member: keyof CustomerProject) => (wrong.has(`project.${member}`) ? t('form.wrong') : undefined);
  const line = (member: 'companyName' | 'website' | 'title', label: string) => (
    <FormField label={label} errorText={errorOf(member)}>
      <Input value={value[member]} onChange={({ detail }) => onChange({ ...value, [member]: detail.value })} />
    </FormField>
  );
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        {line('companyName', t('column.customer'))}
        {line('website', t('page.website'))}
        <IndustryField value={value} error={errorOf('industry')} onChange={onChange} />
        <CountryField value={value} error={errorOf('country')} onChange={onChange} />
        {line('title', t('project.title'))}
        <FormField label={t('project.targetDate')} errorText={errorOf('targetDate')}>
          <DatePicker
            value={value.targetDate}
            placeholder="YYYY-MM-DD"
            format="iso"
            inputFormat="iso"
            openCalendarAriaLabel={(date) => t('form.openCalendar', { date: date ?? '' })}
            onChange={({ detail }) => onChange({ ...value, targetDate: detail.value })}
          />
        </FormField>
      </ColumnLayout>
      <FormField
        label={t('project.problem')}
        constraintText={t('project.problemHint')}
        errorText={errorOf('businessProblem')}
      >
        <Textarea
          value={value.businessProblem}
          onChange={({ detail }) => onChange({ ...value, businessProblem: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}

interface ChoiceProps {
  readonly value: CustomerProject;
  readonly error: string | undefined;
  onChange(value: CustomerProject): void;
}

function IndustryField({ value, error, onChange }: ChoiceProps) {
  const t = useTexts('engagements');
  const words = useTexts('picklists');
  const options = PICKLISTS.industry.map((industry) => ({
    value: industry,
    label: words(`industry.${slugOf(industry)}`),
  }));
  return (
    <FormField label={t('project.industry')} errorText={error}>
      <Select
        filteringType="auto"
        placeholder={t('form.choose')}
        options={options}
        selectedOption={options.find((option) => option.value === value.industry) ?? null}
        onChange={({ detail }) => onChange({ ...value, industry: detail.selectedOption.value ?? '' })}
      />
    </FormField>
  );
}

function CountryField({ value, error, onChange }: ChoiceProps) {
  const t = useTexts('engagements');
  const options = COUNTRIES.map((country) => ({ value: country, label: country }));
  return (
    <FormField label={t('project.country')} constraintText={t('project.countryHint')} errorText={error}>
      <Select
        filteringType="auto"
        placeholder={t('form.choose')}
        options={options}
        selectedOption={options.find((option) => option.value === value.country) ?? null}
        onChange={({ detail }) => onChange({ ...value, country: detail.selectedOption.value ?? '' })}
      />
    </FormField>
  );
}
