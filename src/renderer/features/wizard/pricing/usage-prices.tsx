/** One price for every metered dimension. */
import { usageDimensions } from '../../../../shared/domain/offer/kinds.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { indexValues, isShownBy, type DimensionColumn } from './column.ts';
import { ColumnActions } from './column-actions.tsx';
import { DimensionTable } from './dimension-table.tsx';
import { ListFindings } from '../editor/list-findings.tsx';

export function UsagePrices() {
  const t = useTexts('wizard');
  const { draft, product, dispatch } = useEditor();
  if (!product) return null;
  const dimensions = usageDimensions(product);
  const column: DimensionColumn = {
    id: 'usage',
    header: t('pricing.usagePrice', { currency: draft.currency }),
    path: 'usagePrices',
    member: 'price',
    values: indexValues(draft.usagePrices.map(({ dimensionKey, price }) => ({ dimensionKey, value: price }))),
    set: (lines) => dispatch({ type: 'prices.set', card: 'usage', lines }),
  };
  return (
    <DimensionTable
      title={t('pricing.usageTitle')}
      description={t('pricing.usageDescription')}
      path="usagePrices"
      dimensions={dimensions}
      columns={[column]}
      actions={<ColumnActions columns={[column]} dimensions={dimensions} />}
      footer={<ListFindings path="usagePrices" isShownElsewhere={isShownBy([column], dimensions)} />}
    />
  );
}
