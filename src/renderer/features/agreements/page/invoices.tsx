/** Invoices and credit memos of an agreement. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

const TYPES = ['INVOICE', 'CREDIT_MEMO'];

export function Invoices({ invoices }: Pick<AgreementDetail, 'invoices'>) {
  const t = useTexts('agreements');
  const format = useFormat();
  if (invoices.length === 0) return null;
  return (
    <Container header={<Header variant="h2">{t('invoices.title')}</Header>}>
      <Table
        variant="embedded"
        items={[...invoices]}
        ariaLabels={{ tableLabel: t('invoices.title') }}
        columnDefinitions={[
          { id: 'id', header: t('invoices.id'), isRowHeader: true, cell: ({ id }) => id || '-' },
          {
            id: 'type',
            header: t('invoices.type'),
            cell: ({ type }) => (TYPES.includes(type) ? t(`invoices.types.${type}`) : type),
          },
          {
            id: 'issued',
            header: t('invoices.issued'),
            cell: ({ issuedAt }) => (issuedAt === null ? '-' : format.instant(issuedAt)),
          },
          { id: 'period', header: t('invoices.period'), cell: ({ period }) => period ?? '-' },
          { id: 'amount', header: t('payments.amount'), cell: (each) => format.money(each.amount, each.currency) },
          {
            id: 'adjustable',
            header: t('invoices.adjustable'),
            cell: ({ maxAdjustment, currency }) =>
              maxAdjustment === null ? '-' : format.money(maxAdjustment, currency),
          },
          { id: 'issuer', header: t('invoices.issuer'), cell: ({ issuer }) => issuer ?? '-' },
        ]}
      />
    </Container>
  );
}
