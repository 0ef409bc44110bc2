/** The payment schedule with what is invoiced, due and coming, and the charges that AWS lists. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { AgreementDetail, Payment, PaymentState } from '../../../../shared/domain/agreement/agreement.ts';
import { isAmount, sumAmounts } from '../../../../shared/domain/money/amount.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

const LOOKS: Record<PaymentState, StatusIndicatorProps.Type> = {
  invoiced: 'success',
  due: 'warning',
  coming: 'pending',
  cancelled: 'stopped',
};

export function Payments({ payments, charges }: Pick<AgreementDetail, 'payments' | 'charges'>) {
  const t = useTexts('agreements');
  if (payments.length === 0 && charges.length === 0) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={t('payments.says')}>
          {t('payments.title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {payments.length > 0 && (
          <>
            <PaymentSums payments={payments} />
            <PaymentTable payments={payments} />
          </>
        )}
        {charges.length > 0 && <ChargeTable charges={charges} />}
      </SpaceBetween>
    </Container>
  );
}

function PaymentSums({ payments }: { payments: readonly Payment[] }) {
  const t = useTexts('agreements');
  const format = useFormat();
  const states: readonly PaymentState[] = ['invoiced', 'due', 'coming', 'cancelled'];
  const parts = states.flatMap((state) => {
    const amounts = payments.filter((payment) => payment.state === state).map(({ amount }) => amount);
    if (amounts.length === 0 || !amounts.every(isAmount)) return [];
    const sum = format.money(sumAmounts(amounts), payments[0]?.currency ?? '');
    return [t('payments.sum', { state: t(`payments.state.${state}`), sum })];
  });
  return <Box>{format.list(parts)}</Box>;
}

function PaymentTable({ payments }: { payments: readonly Payment[] }) {
  const t = useTexts('agreements');
  const format = useFormat();
  const rows = payments.map((payment, index) => ({ ...payment, number: index + 1 }));
  return (
    <Table
      variant="embedded"
      items={rows}
      ariaLabels={{ tableLabel: t('payments.title') }}
      columnDefinitions={[
        { id: 'number', header: t('payments.number'), isRowHeader: true, cell: ({ number }) => format.count(number) },
        { id: 'date', header: t('payments.date'), cell: ({ date }) => format.date(date) },
        { id: 'amount', header: t('payments.amount'), cell: (each) => format.money(each.amount, each.currency) },
        {
          id: 'state',
          header: t('payments.stateHeader'),
          cell: ({ state }) => <StatusIndicator type={LOOKS[state]}>{t(`payments.state.${state}`)}</StatusIndicator>,
        },
        { id: 'invoice', header: t('payments.invoice'), cell: ({ invoiceId }) => invoiceId ?? '-' },
      ]}
    />
  );
}

function ChargeTable({ charges }: Pick<AgreementDetail, 'charges'>) {
  const t = useTexts('agreements');
  const format = useFormat();
  return (
    <Table
      variant="embedded"
      header={<Header variant="h3">{t('payments.charges')}</Header>}
      items={[...charges]}
      ariaLabels={{ tableLabel: t('payments.charges') }}
      columnDefinitions={[
        { id: 'id', header: t('payments.chargeId'), isRowHeader: true, cell: ({ id }) => id ?? '-' },
        { id: 'at', header: t('payments.date'), cell: ({ at }) => (at === null ? '-' : format.instant(at)) },
        { id: 'amount', header: t('payments.amount'), cell: (each) => format.money(each.amount, each.currency) },
      ]}
    />
  );
}
