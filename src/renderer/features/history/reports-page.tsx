/** Reports over the sync log for one account or all: by day and direction, and where AWS throttled. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { daysOf, DAY_REPORTS } from '../../../shared/domain/sync/report.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { useListAddress } from '../../components/use-list-address.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { usePage } from '../../stores/page.ts';
import { HistoryTabs } from './history-tabs.tsx';
import { DayReportBox, SummaryBox } from './reports/by-day.tsx';
import { ThrottlingBox } from './reports/throttling.tsx';

const PERIODS = [7, 30, 90] as const;
const HALF = { colspan: { default: 12, m: 6 } } as const;

export function ReportsPage() {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const format = useFormat();
  const account = useActiveAccount();
  const address = useListAddress();
  const days = PERIODS.find((each) => String(each) === address.get('days')) ?? 7;
  usePage({ title: history('title'), help: { topic: 'sync-log', key: 'help.reports' } });
  const { data, error, refetch } = useCallQuery('history.report', { account, days }, { keepPrevious: true });
  const toOption = (count: number) => ({ value: String(count), label: t('reports.days', { count }) });
  return (
    <HistoryTabs active="reports">
      <SpaceBetween size="l">
        <Header
          variant="h1"
          description={t('reports.says')}
          actions={
            <FormField label={t('reports.range')}>
              <Select
                selectedOption={toOption(days)}
                options={PERIODS.map(toOption)}
                onChange={({ detail }) => address.set({ days: detail.selectedOption.value ?? null })}
              />
            </FormField>
          }
        >
          {t('reports.title')}
        </Header>
        {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
        {!data && !error && <PageLoading />}
        {data?.removedBefore && (
          <Alert type="info">{t('reports.removed', { date: format.date(data.removedBefore) })}</Alert>
        )}
        {data && (
          <Grid gridDefinition={[{ colspan: 12 }, ...DAY_REPORTS.map(() => HALF), { colspan: 12 }]}>
            <SummaryBox sums={data.sums} days={daysOf(data.from, data.to)} period={days} />
            {DAY_REPORTS.map((report) => (
              <DayReportBox
                key={report}
                report={report}
                sums={data.sums}
                days={daysOf(data.from, data.to)}
                period={days}
              />
            ))}
            <ThrottlingBox throttling={data.throttling} from={data.from} to={data.to} period={days} />
          </Grid>
        )}
      </SpaceBetween>
    </HistoryTabs>
  );
}
