/** What buyers have accepted, month by month and currency by currency, and which agreements end when. */
import BarChart from '@cloudscape-design/components/bar-chart';
import LineChart from '@cloudscape-design/components/line-chart';
import type { Dashboard } from '../../../../shared/contract/dashboards.ts';
import { NO_VALUE } from '../../../../shared/contract/agreements.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { agreementsLink } from '../links.ts';
import { useChartTexts } from '../use-chart-texts.ts';
import { Widget } from '../widget.tsx';

type Accepted = Dashboard['accepted'][number];

export function AcceptedWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const currencies = [...new Set(dashboard.accepted.flatMap(({ currency }) => (currency === null ? [] : [currency])))];
  const months = [...new Set(dashboard.accepted.map(({ month }) => month))];
  const value = ({ currency, amount }: Accepted) => (currency === null ? t('noValue') : format.money(amount, currency));
  const link = ({ from, to, currency }: Accepted) =>
    agreementsLink({ acceptedFrom: from, acceptedTo: to, currency: currency ?? NO_VALUE });
  return (
    <Widget
      name="accepted"
      items={dashboard.accepted}
      keyOf={({ month, currency }) => `${month} ${currency}`}
      empty={t('widget.accepted.empty')}
      chart={currencies.map((currency) => (
        // One chart a currency: amounts of two are never drawn on one scale.
        <AcceptedChart key={currency} currency={currency} months={months} accepted={dashboard.accepted} />
      ))}
      columns={[
        { id: 'month', header: t('column.month'), isRowHeader: true, cell: ({ month }) => month },
        { id: 'amount', header: t('column.amount'), cell: (row) => <RouteLink to={link(row)}>{value(row)}</RouteLink> },
        {
          id: 'agreements',
          header: t('column.agreements'),
          cell: (row) => (
            <RouteLink to={link(row)} ariaLabel={`${row.month}, ${value(row)}: ${format.count(row.count)}`}>
              {format.count(row.count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}

interface AcceptedChartProps {
  readonly currency: string;
  readonly months: readonly string[];
  readonly accepted: readonly Accepted[];
}

function AcceptedChart({ currency, months, accepted }: AcceptedChartProps) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const chart = useChartTexts(`${t('widget.accepted.title')}, ${currency}`);
  const of = (month: string) => accepted.find((row) => row.month === month && row.currency === currency);
  return (
    <BarChart
      {...chart}
      hideLegend
      xScaleType="categorical"
      xTitle={t('column.month')}
      yTitle={currency}
      series={[
        {
          title: currency,
          type: 'bar',
          // Drawn by the nearest number; what is read is the exact text.
          data: months.map((month) => ({ x: month, y: Number(of(month)?.amount ?? 0) })),
          valueFormatter: (_y, month) => format.money(of(String(month))?.amount ?? '0', currency),
        },
      ]}
    />
  );
}

export function EndingWidget({ dashboard }: { dashboard: Dashboard }) {
  const t = useTexts('dashboards');
  const format = useFormat();
  const chart = useChartTexts(t('widget.ending.title'));
  const isEmpty = dashboard.ending.every(({ count }) => count === 0);
  return (
    <Widget
      name="ending"
      items={isEmpty ? [] : dashboard.ending}
      keyOf={({ month }) => month}
      empty={t('widget.ending.empty')}
      chart={
        <LineChart
          {...chart}
          hideLegend
          xScaleType="categorical"
          xTitle={t('column.month')}
          yTitle={t('column.agreements')}
          series={[
            {
              title: t('column.agreements'),
              type: 'line',
              data: dashboard.ending.map(({ month, count }) => ({ x: month, y: count })),
            },
          ]}
        />
      }
      columns={[
        { id: 'month', header: t('column.month'), isRowHeader: true, cell: ({ month }) => month },
        {
          id: 'agreements',
          header: t('column.agreements'),
          cell: ({ month, from, to, count }) => (
            <RouteLink
              to={agreementsLink({ status: 'ACTIVE', endsFrom: from, endsTo: to })}
              ariaLabel={`${month}: ${format.count(count)}`}
            >
              {format.count(count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}
