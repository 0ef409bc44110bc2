/** What narrows the list of products: a text and the product types. */
import Grid from '@cloudscape-design/components/grid';
import Multiselect from '@cloudscape-design/components/multiselect';
import { FilterInput } from '../../components/filter-input.tsx';
import type { ListAddress } from '../../components/use-list-address.ts';
import { PRODUCT_TYPES, type ProductType } from '../../../shared/domain/product/product.ts';
import { useTexts } from '../../i18n/context.tsx';

export function ProductFilter({ address, types }: { address: ListAddress; types: readonly ProductType[] }) {
  const t = useTexts('products');
  const toOption = (type: ProductType) => ({ value: type, label: t(`type.${type}`) });
  return (
    <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
      <FilterInput label={t('filter.text')} value={address.get('text')} onChange={(text) => address.set({ text })} />
      <Multiselect
        ariaLabel={t('filter.types')}
        placeholder={t('filter.types')}
        options={PRODUCT_TYPES.map(toOption)}
        selectedOptions={types.map(toOption)}
        deselectAriaLabel={({ label }) => t('filter.remove', { label: label ?? '' })}
        onChange={({ detail }) => address.set({ type: detail.selectedOptions.map(({ value }) => value ?? '') })}
      />
    </Grid>
  );
}
