/** What waits for a person: opportunities to correct or to submit, invitations to answer while there is time. */
import type { CoSellDashboard } from '../../../../shared/contract/co-sell-dashboard.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { toInvitationPath } from '../../invitations/paths.ts';
import { DaysLeft } from '../../invitations/status.tsx';
import { WidgetBox } from '../widget.tsx';
import { linksOf } from './links.ts';
import { useExportCoSell } from './use-export.ts';

interface Props {
  readonly dashboard: CoSellDashboard;
}

export function WaitingWidget({ dashboard }: Props) {
  const t = useTexts('pipeline');
  const format = useFormat();
  const links = linksOf(dashboard);
  return (
    <WidgetBox
      title={t('widget.attention.title')}
      says={t('widget.attention.says')}
      exporting={useExportCoSell(dashboard, 'attention')}
      items={dashboard.attention}
      keyOf={({ kind }) => kind}
      empty={t('widget.attention.empty')}
      columns={[
        { id: 'what', header: t('column.what'), isRowHeader: true, cell: ({ kind }) => t(`attention.${kind}`) },
        {
          id: 'count',
          header: t('column.waiting'),
          cell: ({ kind, count }) => (
            <RouteLink to={links.attention[kind]} ariaLabel={`${t(`attention.${kind}`)}: ${format.count(count)}`}>
              {format.count(count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}

export function InvitationsWidget({ dashboard }: Props) {
  const t = useTexts('pipeline');
  const format = useFormat();
  const { soonest, total } = dashboard.invitations;
  return (
    <WidgetBox
      title={t('widget.invitations.title')}
      says={t('widget.invitations.says')}
      exporting={useExportCoSell(dashboard, 'invitations')}
      items={soonest}
      keyOf={({ account, id }) => `${account} ${id}`}
      empty={
        <>
          {t('widget.invitations.empty')} <SyncButton feature="invitations" />
        </>
      }
      chart={
        <RouteLink to={linksOf(dashboard).invitations}>
          {t('widget.invitations.all', { count: total, total: format.count(total) })}
        </RouteLink>
      }
      columns={[
        {
          id: 'title',
          header: t('column.title'),
          isRowHeader: true,
          cell: ({ account, id, title }) => (
            <RouteLink to={toInvitationPath({ account, invitationId: id })}>{title || id}</RouteLink>
          ),
        },
        { id: 'customer', header: t('column.customer'), cell: ({ customer }) => customer || '-' },
        { id: 'daysLeft', header: t('column.daysLeft'), cell: (invitation) => <DaysLeft invitation={invitation} /> },
        {
          id: 'deadline',
          header: t('column.deadline'),
          cell: ({ expiresAt }) => (expiresAt === null ? '-' : format.instant(expiresAt)),
        },
      ]}
    />
  );
}
