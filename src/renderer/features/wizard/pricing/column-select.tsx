/** Which column a dialog is about, where there are several. */
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useTexts } from '../../../i18n/context.tsx';
import type { DimensionColumn } from './column.ts';

interface ColumnSelectProps {
  readonly columns: readonly DimensionColumn[];
  readonly selected: string;
  onChange(id: string): void;
}

export function ColumnSelect({ columns, selected, onChange }: ColumnSelectProps) {
  const t = useTexts('wizard');
  if (columns.length < 2) return null;
  const options = columns.map(({ id, header }) => ({ value: id, label: header }));
  return (
    <FormField label={t('pricing.column')}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === selected) ?? null}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? selected)}
      />
    </FormField>
  );
}
