/** When the money comes: one bar a payment, the running total as a line. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import MixedLineBarChart from '@cloudscape-design/components/mixed-line-bar-chart';
import { cashFlow } from '../../../../shared/domain/payment-schedule/table.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

export function CashFlowChart() {
  const t = useTexts('schedule');
  const format = useFormat();
  const { draft } = useEditor();
  const points = cashFlow(draft.installments.schedule);
  // The picture may be a float; every amount in text stays exact.
  const money = (value: number) => format.money(String(value), draft.currency);
  return (
    <Container header={<Header variant="h2">{t('chart.title')}</Header>} fitHeight>
      <MixedLineBarChart
        xScaleType="categorical"
        xDomain={points.map(({ date }) => date)}
        height={280}
        hideFilter
        ariaLabel={t('chart.title')}
        xTitle={t('chart.date')}
        yTitle={draft.currency}
        series={[
          {
            title: t('chart.payment'),
            type: 'bar',
            data: points.map(({ date, amount }) => ({ x: date, y: Number(amount) })),
            valueFormatter: money,
          },
          {
            title: t('chart.total'),
            type: 'line',
            data: points.map(({ date, total }) => ({ x: date, y: Number(total) })),
            valueFormatter: money,
          },
        ]}
        i18nStrings={{ xTickFormatter: (date) => format.date(String(date)), yTickFormatter: money }}
        empty={<Box textAlign="center">{t('chart.empty')}</Box>}
      />
    </Container>
  );
}
