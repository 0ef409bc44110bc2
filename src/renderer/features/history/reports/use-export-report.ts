/** The table of a report as a file, headed and worded in the person's language. */
import type { SyncReport } from '../../../../shared/domain/sync/report.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useExport, type Exporting } from '../../dashboards/use-export.ts';

const DAY = ['day', 'calls', 'records'] as const;
const COLUMNS: Readonly<Record<SyncReport, readonly string[]>> = {
  summary: ['day', 'runs', 'inSuccess', 'inError', 'outSuccess', 'outError'],
  'in-error': DAY,
  'in-success': DAY,
  'out-error': DAY,
  'out-success': DAY,
  throttling: ['purpose', 'service', 'operation', 'throttledCalls', 'ended', 'throttles', 'waitedMs', 'limit'],
};

export function useExportReport(
  report: SyncReport,
  days: number,
  words: Readonly<Record<string, string>> = {},
): Exporting {
  const t = useTexts('sync-log');
  const client = useClient();
  const account = useActiveAccount();
  return useExport(() =>
    client.call('history.reportText', {
      account,
      days,
      report,
      headings: { ...words, ...Object.fromEntries(COLUMNS[report].map((column) => [column, t(`column.${column}`)])) },
    }),
  );
}
