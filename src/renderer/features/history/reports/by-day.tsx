/** Calls by day: all of them together, and those of one direction and end; each number leads to its records. */
import BarChart from '@cloudscape-design/components/bar-chart';
import {
  REPORT_FACTS,
  toDayRows,
  toSummaryRows,
  type DayReport,
  type DaySum,
  type SummaryRow,
} from '../../../../shared/domain/sync/report.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useChartTexts } from '../../dashboards/use-chart-texts.ts';
import { WidgetBox } from '../../dashboards/widget.tsx';
import { toCallsPath } from '../paths.ts';
import { useExportReport } from './use-export-report.ts';

interface ByDayProps {
  readonly sums: readonly DaySum[];
  readonly days: readonly string[];
  /** How many days were asked for. */
  readonly period: number;
}

const SERIES = ['inSuccess', 'inError', 'outSuccess', 'outError'] as const;
const REPORT_OF: Readonly<Record<(typeof SERIES)[number], DayReport>> = {
  inSuccess: 'in-success',
  inError: 'in-error',
  outSuccess: 'out-success',
  outError: 'out-error',
};

export function SummaryBox({ sums, days, period }: ByDayProps) {
  const t = useTexts('sync-log');
  const format = useFormat();
  const title = t('reports.name.summary');
  const chart = useChartTexts(title);
  const exporting = useExportReport('summary', period);
  const rows = toSummaryRows(sums, days).toReversed();
  const filled = rows.filter((row) => row.runs + SERIES.reduce((sum, name) => sum + row[name], 0) > 0);
  return (
    <WidgetBox<SummaryRow>
      title={title}
      says={t('reports.nameSays.summary')}
      exporting={exporting}
      items={filled}
      keyOf={({ day }) => day}
      empty={t('reports.none')}
      chart={
        <BarChart
          {...chart}
          stackedBars
          xScaleType="categorical"
          xTitle={t('column.day')}
          yTitle={t('column.calls')}
          series={SERIES.map((name) => ({
            title: t(`column.${name}`),
            type: 'bar' as const,
            data: rows.toReversed().map((row) => ({ x: row.day.slice(5), y: row[name] })),
          }))}
        />
      }
      columns={[
        { id: 'day', header: t('column.day'), isRowHeader: true, cell: ({ day }) => format.date(day) },
        {
          id: 'runs',
          header: t('column.runs'),
          cell: ({ day, runs }) => <Count title={t('column.runs')} day={day} count={runs} params={{ level: 'runs' }} />,
        },
        ...SERIES.map((name) => ({
          id: name,
          header: t(`column.${name}`),
          cell: (row: SummaryRow) => (
            <Count title={t(`column.${name}`)} day={row.day} count={row[name]} params={paramsOf(REPORT_OF[name])} />
          ),
        })),
      ]}
    />
  );
}

export function DayReportBox({ report, sums, days, period }: ByDayProps & { readonly report: DayReport }) {
  const t = useTexts('sync-log');
  const format = useFormat();
  const title = t(`reports.name.${report}`);
  const chart = useChartTexts(title);
  const exporting = useExportReport(report, period);
  const rows = toDayRows(sums, report, days);
  return (
    <WidgetBox
      title={title}
      says={t(`reports.nameSays.${report}`)}
      exporting={exporting}
      items={rows.filter(({ calls }) => calls > 0).toReversed()}
      keyOf={({ day }) => day}
      empty={t('reports.none')}
      chart={
        <BarChart
          {...chart}
          hideLegend
          xScaleType="categorical"
          xTitle={t('column.day')}
          yTitle={t('column.calls')}
          series={[
            {
              title: t('column.calls'),
              type: 'bar',
              data: rows.map(({ day, calls }) => ({ x: day.slice(5), y: calls })),
            },
          ]}
        />
      }
      columns={[
        { id: 'day', header: t('column.day'), isRowHeader: true, cell: ({ day }) => format.date(day) },
        {
          id: 'calls',
          header: t('column.calls'),
          cell: ({ day, calls }) => <Count title={title} day={day} count={calls} params={paramsOf(report)} />,
        },
        { id: 'records', header: t('column.records'), cell: ({ records }) => format.count(records) },
      ]}
    />
  );
}

function paramsOf(report: DayReport) {
  const { direction, statuses } = REPORT_FACTS[report];
  return { direction, status: statuses, level: 'calls' };
}

interface CountProps {
  readonly title: string;
  readonly day: string;
  readonly count: number;
  readonly params: Readonly<Record<string, string | readonly string[]>>;
}

function Count({ title, day, count, params }: CountProps) {
  const t = useTexts('sync-log');
  const format = useFormat();
  const shown = format.count(count);
  if (count === 0) return <>{shown}</>;
  return (
    <RouteLink
      to={toCallsPath({ ...params, from: day, to: day })}
      ariaLabel={t('reports.link', { title, day: format.date(day), count: shown })}
    >
      {shown}
    </RouteLink>
  );
}
