/** A free trial: how long it lasts, and how much of each dimension may be used without paying. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { trialDimensions } from '../../../../shared/domain/offer/kinds.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { ListFindings } from '../editor/list-findings.tsx';
import { DurationField } from '../service/duration-field.tsx';
import { ColumnActions } from './column-actions.tsx';
import { indexValues, isShownBy, type DimensionColumn } from './column.ts';
import { DimensionTable } from './dimension-table.tsx';

const USUAL_TRIALS = ['P7D', 'P14D', 'P30D'];

export function FreeTrialFields() {
  const t = useTexts('wizard');
  const { draft, product, dispatch } = useEditor();
  if (!product) return null;
  const { duration, grants } = draft.freeTrial;
  const granted = new Set(grants.map(({ dimensionKey }) => dimensionKey));
  const dimensions = trialDimensions(product).filter(({ key }) => granted.has(key));
  const column: DimensionColumn = {
    id: 'trial',
    header: t('trial.quantity'),
    path: 'freeTrial.grants',
    member: 'quantity',
    values: indexValues(grants.map(({ dimensionKey, quantity }) => ({ dimensionKey, value: quantity }))),
    set: (lines) => {
      // A dimension whose quantity is emptied is granted all the same, without a limit.
      const typed = new Map(lines.map(({ dimensionKey, price }) => [dimensionKey, price.slice(0, 12)]));
      dispatch({
        type: 'trial.grants',
        grants: grants.map((grant) => ({ ...grant, quantity: typed.get(grant.dimensionKey) ?? grant.quantity })),
      });
    },
  };
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t('trial.title')}</Header>}>
        <DurationField
          path="freeTrial.duration"
          label={t('trial.duration')}
          description={t('trial.description')}
          constraintText={t('trial.constraint')}
          unit="days"
          usual={USUAL_TRIALS}
          value={duration}
          onChange={(value) => dispatch({ type: 'trial.duration', duration: value })}
        />
      </Container>
      <DimensionTable
        title={t('trial.grants')}
        description={t('trial.grantsSay')}
        path="freeTrial.grants"
        dimensions={dimensions}
        columns={[column]}
        actions={<ColumnActions columns={[column]} dimensions={dimensions} />}
        footer={<ListFindings path="freeTrial.grants" isShownElsewhere={isShownBy([column], dimensions)} />}
      />
    </SpaceBetween>
  );
}
