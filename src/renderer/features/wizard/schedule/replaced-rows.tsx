/** Offers to bring back the rows that a generated or pasted schedule replaced. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { Installment } from '../../../../shared/domain/offer/draft.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function ReplacedRows({ rows, onUndo }: { rows: readonly Installment[]; onUndo(): void }) {
  const t = useTexts('schedule');
  if (rows.length === 0) return null;
  return (
    <Alert type="info" action={<Button onClick={onUndo}>{t('replaced.undo')}</Button>}>
      {t('replaced.body', { count: rows.length })}
    </Alert>
  );
}
