/** Columns of requests about agreements, and what can be done with one. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { AgreementRequest } from '../../../../shared/domain/agreement/request.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccount, useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toAgreementPath } from '../paths.ts';
import { WithdrawDialog } from './dialogs.tsx';
import { RequestStatus, requestTitle } from './request-status.tsx';

export function useRequestColumns(shown: { readonly account: boolean; readonly agreement: boolean }) {
  const t = useTexts('requests');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns: (RemoteColumn<AgreementRequest> | null)[] = [
    { id: 'title', header: t('column.title'), isRowHeader: true, width: 230, cell: (each) => requestTitle(t, each) },
    { id: 'kind', header: t('column.kind'), width: 170, cell: ({ kind }) => t(`kind.${kind}`) },
    shown.account
      ? {
          id: 'account',
          header: t('column.account'),
          width: 200,
          cell: (each) => {
            const account = accounts.find(({ key }) => key === each.account);
            return account ? <AccountBadge account={account} /> : each.account;
          },
        }
      : null,
    { id: 'status', header: t('column.status'), width: 220, cell: (each) => <Standing request={each} /> },
    {
      id: 'amount',
      header: t('column.amount'),
      width: 140,
      cell: ({ amount, currency }) => (amount === null ? '-' : format.money(amount, currency ?? '')),
    },
    shown.agreement
      ? {
          id: 'agreement',
          header: t('column.agreement'),
          width: 270,
          cell: ({ account, agreementId }) => (
            <RouteLink to={toAgreementPath({ account, agreementId })}>{agreementId}</RouteLink>
          ),
        }
      : null,
    { id: 'created', header: t('column.created'), width: 200, cell: ({ createdAt }) => format.instant(createdAt) },
    { id: 'actions', header: t('column.actions'), width: 150, cell: (each) => <Withdraw request={each} /> },
  ];
  return columns.filter((column) => column !== null);
}

/** Status, who decides until when, and why it ended as it did. */
function Standing({ request }: { request: AgreementRequest }) {
  const t = useTexts('requests');
  const format = useFormat();
  return (
    <>
      <RequestStatus status={request.status} />
      {request.decidesAt !== null && (
        <Box variant="small" display="block">
          {t('decides', { time: format.instant(request.decidesAt) })}
        </Box>
      )}
      {request.statusMessage !== '' && (
        <Box variant="small" display="block">
          {request.statusMessage}
        </Box>
      )}
    </>
  );
}

function Withdraw({ request }: { request: AgreementRequest }) {
  const t = useTexts('requests');
  const account = useAccount(request.account);
  const [asking, setAsking] = useState(false);
  const canWithdraw = request.status === 'PENDING_APPROVAL' && request.kind !== 'adjustment';
  if (!canWithdraw || !account) return <>-</>;
  return (
    <>
      <Button
        variant="inline-link"
        ariaLabel={t('withdraw.label', { title: requestTitle(t, request) })}
        onClick={() => setAsking(true)}
      >
        {t('withdraw.open')}
      </Button>
      {asking && <WithdrawDialog account={account} request={request} onClose={() => setAsking(false)} />}
    </>
  );
}
