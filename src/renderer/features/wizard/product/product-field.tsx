/** Picks the product among many: searched in this machine's copy, equal titles told apart by their id. */
import Select, { type SelectProps } from '@cloudscape-design/components/select';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';
import { ProductsMissing } from './products-missing.tsx';
import { useProductChoice } from './use-product-choice.ts';
import { useProductSearch } from './use-product-search.ts';

export function ProductField() {
  const t = useTexts('wizard');
  const { draft, accountKey } = useEditor();
  const search = useProductSearch(accountKey);
  const choice = useProductChoice();
  const any = useCallQuery('products.list', { account: accountKey, page: 1, pageSize: 1 });
  const selected = draft.product && toOption(draft.product, t(`productType.${draft.product.type}`));
  return (
    <>
      <DraftField path="product" label={t('product.label')} description={t('product.description')}>
        {({ invalid }) => (
          <Select
            selectedOption={selected}
            options={search.products.map((product) =>
              toOption(product, t(`productType.${product.type}`), t(`visibility.${product.visibility}`)),
            )}
            filteringType="manual"
            filteringPlaceholder={t('product.search')}
            filteringAriaLabel={t('product.search')}
            placeholder={t('product.choose')}
            statusType={search.status}
            loadingText={t('product.loading')}
            errorText={t('product.failed')}
            recoveryText={t('product.retry')}
            finishedText={t('product.count', { count: search.total })}
            empty={search.isFiltered ? t('product.noMatch') : t('product.none')}
            invalid={invalid}
            ariaRequired
            // AWS keeps the product of an offer for good.
            disabled={draft.target !== null}
            triggerVariant="option"
            onLoadItems={({ detail }) => search.load(detail)}
            onChange={({ detail }) => choice.choose(detail.selectedOption.value ?? '')}
          />
        )}
      </DraftField>
      {choice.error && <AppErrorView error={choice.error} />}
      {any.data?.total === 0 && <ProductsMissing accountKey={accountKey} />}
    </>
  );
}

/** Titles need not be unique; the id always stands beside. */
function toOption(
  product: { readonly id: string; readonly title: string },
  ...tags: string[]
): SelectProps.Option & { readonly value: string } {
  return { value: product.id, label: product.title, labelTag: product.id, tags };
}
