/** The payment schedule in the review, with its running total. */
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { cashFlow } from '../../../../shared/domain/payment-schedule/table.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
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
        items={cashFlow(draft.installments.schedule)}
        columnDefinitions={[
          { id: 'date', header: t('table.date'), isRowHeader: true, cell: ({ date }) => format.date(date) },
          {
            id: 'amount',
            header: t('table.amount', { currency: draft.currency }),
            cell: ({ amount }) => money(amount),
          },
          { id: 'total', header: t('table.total'), cell: ({ total }) => money(total) },
        ]}
        empty={t('table.empty')}
      />
      <ScheduleSum />
    </SpaceBetween>
  );
}
