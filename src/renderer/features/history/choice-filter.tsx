/** A choice of several values, kept in the address under a name. */
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import type { ListAddress } from '../../components/use-list-address.ts';
import { useTexts } from '../../i18n/context.tsx';

/** A text, two choices and a period: below each other where there is no room. */
export const FILTER_GRID = [
  { colspan: { default: 12, l: 4 } },
  ...Array.from({ length: 4 }, () => ({ colspan: { default: 6, l: 2 } as const })),
];

interface ChoiceFilterProps<T extends string> {
  readonly address: ListAddress;
  readonly name: string;
  readonly label: string;
  readonly options: readonly T[];
  readonly chosen: readonly T[];
  labelOf(value: T): string;
}

export function ChoiceFilter<T extends string>({ address, ...props }: ChoiceFilterProps<T>) {
  const t = useTexts('history');
  const toOption = (value: T) => ({ value, label: props.labelOf(value) });
  return (
    <FormField label={props.label}>
      <Multiselect
        ariaLabel={props.label}
        placeholder={t('filter.any')}
        options={props.options.map(toOption)}
        selectedOptions={props.chosen.map(toOption)}
        deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
        onChange={({ detail }) => address.set({ [props.name]: detail.selectedOptions.map(({ value }) => value ?? '') })}
      />
    </FormField>
  );
}
