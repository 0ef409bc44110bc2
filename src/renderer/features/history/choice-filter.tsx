/** A choice of several values under its label, and how the filters of the history stand beside each other. */
import FormField from '@cloudscape-design/components/form-field';
import { ChoiceFilter } from '../../components/address-filters.tsx';
import { useTexts } from '../../i18n/context.tsx';

/** A text, two choices and a period: below each other where there is no room. */
export const FILTER_GRID = [
  { colspan: { default: 12, l: 4 } },
  ...Array.from({ length: 4 }, () => ({ colspan: { default: 6, l: 2 } as const })),
];

export function LabelledChoice<T extends string>(props: Parameters<typeof ChoiceFilter<T>>[0]) {
  const t = useTexts('history');
  return (
    <FormField label={props.label}>
      <ChoiceFilter {...props} placeholder={t('filter.any')} />
    </FormField>
  );
}
