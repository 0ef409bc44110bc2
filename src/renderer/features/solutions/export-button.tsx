/** Saves everything that the filter finds as a table for spreadsheets. */
import Button from '@cloudscape-design/components/button';
import type { SolutionFilter } from '../../../shared/contract/solutions.ts';
import { SOLUTION_CSV_COLUMNS, SOLUTION_STATUSES } from '../../../shared/domain/solution.ts';
import { CallError } from '../../bridge/client.ts';
import { useCallMutation, useClient } from '../../bridge/hooks.tsx';
import { saveText } from '../../components/save-text.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

export function ExportButton({ filter, total }: { filter: SolutionFilter; total: number }) {
  const t = useTexts('solutions');
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation('solutions.csv');
  const save = async () => {
    const headings = Object.fromEntries([
      ...SOLUTION_CSV_COLUMNS.map((column) => [column, t(`column.${column}`)] as const),
      ...SOLUTION_STATUSES.map((status) => [`status.${status}`, t(`status.${status}`)] as const),
    ]);
    try {
      const { count, ...file } = await read.mutateAsync({ filter, headings });
      await saveText(client, file);
      showFlash({ id: 'export', kind: 'success', messageKey: 'solutions:export.saved', params: { count } });
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
