/** Authorizations by channel partner and state. */
import BarChart from '@cloudscape-design/components/bar-chart';
import type { Dashboard } from '../../../../shared/contract/dashboards.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { authorizationsLink } from '../links.ts';
import { useChartTexts } from '../use-chart-texts.ts';
import { Widget } from '../widget.tsx';

/** More bars than this cannot be read; the table has all. */
const MOST_BARS = 8;

export function AuthorizationsWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const chart = useChartTexts(t('widget.authorizations.title'));
  const { authorizations } = dashboard;
  const nameOf = ({ partner, partnerName }: (typeof authorizations)[number]) =>
    partnerName ?? (partner === '' ? t('noPartner') : partner);
  const names = [...new Set(authorizations.map(nameOf))].slice(0, MOST_BARS);
  const states = [...new Set(authorizations.map(({ state }) => state))];
  return (
    <Widget
      name="authorizations"
      items={authorizations}
      keyOf={({ partner, state }) => `${partner} ${state}`}
      empty={t('widget.authorizations.empty')}
      chart={
        <BarChart
          {...chart}
          stackedBars
          xScaleType="categorical"
          xTitle={t('column.partnerName')}
          yTitle={t('column.count')}
          series={states.map((state) => ({
            title: t(`state.${state}`),
            type: 'bar' as const,
            data: names.map((name) => ({
              x: name,
              y: authorizations.find((row) => nameOf(row) === name && row.state === state)?.count ?? 0,
            })),
          }))}
        />
      }
      columns={[
        { id: 'partner', header: t('column.partnerName'), isRowHeader: true, cell: nameOf },
        { id: 'id', header: t('column.partner'), cell: ({ partner }) => partner || '-' },
        { id: 'state', header: t('column.state'), cell: ({ state }) => t(`state.${state}`) },
        {
          id: 'count',
          header: t('column.count'),
          cell: (row) => (
            <RouteLink
              to={authorizationsLink({ state: row.state, ...(row.partner ? { partner: row.partner } : {}) })}
              ariaLabel={`${nameOf(row)}, ${t(`state.${row.state}`)}: ${format.count(row.count)}`}
            >
              {format.count(row.count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}
