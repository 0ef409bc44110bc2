/** From list price to what each side keeps, step by step. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Margin } from '../../../shared/domain/margin/margin.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { isLoss } from './margin-form.ts';

type Line = 'list' | 'wholesale' | 'retail' | 'fee' | 'partner' | 'isv';
const LINES: readonly Line[] = ['list', 'wholesale', 'retail', 'fee', 'partner', 'isv'];

export function MarginResult({ currency, margin }: { currency: string; margin: Margin }) {
  const t = useTexts('margin');
  const format = useFormat();
  const share = (line: Line): string | null => {
    if (line === 'fee') return margin.feePercent;
    if (line === 'partner') return margin.partnerPercent;
    return line === 'isv' ? margin.isvPercent : null;
  };
  return (
    <Table
      variant="container"
      wrapLines
      header={<Header variant="h2">{t('result.title')}</Header>}
      ariaLabels={{ tableLabel: t('result.title') }}
      items={LINES}
      trackBy={(line) => line}
      columnDefinitions={[
        {
          id: 'line',
          header: t('result.what'),
          isRowHeader: true,
          cell: (line) => (
            <>
              <Box fontWeight={line === 'partner' || line === 'isv' ? 'bold' : 'normal'}>{t(`line.${line}`)}</Box>
              <Box variant="small">{t(`lineSays.${line}`)}</Box>
            </>
          ),
        },
        {
          id: 'amount',
          header: t('result.amount'),
          cell: (line) => (
            <Box color={isLoss(margin[line]) ? 'text-status-error' : 'inherit'}>
              {format.money(margin[line], currency)}
            </Box>
          ),
        },
        {
          id: 'share',
          header: t('result.share'),
          cell: (line) => {
            const percent = share(line);
            return percent === null ? '-' : t(`shareOf.${line}`, { percent: format.decimal(percent) });
          },
        },
      ]}
    />
  );
}
