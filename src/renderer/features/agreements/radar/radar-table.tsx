/** What comes up, as a table: of the next days, or of one day. */
import Badge from '@cloudscape-design/components/badge';
import type { RadarEntry } from '../../../../shared/domain/agreement/radar.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { RemoteTable, useRemoteTableView, type RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toAgreementPath } from '../paths.ts';
import type { RadarView } from './use-radar-view.ts';

const TABLE_ID = 'radar';

interface RadarTableProps {
  readonly view: RadarView;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export function RadarTable({ view, title, from, to }: RadarTableProps) {
  const t = useTexts('radar');
  const columns = useRadarColumns(view.account === null);
  const [{ pageSize }] = useRemoteTableView(TABLE_ID, columns);
  const { address } = view;
  const { data, error, refetch } = useCallQuery(
    'agreements.radar',
    { account: view.account, kinds: [...view.kinds], from, to, page: address.page, pageSize },
    { keepPrevious: true },
  );
  return (
    <RemoteTable
      id={TABLE_ID}
      title={title}
      actions={null}
      filter={null}
      columns={columns}
      data={data}
      error={error}
      page={address.page}
      sort={{ by: 'date', direction: 'ascending' }}
      keyOf={(entry) => `${entry.account} ${entry.kind} ${entry.id} ${entry.position}`}
      empty={<EmptyState title={t('empty')} body={t('emptySays')} />}
      onRetry={() => void refetch()}
      onPage={(page) => address.set({ page: String(page) })}
      onSort={() => {}}
    />
  );
}

function useRadarColumns(withAccount: boolean): RemoteColumn<RadarEntry>[] {
  const t = useTexts('radar');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns: RemoteColumn<RadarEntry>[] = [
    { id: 'date', header: t('column.date'), width: 150, cell: ({ date }) => format.date(date) },
    {
      id: 'kind',
      header: t('column.kind'),
      isRowHeader: true,
      width: 230,
      cell: ({ kind }) => <Badge color="grey">{t(`kind.${kind}`)}</Badge>,
    },
    { id: 'subject', header: t('column.subject'), width: 290, cell: (entry) => <Subject entry={entry} /> },
    { id: 'product', header: t('column.product'), width: 210, cell: ({ productTitle }) => productTitle ?? '-' },
    { id: 'buyer', header: t('column.buyer'), width: 150, cell: ({ buyer }) => buyer || '-' },
    {
      id: 'amount',
      header: t('column.amount'),
      width: 150,
      cell: ({ amount, currency }) => (amount === null ? '-' : format.money(amount, currency ?? '')),
    },
  ];
  if (!withAccount) return columns;
  return columns.toSpliced(2, 0, {
    id: 'account',
    header: t('column.account'),
    width: 200,
    cell: (entry) => {
      const account = accounts.find(({ key }) => key === entry.account);
      return account ? <AccountBadge account={account} /> : entry.account;
    },
  });
}

function Subject({ entry }: { entry: RadarEntry }) {
  const { account, agreementId, offerId, id } = entry;
  if (agreementId !== null) {
    return <RouteLink to={toAgreementPath({ account, agreementId })}>{entry.title || agreementId}</RouteLink>;
  }
  const path = `/offers/${encodeURIComponent(account)}/${encodeURIComponent(offerId ?? id)}`;
  return <RouteLink to={path}>{entry.title || id}</RouteLink>;
}
