/** What narrows the list of solutions. */
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { PartnerCatalog } from '../../../shared/domain/account/account.ts';
import { SOLUTION_STATUSES } from '../../../shared/domain/solution.ts';
import { ChoiceFilter } from '../../components/address-filters.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import { CatalogFilter } from '../../components/partner-catalog.tsx';
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
  const { address, filter } = view;
  return (
    <SpaceBetween size="xs">
      <CatalogFilter address={address} catalog={catalog} catalogs={catalogs} />
      <Grid gridDefinition={[5, 3, 4].map((xs) => ({ colspan: { default: 12, xs } }))}>
        <FilterInput label={t('filter.text')} value={filter.text} onChange={(text) => address.set({ text })} />
        <ChoiceFilter
          address={address}
          name="status"
          label={t('column.status')}
          options={SOLUTION_STATUSES}
          chosen={filter.statuses}
          labelOf={(status) => t(`status.${status}`)}
        />
        <ChoiceFilter
          address={address}
          name="category"
          label={t('column.category')}
          options={categories}
          chosen={filter.categories}
          labelOf={(category) => category}
        />
      </Grid>
      <Toggle checked={filter.gone} onChange={({ detail }) => address.set({ gone: detail.checked ? 'yes' : null })}>
        {t('filter.gone')}
      </Toggle>
    </SpaceBetween>
  );
}
