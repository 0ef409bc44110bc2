/** Columns of the list of opportunities. */
import { AccountBadge } from '../../../components/account-badge.tsx';
import type { RemoteColumn } from '../../../components/remote-table.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import type { OpportunitySummary } from '../../../../shared/domain/opportunity/opportunity.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import type { Formatters } from '../../../i18n/format.ts';
import { toOpportunityPath } from '../paths.ts';
import { ReviewStatus, StageBadge, wordOf } from '../status.tsx';

type Column = RemoteColumn<OpportunitySummary>;

export function useOpportunityColumns(withAccount: boolean): Column[] {
  const t = useTexts('opportunities');
  const format = useFormat();
  const { accounts } = useAccounts();
  const columns = [...nameColumns(t), ...stateColumns(t, format), ...otherColumns(t, format)];
  if (!withAccount) return columns;
  return columns.toSpliced(2, 0, {
    id: 'account',
    header: t('column.account'),
    width: 190,
    cell: (opportunity) => {
      const account = accounts.find(({ key }) => key === opportunity.account);
      return account ? <AccountBadge account={account} /> : opportunity.account;
    },
  });
}

function nameColumns(t: Translate): Column[] {
  return [
    {
      id: 'title',
      header: t('column.title'),
      sortBy: 'title',
      isRowHeader: true,
      width: 270,
      cell: ({ account, id, title }) => (
        <RouteLink to={toOpportunityPath({ account, opportunityId: id })}>{title || id}</RouteLink>
      ),
    },
    {
      id: 'customer',
      header: t('column.customer'),
      sortBy: 'customer',
      width: 190,
      cell: ({ customer }) => customer || '-',
    },
  ];
}

function stateColumns(t: Translate, format: Formatters): Column[] {
  return [
    {
      id: 'stage',
      header: t('column.stage'),
      sortBy: 'stage',
      width: 170,
      cell: ({ stage }) => <StageBadge stage={stage} />,
    },
    {
      id: 'reviewStatus',
      header: t('column.reviewStatus'),
      sortBy: 'reviewStatus',
      width: 180,
      cell: ({ reviewStatus }) => <ReviewStatus status={reviewStatus} />,
    },
    {
      id: 'targetCloseDate',
      header: t('column.targetCloseDate'),
      sortBy: 'targetCloseDate',
      width: 160,
      cell: ({ targetCloseDate }) => (targetCloseDate === null ? '-' : format.date(targetCloseDate)),
    },
    {
      id: 'amount',
      header: t('column.amount'),
      sortBy: 'amount',
      width: 180,
      cell: ({ amount, currency }) => (amount === null ? '-' : format.money(amount, currency ?? '')),
    },
    {
      id: 'origin',
      header: t('column.origin'),
      width: 150,
      cell: ({ origin }) => (origin === null ? '-' : wordOf(t, 'origin', origin)),
    },
  ];
}

function otherColumns(t: Translate, format: Formatters): Column[] {
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return [
    { id: 'owner', header: t('column.owner'), width: 160, cell: ({ owner }) => owner || '-' },
    { id: 'nextSteps', header: t('column.nextSteps'), width: 240, cell: ({ nextSteps }) => nextSteps || '-' },
    {
      id: 'solutions',
      header: t('column.solutions'),
      width: 260,
      cell: ({ related }) => related?.solutions.join(', ') || '-',
    },
    {
      id: 'awsProducts',
      header: t('column.awsProducts'),
      width: 260,
      cell: ({ related }) => related?.awsProducts.join(', ') || '-',
    },
    { id: 'offers', header: t('column.offers'), width: 220, cell: ({ related }) => related?.offers.join(', ') || '-' },
    {
      id: 'modified',
      header: t('column.modified'),
      sortBy: 'modifiedAt',
      width: 200,
      cell: ({ modifiedAt }) => instant(modifiedAt),
    },
    {
      id: 'created',
      header: t('column.created'),
      sortBy: 'createdAt',
      width: 200,
      cell: ({ createdAt }) => instant(createdAt),
    },
    { id: 'id', header: t('column.id'), sortBy: 'id', width: 140, cell: ({ id }) => id },
    { id: 'partnerId', header: t('column.partnerId'), width: 160, cell: ({ partnerId }) => partnerId || '-' },
    {
      id: 'engagementScore',
      header: t('column.engagementScore'),
      width: 140,
      cell: (row) => row.engagementScore || '-',
    },
  ];
}
