/** What lists are narrowed by besides a text: some of several values, products, a day; each kept in the address under a name. */
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect, { type MultiselectProps } from '@cloudscape-design/components/multiselect';
import { useCallQuery } from '../bridge/hooks.tsx';
import { useTexts } from '../i18n/context.tsx';
import type { ListAddress } from './use-list-address.ts';

interface FilterProps {
  readonly address: Pick<ListAddress, 'set'>;
  readonly name: string;
  readonly label: string;
}

interface ChoiceFilterProps<T extends string> extends FilterProps {
  readonly options: readonly T[];
  readonly chosen: readonly T[];
  /** Said while nothing is chosen; the label where none stands above. */
  readonly placeholder?: string;
  labelOf(value: T): string;
}

export function ChoiceFilter<T extends string>({ options, chosen, labelOf, ...props }: ChoiceFilterProps<T>) {
  const toOption = (value: T) => ({ value, label: labelOf(value) });
  return <SomeOf {...props} options={options.map(toOption)} selectedOptions={chosen.map(toOption)} />;
}

interface ProductFilterProps extends FilterProps {
  /** Of all accounts when null. */
  readonly account: string | null;
  readonly chosen: readonly string[];
}

export function ProductFilter({ account, chosen, ...props }: ProductFilterProps) {
  const t = useTexts('common');
  const { data } = useCallQuery('products.list', { account, pageSize: 200 });
  const options = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title, description: id }));
  const selected = chosen.map((id) => options.find(({ value }) => value === id) ?? { value: id, label: id });
  return (
    <FormField label={props.label}>
      <SomeOf
        {...props}
        filteringType="auto"
        filteringAriaLabel={t('filter.findProduct')}
        empty={t('filter.noProducts')}
        options={options}
        selectedOptions={selected}
      />
    </FormField>
  );
}

type SomeOfProps = FilterProps & Omit<MultiselectProps, 'ariaLabel' | 'deselectAriaLabel' | 'onChange'>;

function SomeOf({ address, name, label, placeholder = label, ...props }: SomeOfProps) {
  const t = useTexts('common');
  return (
    <Multiselect
      {...props}
      ariaLabel={label}
      placeholder={placeholder}
      deselectAriaLabel={(option) => t('filter.remove', { label: option.label ?? '' })}
      onChange={({ detail }) => address.set({ [name]: detail.selectedOptions.map(({ value }) => value ?? '') })}
    />
  );
}

interface DayFilterProps extends FilterProps {
  readonly value: string | null;
  /** What a day means here, such as its zone. */
  readonly hint: string;
}

export function DayFilter({ address, name, label, value, hint }: DayFilterProps) {
  const t = useTexts('common');
  return (
    <FormField label={label} constraintText={hint}>
      <DatePicker
        value={value ?? ''}
        placeholder="YYYY-MM-DD"
        format="iso"
        inputFormat="iso"
        openCalendarAriaLabel={(date) => t('filter.openCalendar', { date: date ?? '' })}
        onChange={({ detail }) => address.set({ [name]: detail.value })}
      />
    </FormField>
  );
}
