/** The columns of the sync log. */
import type { CallSummary } from '../../../shared/contract/history-calls.ts';
import { AccountBadge } from '../../components/account-badge.tsx';
import type { RemoteColumn } from '../../components/remote-table.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { CallDirectionView, CallStatusView, RecordCounts } from './call-status.tsx';
import { EntityLink } from './entity-link.tsx';
import { toCallRecordPath, toChangeRecordPath } from './paths.ts';
import { usePurposeText } from './use-purpose-text.ts';

export function useCallColumns(withAccount: boolean): RemoteColumn<CallSummary>[] {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const format = useFormat();
  const purpose = usePurposeText();
  const { accounts } = useAccounts();
  const badge = (key: string | null) => {
    const account = accounts.find((each) => each.key === key);
    return account ? <AccountBadge account={account} /> : (key ?? '–');
  };
  const milliseconds = (value: number | null) =>
    value === null ? '–' : history('milliseconds', { count: Math.round(value) });
  const columns: RemoteColumn<CallSummary>[] = [
    { id: 'at', header: t('column.at'), width: 200, cell: ({ at }) => format.instant(at) },
    {
      id: 'direction',
      header: t('column.direction'),
      width: 130,
      cell: ({ direction }) => <CallDirectionView direction={direction} />,
    },
    {
      id: 'purpose',
      header: t('column.purpose'),
      width: 290,
      isRowHeader: true,
      cell: (call) => <RouteLink to={toCallRecordPath(call.seq)}>{purpose(call)}</RouteLink>,
    },
    { id: 'status', header: t('column.status'), width: 230, cell: (call) => <CallStatusView call={call} /> },
    { id: 'records', header: t('column.processed'), width: 130, cell: (call) => <RecordCounts call={call} /> },
    { id: 'entity', header: t('column.entityId'), width: 190, cell: (call) => <EntityLink entity={call} /> },
    { id: 'service', header: t('column.service'), width: 210, cell: ({ service }) => history(`service.${service}`) },
    { id: 'operation', header: t('column.operation'), width: 210, cell: ({ operation }) => operation },
    {
      id: 'duration',
      header: t('column.durationMs'),
      width: 120,
      cell: ({ durationMs }) => milliseconds(durationMs),
    },
    { id: 'attempts', header: t('column.attempts'), width: 110, cell: ({ attempts }) => attempts ?? '–' },
    { id: 'requestId', header: t('column.requestId'), width: 320, cell: ({ requestId }) => requestId ?? '–' },
    {
      id: 'change',
      header: t('column.change'),
      width: 140,
      cell: ({ changeId }) =>
        changeId === null ? '–' : <RouteLink to={toChangeRecordPath(changeId)}>{history('openChange')}</RouteLink>,
    },
  ];
  if (!withAccount) return columns;
  return columns.toSpliced(2, 0, {
    id: 'account',
    header: t('column.account'),
    width: 180,
    cell: ({ account }) => badge(account),
  });
}
