/** Saves everything that the filter finds as a table for spreadsheets. */
import Button from '@cloudscape-design/components/button';
import { useMemo } from 'react';
import type { AgreementFilter } from '../../../../shared/contract/agreements.ts';
import { AGREEMENT_CSV_COLUMNS, AGREEMENT_STATUSES } from '../../../../shared/domain/agreement/agreement.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useClient } from '../../../bridge/hooks.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

export function ExportButton({ filter, total }: { filter: AgreementFilter; total: number }) {
  const t = useTexts('agreements');
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation('agreements.csv');
  const headings = useMemo(
    () => ({
      ...Object.fromEntries(AGREEMENT_CSV_COLUMNS.map((column) => [column, t(`column.${column}`)])),
      ...Object.fromEntries(AGREEMENT_STATUSES.map((status) => [`status.${status}`, t(`status.${status}`)])),
      ...Object.fromEntries(
        ['private', 'public', 'unknown'].map((each) => [`audience.${each}`, t(`audience.${each}`)]),
      ),
    }),
    [t],
  );
  const save = async () => {
    try {
      const { count, ...file } = await read.mutateAsync({ filter, headings });
      await saveText(client, file);
      showFlash({ id: 'export', kind: 'success', messageKey: 'agreements:export.saved', params: { count } });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showFlash({ id: 'export', kind: 'error', error: error.data });
    }
  };
  return (
    <Button disabled={total === 0} loading={read.isPending} iconName="download" onClick={() => void save()}>
      {t('export.open')}
    </Button>
  );
}
