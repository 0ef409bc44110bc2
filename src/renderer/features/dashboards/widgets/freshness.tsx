/** How old the copies are that the other figures come from. */
import type { Dashboard } from '../../../../shared/contract/dashboards.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { Widget } from '../widget.tsx';

export function FreshnessWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const { accounts } = useAccounts();
  return (
    <Widget
      name="freshness"
      items={dashboard.freshness}
      keyOf={({ account, feature }) => `${account} ${feature}`}
      empty={t('widget.freshness.empty')}
      columns={[
        {
          id: 'account',
          header: t('column.account'),
          cell: ({ account }) => {
            const found = accounts.find(({ key }) => key === account);
            return found ? <AccountBadge account={found} /> : account;
          },
        },
        {
          id: 'feature',
          header: t('column.feature'),
          isRowHeader: true,
          cell: ({ feature }) => <RouteLink to={`/${feature}`}>{t(`feature.${feature}`)}</RouteLink>,
        },
        {
          id: 'readAt',
          header: t('column.readAt'),
          cell: ({ readAt }) => (readAt === null ? t('never') : format.instant(readAt)),
        },
      ]}
    />
  );
}
