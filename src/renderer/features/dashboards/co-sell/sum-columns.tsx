/** The columns and the chart that widgets of sums share: one row a currency, one chart a currency, nothing added up over two. */
import BarChart from '@cloudscape-design/components/bar-chart';
import type { TableProps } from '@cloudscape-design/components/table';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useChartTexts } from '../use-chart-texts.ts';

export interface Sum {
  readonly currency: string | null;
  readonly amount: string;
  readonly count: number;
}

interface SumColumns<T extends Sum> {
  /** Heading and words of the first column. */
  readonly by: string;
  readonly nameOf: (row: T) => string;
  readonly link: (row: T) => string;
}

export function useSumColumns<T extends Sum>({ by, nameOf, link }: SumColumns<T>): TableProps.ColumnDefinition<T>[] {
  const t = useTexts('pipeline');
  const format = useFormat();
  const value = ({ currency, amount }: T) => (currency === null ? t('notNamed') : format.money(amount, currency));
  return [
    { id: 'by', header: by, isRowHeader: true, cell: nameOf },
    { id: 'amount', header: t('column.amount'), cell: value },
    {
      id: 'count',
      header: t('column.count'),
      cell: (row) => (
        <RouteLink to={link(row)} ariaLabel={`${nameOf(row)}, ${value(row)}: ${format.count(row.count)}`}>
          {format.count(row.count)}
        </RouteLink>
      ),
    },
  ];
}

interface SumChartsProps<T extends Sum> {
  readonly title: string;
  readonly by: string;
  readonly rows: readonly T[];
  readonly nameOf: (row: T) => string;
}

export function SumCharts<T extends Sum>({ rows, ...props }: SumChartsProps<T>) {
  const currencies = [...new Set(rows.flatMap(({ currency }) => (currency === null ? [] : [currency])))].sort();
  return currencies.map((currency) => (
    <SumChart key={currency} {...props} currency={currency} rows={rows.filter((row) => row.currency === currency)} />
  ));
}

function SumChart<T extends Sum>({ title, by, rows, nameOf, currency }: SumChartsProps<T> & { currency: string }) {
  const format = useFormat();
  const chart = useChartTexts(`${title}, ${currency}`);
  const of = (name: string) => rows.find((row) => nameOf(row) === name);
  return (
    <BarChart
      {...chart}
      hideLegend
      xScaleType="categorical"
      xTitle={by}
      yTitle={currency}
      series={[
        {
          title: currency,
          type: 'bar',
          // Drawn by the nearest number; what is read is the exact text.
          data: rows.map((row) => ({ x: nameOf(row), y: Number(row.amount) })),
          valueFormatter: (_y, name) => format.money(of(String(name))?.amount ?? '0', currency),
        },
      ]}
    />
  );
}
