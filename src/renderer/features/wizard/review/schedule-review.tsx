/** The payment schedule in the review, with its running total. */
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { scheduleRows } from '../schedule/schedule-rows.ts';
import { ScheduleSum } from '../schedule/schedule-sum.tsx';

export function ScheduleReview({ title }: { title: string }) {
  const t = useTexts('schedule');
  const format = useFormat();
  const { draft } = useEditor();
  const money = (amount: string) => format.money(amount, draft.currency);
  return (
    <SpaceBetween size="s">
      <Table
        variant="embedded"
        header={<Header variant="h3">{title}</Header>}
        items={scheduleRows(draft.installments.schedule)}
        trackBy={({ index }) => String(index)}
        columnDefinitions={[
          { id: 'date', header: t('table.date'), isRowHeader: true, cell: ({ date }) => format.date(date) || '–' },
          {
            id: 'amount',
            header: t('table.amount', { currency: draft.currency }),
            cell: ({ amount }) => (amount === '' ? '–' : money(amount)),
          },
          { id: 'total', header: t('table.total'), cell: ({ total }) => total && money(total) },
        ]}
        empty={t('table.empty')}
      />
      <ScheduleSum />
    </SpaceBetween>
  );
}
