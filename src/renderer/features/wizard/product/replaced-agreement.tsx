/** In place of product and buyers: the agreement that the offer replaces says both. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { sumAmounts } from '../../../../shared/domain/money/amount.ts';
import { replacementOf, type Replacement } from '../../../../shared/domain/offer/replaced-agreement.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { DraftField } from '../editor/draft-field.tsx';

export function ReplacedAgreementPanel() {
  const t = useTexts('agreements');
  const { draft, accountKey } = useEditor();
  const replacement = replacementOf(draft);
  if (!replacement) return null;
  const path = `/agreements/${encodeURIComponent(accountKey)}/${encodeURIComponent(replacement.agreementId)}`;
  return (
    <Container header={<Header variant="h2">{t('amend.replaces')}</Header>}>
      <SpaceBetween size="m">
        <Alert type="info">{t('amend.says')}</Alert>
        <DraftField path="source" label={t('column.id')}>
          {() => <RouteLink to={path}>{replacement.agreementId}</RouteLink>}
        </DraftField>
        <DraftField path="buyers" label={t('column.buyer')}>
          {() => <>{replacement.replaced?.buyer ?? '-'}</>}
        </DraftField>
        <ReplacedFacts replacement={replacement} />
      </SpaceBetween>
    </Container>
  );
}

function ReplacedFacts({ replacement: { replaced } }: { replacement: Replacement }) {
  const t = useTexts('agreements');
  const format = useFormat();
  const { draft } = useEditor();
  if (!replaced) return null;
  const pending = sumAmounts(replaced.pending.map(({ amount }) => amount));
  const money = (amount: string) => format.money(amount, replaced.currency || draft.currency);
  return (
    <KeyValuePairs
      columns={4}
      items={[
        { label: t('column.product'), value: draft.product?.title ?? '-' },
        { label: t('amend.endsNow'), value: replaced.endDate === '' ? '-' : format.date(replaced.endDate) },
        { label: t('amend.charged'), value: money(replaced.charged) },
        { label: t('amend.pending', { count: replaced.pending.length }), value: money(pending) },
      ]}
    />
  );
}
