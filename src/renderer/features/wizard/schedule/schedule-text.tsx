/** Schedule in and out as text: paste from a spreadsheet, export as CSV. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { formatScheduleCsv } from '../../../../shared/domain/payment-schedule/table.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { toAppError } from '../../../components/app-error-view.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useShowFlash } from '../../../stores/flashes.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';
import { PasteScheduleDialog } from './paste-schedule-dialog.tsx';

export function ScheduleText() {
  const t = useTexts('schedule');
  const { draft } = useEditor();
  const [pasting, setPasting] = useState(false);
  const client = useClient();
  const showFlash = useShowFlash();
  const { schedule } = draft.installments;
  const exportCsv = () =>
    saveText(client, {
      suggestedName: `${t('text.fileName')}.csv`,
      mediaType: 'text/csv',
      text: formatScheduleCsv(schedule, { date: t('text.dateHeading'), amount: t('text.amountHeading') }),
    }).catch((error: Error) => showFlash({ id: 'schedule-csv', kind: 'error', error: toAppError(error) }));
  return (
    <>
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => setPasting(true)}>{t('text.paste')}</Button>
        <Button iconName="download" disabled={schedule.length === 0} onClick={() => void exportCsv()}>
          {t('text.export')}
        </Button>
      </SpaceBetween>
      {pasting && <PasteScheduleDialog onClose={() => setPasting(false)} />}
    </>
  );
}
