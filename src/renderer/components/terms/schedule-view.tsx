/** A payment schedule as a table with its running total. */
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useCollection } from '@cloudscape-design/collection-hooks';
import type { z } from 'zod';
import { cutToDate } from '../../../shared/domain/dates/plain-date.ts';
import { isAmount, runningTotals } from '../../../shared/domain/money/amount.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import type { scheduleTerm } from './schemas.ts';

const PAGE_SIZE = 25;

export function ScheduleView({ term }: { term: z.output<typeof scheduleTerm> }) {
  const t = useTexts('offers');
  const tTable = useTexts('table');
  const format = useFormat();
  const amounts = term.Schedule.map(({ ChargeAmount }) => ChargeAmount);
  // An amount that is no number has no sum; the rows are shown all the same.
  const totals = amounts.every(isAmount) ? runningTotals(amounts) : null;
  const rows = term.Schedule.map((charge, index) => ({
    number: index + 1,
    date: format.date(cutToDate(charge.ChargeDate)),
    amount: format.money(charge.ChargeAmount, term.CurrencyCode),
    total: totals ? format.money(totals[index] ?? '', term.CurrencyCode) : '-',
  }));
  const { items, collectionProps, paginationProps } = useCollection(rows, { pagination: { pageSize: PAGE_SIZE } });
  return (
    <Table
      {...collectionProps}
      variant="embedded"
      items={items}
      ariaLabels={{ tableLabel: t('terms.PaymentScheduleTerm') }}
      columnDefinitions={[
        { id: 'number', header: t('terms.installment'), isRowHeader: true, cell: ({ number }) => format.count(number) },
        { id: 'date', header: t('terms.chargeDate'), cell: ({ date }) => date },
        { id: 'amount', header: t('terms.amount'), cell: ({ amount }) => amount },
        { id: 'total', header: t('terms.runningTotal'), cell: ({ total }) => total },
      ]}
      pagination={
        rows.length > PAGE_SIZE && (
          <Pagination
            {...paginationProps}
            ariaLabels={{
              nextPageLabel: tTable('nextPage'),
              previousPageLabel: tTable('previousPage'),
              pageLabel: (page) => tTable('page', { page }),
            }}
          />
        )
      }
    />
  );
}
