/** Contract prices: one column for each duration that the buyer may choose. */
import { contractDimensions, OFFER_KIND_FACTS } from '../../../../shared/domain/offer/kinds.ts';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isDuration } from '../../../../shared/domain/dates/duration.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { indexValues, isShownBy, type DimensionColumn } from './column.ts';
import { ColumnActions } from './column-actions.tsx';
import { ContractChoices } from './contract-choices.tsx';
import { DimensionTable } from './dimension-table.tsx';
import { ListFindings } from '../editor/list-findings.tsx';

export function ContractPrices() {
  const t = useTexts('wizard');
  const { draft, product } = useEditor();
  const columns = useContractColumns();
  if (!product || draft.kind === null) return null;
  const dimensions = contractDimensions(product, draft.kind);
  const { fixedContractDuration } = OFFER_KIND_FACTS[draft.kind];
  return (
    <SpaceBetween size="l">
      <ContractChoices />
      <DimensionTable
        title={fixedContractDuration ? t('pricing.annualTitle') : t('pricing.contractTitle')}
        description={t('pricing.contractDescription')}
        path="contract.rateCards"
        dimensions={dimensions}
        columns={columns}
        actions={<ColumnActions columns={columns} dimensions={dimensions} />}
        footer={<ListFindings path="contract" isShownElsewhere={isShownBy(columns, dimensions)} />}
      />
    </SpaceBetween>
  );
}

function useContractColumns(): DimensionColumn[] {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, dispatch } = useEditor();
  return draft.contract.rateCards.map(({ duration, prices }, index) => ({
    id: `card-${index}`,
    header: t('pricing.contractPrice', {
      currency: draft.currency,
      duration: isDuration(duration) ? format.duration(duration) : duration || t('pricing.noDuration'),
    }),
    path: `contract.rateCards.${index}.prices`,
    member: 'price',
    values: indexValues(prices.map(({ dimensionKey, price }) => ({ dimensionKey, value: price }))),
    set: (lines) => dispatch({ type: 'prices.set', card: index, lines }),
  }));
}
