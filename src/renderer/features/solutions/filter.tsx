/** What narrows the list of solutions. */
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import { SOLUTION_STATUSES } from '../../../shared/domain/solution.ts';
import { FilterInput } from '../../components/filter-input.tsx';
import { useTexts } from '../../i18n/context.tsx';
import type { SolutionView } from './use-view.ts';

interface SolutionFilterBarProps {
  readonly view: SolutionView;
  readonly categories: readonly string[];
  readonly catalog: PartnerCatalog | undefined;
  /** More than one: the accounts in view use both. */
  readonly catalogs: readonly PartnerCatalog[];
}

export function SolutionFilterBar({ view, categories, catalog, catalogs }: SolutionFilterBarProps) {
  const t = useTexts('solutions');
  const ofDeals = useTexts('opportunities');
  const { address, filter } = view;
  return (
    <SpaceBetween size="xs">
      {catalogs.length > 1 && catalog && (
        <SegmentedControl
          label={t('filter.catalog')}
          selectedId={catalog}
          options={catalogs.map((id) => ({ id, text: ofDeals(`catalog.${id}`) }))}
          onChange={({ detail }) => address.set({ catalog: detail.selectedId })}
        />
      )}
      <Grid gridDefinition={[5, 3, 4].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <Choice
          label={t('column.status')}
          options={SOLUTION_STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          chosen={filter.statuses}
          onChange={(status) => address.set({ status })}
        />
        <Choice
          label={t('column.category')}
          options={categories.map((value) => ({ value, label: value }))}
          chosen={filter.categories}
          onChange={(category) => address.set({ category })}
        />
      </Grid>
      <Toggle checked={filter.gone} onChange={({ detail }) => address.set({ gone: detail.checked ? 'yes' : null })}>
        {t('filter.gone')}
      </Toggle>
    </SpaceBetween>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  onChange(values: string[]): void;
}

function Choice({ label, options, chosen, onChange }: ChoiceProps) {
  const t = useTexts('solutions');
  return (
    <Multiselect
      ariaLabel={label}
      placeholder={label}
      options={options}
      selectedOptions={chosen.map(
        (value) => options.find((option) => option.value === value) ?? { value, label: value },
      )}
      deselectAriaLabel={(option) => t('filter.remove', { label: option.label ?? '' })}
      onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ''))}
    />
  );
}
