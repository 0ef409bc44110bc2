/** What was launched, month by month, and why opportunities were lost. */
import type { CoSellDashboard } from '../../../../shared/contract/co-sell-dashboard.ts';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { usePickText } from '../../opportunities/editor/use-pick-text.ts';
import { WidgetBox } from '../widget.tsx';
import { linksOf } from './links.ts';
import { SumCharts, useSumColumns } from './sum-columns.tsx';
import { useExportCoSell } from './use-export.ts';

interface Props {
  readonly dashboard: CoSellDashboard;
}

export function LaunchedWidget({ dashboard }: Props) {
  const t = useTexts('pipeline');
  const by = t('column.month');
  const nameOf = ({ month }: CoSellDashboard['launched'][number]) => month;
  const title = t('widget.launched.title');
  return (
    <WidgetBox
      title={title}
      says={t('widget.launched.says')}
      exporting={useExportCoSell(dashboard, 'launched')}
      items={dashboard.launched}
      keyOf={({ month, currency }) => `${month} ${currency}`}
      empty={t('widget.launched.empty')}
      chart={<SumCharts title={title} by={by} rows={dashboard.launched} nameOf={nameOf} />}
      columns={useSumColumns({ by, nameOf, link: linksOf(dashboard).launched })}
    />
  );
}

export function LostWidget({ dashboard }: Props) {
  const t = useTexts('pipeline');
  const format = useFormat();
  const pick = usePickText();
  const nameOf = (reason: string) => (reason === '' ? t('notNamed') : pick('closedLostReason', reason));
  return (
    <WidgetBox
      title={t('widget.lost.title')}
      says={t('widget.lost.says')}
      exporting={useExportCoSell(dashboard, 'lost')}
      items={dashboard.lost}
      keyOf={({ reason }) => reason}
      empty={t('widget.lost.empty')}
      columns={[
        { id: 'reason', header: t('column.reason'), isRowHeader: true, cell: ({ reason }) => nameOf(reason) },
        {
          id: 'count',
          header: t('column.count'),
          cell: (row) => (
            <RouteLink
              to={linksOf(dashboard).lost(row)}
              ariaLabel={`${nameOf(row.reason)}: ${format.count(row.count)}`}
            >
              {format.count(row.count)}
            </RouteLink>
          ),
        },
      ]}
    />
  );
}
