/** What narrows the list of products: a text and the product types. */
import Grid from '@cloudscape-design/components/grid';
import { ChoiceFilter } from '../../components/address-filters.tsx';
import { FilterInput } from '../../components/filter-input.tsx';
import type { ListAddress } from '../../components/use-list-address.ts';
import { PRODUCT_TYPES, type ProductType } from '../../../shared/domain/product/product.ts';
import { useTexts } from '../../i18n/context.tsx';

export function ProductFilter({ address, types }: { address: ListAddress; types: readonly ProductType[] }) {
  const t = useTexts('products');
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
      <FilterInput label={t('filter.text')} value={address.get('text')} onChange={(text) => address.set({ text })} />
      <ChoiceFilter
        address={address}
        name="type"
        label={t('filter.types')}
        options={PRODUCT_TYPES}
        chosen={types}
        labelOf={(type) => t(`type.${type}`)}
      />
    </Grid>
  );
}
