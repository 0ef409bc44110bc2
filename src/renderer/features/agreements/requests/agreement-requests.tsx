/** The requests about one agreement, and the way to a new one. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { AgreementDetail } from '../../../../shared/domain/agreement/agreement.ts';
import type { RequestKind } from '../../../../shared/domain/agreement/request.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { AdjustmentDialog, CancellationDialog, PaymentDialog } from './dialogs.tsx';
import { useRequestColumns } from './request-columns.tsx';

const DIALOGS = { cancellation: CancellationDialog, payment: PaymentDialog, adjustment: AdjustmentDialog };

export function AgreementRequests({ agreement }: { agreement: AgreementDetail }) {
  const t = useTexts('requests');
  const { account: key, id } = agreement.summary;
  const account = useAccount(key);
  const columns = useRequestColumns({ account: false, agreement: false });
  const { data } = useCallQuery('agreements.requests', { account: key, agreementId: id, pageSize: 100 });
  const [asking, setAsking] = useState<RequestKind | null>(null);
  const Dialog = asking && DIALOGS[asking];
  const items = data?.items ?? [];
  return (
    <Container
      header={
        <Header variant="h2" actions={<NewRequest agreement={agreement} onAsk={setAsking} />}>
          {t('ofAgreement')}
        </Header>
      }
    >
      {items.length === 0 ? (
        <Box color="text-body-secondary">{t('none')}</Box>
      ) : (
        <Table
          variant="embedded"
          items={[...items]}
          trackBy="id"
          ariaLabels={{ tableLabel: t('ofAgreement') }}
          columnDefinitions={columns.map((column) => ({ ...column, isRowHeader: column.isRowHeader ?? false }))}
        />
      )}
      {Dialog && account && <Dialog account={account} agreement={agreement} onClose={() => setAsking(null)} />}
    </Container>
  );
}

interface NewRequestProps {
  readonly agreement: AgreementDetail;
  onAsk(kind: RequestKind): void;
}

function NewRequest({ agreement: { summary, terms, invoices }, onAsk }: NewRequestProps) {
  const t = useTexts('requests');
  const isActive = summary.status === 'ACTIVE';
  const isVariable = terms.some(({ type }) => type === 'VariablePaymentTerm');
  const hasInvoice = invoices.some(({ type }) => type === 'INVOICE');
  const item = (id: RequestKind, reason: string | null) => ({
    id,
    text: t(`${id}.open`),
    disabled: reason !== null,
    ...(reason === null ? {} : { disabledReason: t(`not.${reason}`) }),
  });
  const active = isActive ? null : 'active';
  return (
    <ButtonDropdown
      items={[
        item('cancellation', active),
        item('payment', active ?? (isVariable ? null : 'variable')),
        item('adjustment', hasInvoice ? null : 'invoice'),
      ]}
      onItemClick={({ detail }) => onAsk(detail.id as RequestKind)}
    >
      {t('new')}
    </ButtonDropdown>
  );
}
