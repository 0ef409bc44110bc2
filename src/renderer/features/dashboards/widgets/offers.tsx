/** Private offers by state, and those that expire soon. */
import BarChart from '@cloudscape-design/components/bar-chart';
import PieChart from '@cloudscape-design/components/pie-chart';
import type { Dashboard } from '../../../../shared/contract/dashboards.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { offersLink } from '../links.ts';
import { useChartTexts } from '../use-chart-texts.ts';
import { Widget } from '../widget.tsx';

export function OffersWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const chart = useChartTexts(t('widget.offers.title'));
  const total = dashboard.offers.reduce((sum, { count }) => sum + count, 0);
  return (
    <Widget
      name="offers"
      items={dashboard.offers}
      keyOf={({ state }) => state}
      empty={
        <>
          {t('widget.offers.empty')} <SyncButton feature="offers" />
        </>
      }
      chart={
        <PieChart
          ariaLabel={chart.ariaLabel}
          i18nStrings={chart.i18nStrings}
          hideFilter
          hideLegend
          size="small"
          variant="donut"
          innerMetricValue={format.count(total)}
          innerMetricDescription={t('widget.offers.total')}
          data={dashboard.offers.map(({ state, count }) => ({ title: t(`offerState.${state}`), value: count }))}
        />
      }
      columns={[
        { id: 'state', header: t('column.state'), isRowHeader: true, cell: ({ state }) => t(`offerState.${state}`) },
        {
          id: 'count',
          header: t('column.count'),
          cell: ({ state, count }) => (
            <RouteLink to={offersLink({ state })} ariaLabel={`${t(`offerState.${state}`)}: ${format.count(count)}`}>
              {format.count(count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}

export function ExpiringWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const chart = useChartTexts(t('widget.expiring.title'));
  const isEmpty = dashboard.expiring.every(({ count }) => count === 0);
  const within = (days: number) => t('withinDays', { count: days, days: format.count(days) });
  return (
    <Widget
      name="expiring"
      items={isEmpty ? [] : dashboard.expiring}
      keyOf={({ withinDays }) => String(withinDays)}
      empty={t('widget.expiring.empty')}
      chart={
        <BarChart
          {...chart}
          hideLegend
          xScaleType="categorical"
          xTitle={t('column.withinDays')}
          yTitle={t('column.count')}
          series={[
            {
              title: t('widget.expiring.series'),
              type: 'bar',
              data: dashboard.expiring.map(({ withinDays, count }) => ({ x: within(withinDays), y: count })),
            },
          ]}
        />
      }
      columns={[
        {
          id: 'within',
          header: t('column.withinDays'),
          isRowHeader: true,
          cell: ({ withinDays }) => within(withinDays),
        },
        { id: 'to', header: t('column.to'), cell: ({ to }) => format.date(to) },
        {
          id: 'count',
          header: t('column.count'),
          cell: ({ withinDays, from, to, count }) => (
            <RouteLink
              to={offersLink({ state: 'active', from, to, sort: 'availabilityEndDate', direction: 'ascending' })}
              ariaLabel={`${within(withinDays)}: ${format.count(count)}`}
            >
              {format.count(count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}
