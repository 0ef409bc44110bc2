/** Fixed units: how much of each dimension the buyer gets for the scheduled payments. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { contractDimensions, OFFER_KIND_FACTS } from '../../../../shared/domain/offer/kinds.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DurationField } from '../service/duration-field.tsx';
import { indexValues, isShownBy, type DimensionColumn } from './column.ts';
import { ColumnActions } from './column-actions.tsx';
import { DimensionTable } from './dimension-table.tsx';
import { ListFindings } from '../editor/list-findings.tsx';

export function Grants() {
  const t = useTexts('wizard');
  const { draft, product, dispatch } = useEditor();
  if (!product || draft.kind === null) return null;
  const dimensions = contractDimensions(product, draft.kind);
  const column: DimensionColumn = {
    id: 'quantity',
    header: t('grants.quantity'),
    path: 'installments.grants',
    member: 'quantity',
    values: indexValues(
      draft.installments.grants.map(({ dimensionKey, quantity }) => ({ dimensionKey, value: quantity })),
    ),
    set: (lines) =>
      dispatch({
        type: 'grants.set',
        grants: lines.map(({ dimensionKey, price }) => ({ dimensionKey, quantity: price.slice(0, 12) })),
      }),
  };
  return (
    <SpaceBetween size="l">
      <FixedDuration />
      <DimensionTable
        title={t('grants.title')}
        description={t('grants.description')}
        path="installments.grants"
        dimensions={dimensions}
        columns={[column]}
        actions={<ColumnActions columns={[column]} dimensions={dimensions} />}
        footer={<ListFindings path="installments.grants" isShownElsewhere={isShownBy([column], dimensions)} />}
      />
    </SpaceBetween>
  );
}

function FixedDuration() {
  const t = useTexts('wizard');
  const format = useFormat();
  const { draft, dispatch } = useEditor();
  if (draft.kind === null) return null;
  const { grantsNeedDuration, contractDurationUnit, fixedContractDuration, maxLength } = OFFER_KIND_FACTS[draft.kind];
  if (!grantsNeedDuration) return null;
  return (
    <Container header={<Header variant="h2">{t('grants.durationTitle')}</Header>}>
      <DurationField
        path="installments.duration"
        label={t('grants.duration')}
        description={t('grants.durationDescription')}
        constraintText={t('service.duration.constraint', { max: format.duration(fixedContractDuration ?? maxLength) })}
        unit={contractDurationUnit}
        value={draft.installments.duration}
        onChange={(duration) => dispatch({ type: 'fixedDuration.set', duration })}
      />
    </Container>
  );
}
