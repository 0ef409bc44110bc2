/** A product's visibility in words and colour. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ProductSummary } from '../../../shared/domain/product/product.ts';
import { useTexts } from '../../i18n/context.tsx';

const LOOKS: Record<ProductSummary['visibility'], StatusIndicatorProps.Type> = {
  Draft: 'pending',
  Limited: 'info',
  Public: 'success',
  Restricted: 'stopped',
};

export function VisibilityStatus({ visibility }: { visibility: ProductSummary['visibility'] }) {
  const t = useTexts('products');
  return <StatusIndicator type={LOOKS[visibility]}>{t(`visibility.${visibility}`)}</StatusIndicator>;
}
