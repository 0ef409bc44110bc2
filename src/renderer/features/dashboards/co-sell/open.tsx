/** Open opportunities by stage, and by the month in which they are to close. */
import type { CoSellDashboard } from '../../../../shared/contract/co-sell-dashboard.ts';
import { SyncButton } from '../../../components/sync-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { wordOf } from '../../opportunities/status.tsx';
import { WidgetBox } from '../widget.tsx';
import { linksOf } from './links.ts';
import { SumCharts, useSumColumns } from './sum-columns.tsx';
import { useExportCoSell } from './use-export.ts';

interface Props {
  readonly dashboard: CoSellDashboard;
}

export function StagesWidget({ dashboard }: Props) {
  const t = useTexts('pipeline');
  const words = useTexts('opportunities');
  const by = t('column.stage');
  const nameOf = ({ stage }: CoSellDashboard['stages'][number]) => wordOf(words, 'stage', stage);
  const title = t('widget.stages.title');
  return (
    <WidgetBox
      title={title}
      says={t('widget.stages.says')}
      exporting={useExportCoSell(dashboard, 'stages')}
      items={dashboard.stages}
      keyOf={({ stage, currency }) => `${stage} ${currency}`}
      empty={
        <>
          {t('widget.stages.empty')} <SyncButton feature="opportunities" />
        </>
      }
      chart={<SumCharts title={title} by={by} rows={dashboard.stages} nameOf={nameOf} />}
      columns={useSumColumns({ by, nameOf, link: linksOf(dashboard).stage })}
    />
  );
}

export function MonthsWidget({ dashboard }: Props) {
  const t = useTexts('pipeline');
  const by = t('column.month');
  const nameOf = ({ month, period }: CoSellDashboard['months'][number]) => month ?? t(`period.${period}`);
  const title = t('widget.months.title');
  return (
    <WidgetBox
      title={title}
      says={t('widget.months.says')}
      exporting={useExportCoSell(dashboard, 'months')}
      items={dashboard.months}
      keyOf={({ period, month, currency }) => `${period} ${month} ${currency}`}
      empty={t('widget.months.empty')}
      chart={<SumCharts title={title} by={by} rows={dashboard.months} nameOf={nameOf} />}
      columns={useSumColumns({ by, nameOf, link: linksOf(dashboard).month })}
    />
  );
}
