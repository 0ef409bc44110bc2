/** The sum of the payments beside the total that was asked for. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { compareAmounts, isAmount, sumAmounts } from '../../../../shared/domain/money/amount.ts';
import { setAsideOf } from '../../../../shared/domain/offer/wizard/set-aside.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

export function ScheduleSum() {
  const t = useTexts('schedule');
  const format = useFormat();
  const { draft } = useEditor();
  const amounts = draft.installments.schedule.map(({ amount }) => amount);
  if (amounts.length === 0) return null;
  const sum = sumAmounts(amounts.filter(isAmount));
  const expected = setAsideOf(draft).scheduleForm?.total.trim() ?? '';
  const money = (amount: string) => format.money(amount, draft.currency);
  return (
    <SpaceBetween direction="horizontal" size="l">
      <Box variant="strong">{t('sum.total', { sum: money(sum) })}</Box>
      {isAmount(expected) &&
        (compareAmounts(sum, expected) === 0 ? (
          <StatusIndicator type="success">{t('sum.equal')}</StatusIndicator>
        ) : (
          <StatusIndicator type="warning">{t('sum.differs', { expected: money(expected) })}</StatusIndicator>
        ))}
    </SpaceBetween>
  );
}
