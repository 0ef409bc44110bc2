/** How a product is sold, as its public offer tells; AWS keeps no such field of the product itself. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { RouteLink } from '../../components/route-link.tsx';
import type { Product, PublicTerms } from '../../../shared/domain/product/product.ts';
import { useFormat, useTexts, type Translate } from '../../i18n/context.tsx';

export function PublicTermsView({ product }: { product: Product }) {
  const t = useTexts('products');
  const format = useFormat();
  const terms = product.publicTerms;
  if (!terms) return <Box color="text-body-secondary">{t('publicTerms.none')}</Box>;
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: t('publicTerms.offer'),
          value: (
            <RouteLink to={`/offers/${encodeURIComponent(product.account)}/${encodeURIComponent(terms.offerId)}`}>
              {terms.offerId}
            </RouteLink>
          ),
        },
        { label: t('publicTerms.pricing'), value: format.list(listPricing(terms, t)) || '-' },
        {
          label: t('publicTerms.durations'),
          value: format.list(terms.contractDurations.map((duration) => format.duration(duration))) || '-',
        },
        {
          label: t('publicTerms.quantities'),
          value: terms.constraint === null ? '-' : t(`publicTerms.${terms.constraint}`),
        },
      ]}
    />
  );
}

function listPricing(terms: PublicTerms, t: Translate): string[] {
  return [
    ...(terms.contractDurations.length > 0 ? [t('publicTerms.contract')] : []),
    ...(terms.hasUsagePricing ? [t('publicTerms.usage')] : []),
    ...(terms.hasRecurring ? [t('publicTerms.recurring')] : []),
    ...(terms.hasByol ? [t('publicTerms.byol')] : []),
    ...(terms.hasFreeTrial ? [t('publicTerms.freeTrial')] : []),
  ];
}
