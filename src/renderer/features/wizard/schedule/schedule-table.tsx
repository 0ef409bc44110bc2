/** The payments, row by row. */
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { MAX_INSTALLMENTS } from '../../../../shared/domain/payment-schedule/request.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { ListFindings } from '../editor/list-findings.tsx';
import { AmountCell, DateCell } from './schedule-cells.tsx';
import { scheduleRows } from './schedule-rows.ts';
import { ScheduleSum } from './schedule-sum.tsx';
import { ScheduleText } from './schedule-text.tsx';

export function ScheduleTable() {
  const t = useTexts('schedule');
  const format = useFormat();
  const { draft, dispatch } = useEditor();
  const { schedule } = draft.installments;
  const insert = (index: number) => dispatch({ type: 'schedule.insert', index, row: { date: '', amount: '' } });
  return (
    <div data-path="installments.schedule">
      <Table
        items={scheduleRows(schedule)}
        trackBy={({ index }) => String(index)}
        header={
          <Header
            variant="h2"
            counter={`(${t('table.count', { count: schedule.length, max: MAX_INSTALLMENTS })})`}
            actions={<ScheduleText />}
          >
            {t('table.title')}
          </Header>
        }
        columnDefinitions={[
          { id: 'number', header: t('table.number'), width: 60, cell: ({ index }) => format.count(index + 1) },
          {
            id: 'date',
            header: t('table.date'),
            minWidth: 160,
            isRowHeader: true,
            cell: (row) => <DateCell index={row.index} value={row.date} />,
          },
          {
            id: 'amount',
            header: t('table.amount', { currency: draft.currency }),
            minWidth: 150,
            cell: (row) => <AmountCell index={row.index} value={row.amount} />,
          },
          {
            id: 'total',
            header: t('table.total'),
            cell: ({ total }) => total && format.money(total, draft.currency),
          },
          {
            id: 'actions',
            header: t('table.actions'),
            minWidth: 100,
            cell: ({ index }) => <RowActions index={index} onInsert={() => insert(index + 1)} />,
          },
        ]}
        empty={<EmptyState title={t('table.empty')} body={t('table.emptyBody')} />}
        footer={
          <SpaceBetween size="m">
            <ScheduleSum />
            <Button
              iconName="add-plus"
              disabled={schedule.length >= MAX_INSTALLMENTS}
              onClick={() => insert(schedule.length)}
            >
              {t('table.add')}
            </Button>
            <ListFindings path="installments.schedule" isShownElsewhere={(path) => /\.\d+\./.test(path)} />
          </SpaceBetween>
        }
      />
    </div>
  );
}

function RowActions({ index, onInsert }: { index: number; onInsert(): void }) {
  const t = useTexts('schedule');
  const { draft, dispatch } = useEditor();
  const number = index + 1;
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Button
        variant="icon"
        iconName="add-plus"
        disabled={draft.installments.schedule.length >= MAX_INSTALLMENTS}
        ariaLabel={t('table.insertBelow', { number })}
        onClick={onInsert}
      />
      <Button
        variant="icon"
        iconName="remove"
        ariaLabel={t('table.remove', { number })}
        onClick={() => dispatch({ type: 'schedule.remove', index })}
      />
    </SpaceBetween>
  );
}
