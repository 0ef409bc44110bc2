/** The filters of a backfill: those that AWS's list takes, and those that are looked at once it has shown an opportunity. */
import Box from '@cloudscape-design/components/box';
import DatePicker from '@cloudscape-design/components/date-picker';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import type { ReactNode } from 'react';
import { isWhole, type BackfillFilter } from '../../../../shared/domain/opportunity/backfill.ts';
import { OPPORTUNITY_STAGES, REVIEW_STATUSES } from '../../../../shared/domain/opportunity/opportunity.ts';
import { PICKLISTS } from '../../../../shared/domain/opportunity/picklists.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { usePickText } from '../editor/use-pick-text.ts';
import { wordOf } from '../status.tsx';
import { toWish, type BackfillForm, type Problems } from './form.ts';

interface FiltersProps {
  readonly form: BackfillForm;
  readonly problems: Problems;
  set(changes: Partial<BackfillForm>): void;
}

export function BackfillFilters(props: FiltersProps) {
  const t = useTexts('backfill');
  return (
    <ExpandableSection headerText={t('filters')} defaultExpanded={!isWhole(toWish(props.form).wish)}>
      <SpaceBetween size="m">
        <Box variant="h4">{t('filtersOfAws')}</Box>
        <AwsFilters {...props} />
        <Box variant="h4">{t('filtersOfOurs')}</Box>
        <OwnFilters {...props} />
      </SpaceBetween>
    </ExpandableSection>
  );
}

function Columns({ children, count }: { children: ReactNode; count: number }) {
  const each = { colspan: { default: 12, xxs: Math.floor(12 / count) } };
  return <Grid gridDefinition={Array.from({ length: count }, () => each)}>{children}</Grid>;
}

function AwsFilters({ form, problems, set }: FiltersProps) {
  const t = useTexts('backfill');
  const tOpportunities = useTexts('opportunities');
  const { filter } = form;
  const change = (changes: Partial<BackfillFilter>) => set({ filter: { ...filter, ...changes } });
  return (
    <SpaceBetween size="s">
      <Columns count={2}>
        <Choice
          label={t('filter.stages')}
          words={OPPORTUNITY_STAGES}
          textOf={(word) => wordOf(tOpportunities, 'stage', word)}
          chosen={filter.stages}
          onChange={(stages) => change({ stages })}
        />
        <Choice
          label={t('filter.reviewStatuses')}
          words={REVIEW_STATUSES}
          textOf={(word) => wordOf(tOpportunities, 'reviewStatus', word)}
          chosen={filter.reviewStatuses}
          onChange={(reviewStatuses) => change({ reviewStatuses })}
        />
      </Columns>
      {(['modified', 'created', 'close'] as const).map((name) => (
        <Columns key={name} count={2}>
          {(['from', 'to'] as const).map((end) => (
            <Day
              key={end}
              label={t(`filter.${end}`, { what: t(`filter.${name}`) })}
              value={filter[name][end]}
              onChange={(day) => change({ [name]: { ...filter[name], [end]: day } })}
            />
          ))}
        </Columns>
      ))}
      <Box color="text-body-secondary">{t('filter.utc')}</Box>
      <Columns count={2}>
        <Lines name="customers" form={form} problems={problems} set={set} />
        <Lines name="identifiers" form={form} problems={problems} set={set} />
      </Columns>
    </SpaceBetween>
  );
}

function OwnFilters({ form, problems, set }: FiltersProps) {
  const t = useTexts('backfill');
  const pickText = usePickText();
  const { filter } = form;
  const change = (changes: Partial<BackfillFilter>) => set({ filter: { ...filter, ...changes } });
  return (
    <SpaceBetween size="s">
      <Columns count={2}>
        <FormField label={t('filter.customerPart')}>
          <Input value={filter.customerPart} onChange={({ detail }) => change({ customerPart: detail.value })} />
        </FormField>
        <FormField
          label={t('filter.countries')}
          description={t('filter.countriesHint')}
          errorText={problems.countries && t(problems.countries.key, problems.countries.params)}
        >
          <Input value={form.countries} onChange={({ detail }) => set({ countries: detail.value })} />
        </FormField>
      </Columns>
      <Columns count={2}>
        <Choice
          label={t('filter.industries')}
          words={PICKLISTS.industry}
          textOf={(word) => pickText('industry', word)}
          chosen={filter.industries}
          onChange={(industries) => change({ industries })}
        />
        <Choice
          label={t('filter.types')}
          words={PICKLISTS.opportunityType}
          textOf={(word) => pickText('opportunityType', word)}
          chosen={filter.types}
          onChange={(types) => change({ types })}
        />
      </Columns>
    </SpaceBetween>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly words: readonly T[];
  readonly chosen: readonly string[];
  textOf(word: string): string;
  onChange(chosen: T[]): void;
}

function Choice<T extends string>({ label, words, chosen, textOf, onChange }: ChoiceProps<T>) {
  const t = useTexts('backfill');
  const toOption = (value: string) => ({ value, label: textOf(value) });
  return (
    <FormField label={label}>
      <Multiselect
        options={words.map(toOption)}
        selectedOptions={chosen.map(toOption)}
        deselectAriaLabel={({ label: name }) => t('filter.remove', { label: name ?? '' })}
        onChange={({ detail }) =>
          onChange(words.filter((word) => detail.selectedOptions.some(({ value }) => value === word)))
        }
      />
    </FormField>
  );
}

function Day({ label, value, onChange }: { label: string; value: string | null; onChange(day: string | null): void }) {
  const t = useTexts('backfill');
  return (
    <FormField label={label}>
      <DatePicker
        value={value ?? ''}
        placeholder="YYYY-MM-DD"
        format="iso"
        inputFormat="iso"
        openCalendarAriaLabel={(date) => t('filter.openCalendar', { date: date ?? '' })}
        onChange={({ detail }) => onChange(/^\d{4}-\d{2}-\d{2}$/.test(detail.value) ? detail.value : null)}
      />
    </FormField>
  );
}

function Lines({ name, form, problems, set }: FiltersProps & { name: 'customers' | 'identifiers' }) {
  const t = useTexts('backfill');
  const problem = problems[name];
  return (
    <FormField
      label={t(`filter.${name}`)}
      description={t(`filter.${name}Hint`)}
      errorText={problem && t(problem.key, problem.params)}
    >
      <Textarea rows={3} value={form[name]} onChange={({ detail }) => set({ [name]: detail.value })} />
    </FormField>
  );
}
