/** Saves everything that the filter finds as a table for spreadsheets. */
import Button from '@cloudscape-design/components/button';
import { useMemo } from 'react';
import type { OpportunityFilter } from '../../../../shared/contract/opportunities.ts';
import {
  OPPORTUNITY_CSV_COLUMNS,
  OPPORTUNITY_ORIGINS,
  OPPORTUNITY_STAGES,
  REVIEW_STATUSES,
} from '../../../../shared/domain/opportunity/opportunity.ts';
import { CallError } from '../../../bridge/client.ts';
import { useCallMutation, useClient } from '../../../bridge/hooks.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

const WORDS = { stage: OPPORTUNITY_STAGES, reviewStatus: REVIEW_STATUSES, origin: OPPORTUNITY_ORIGINS };

export function ExportButton({ filter, total }: { filter: OpportunityFilter; total: number }) {
  const t = useTexts('opportunities');
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation('opportunities.csv');
  const headings = useMemo(
    () => ({
      ...Object.fromEntries(OPPORTUNITY_CSV_COLUMNS.map((column) => [column, t(`column.${column}`)])),
      ...Object.fromEntries(
        Object.entries(WORDS).flatMap(([list, words]) =>
          words.map((word) => [`${list}.${word}`, t(`${list}.${word}`)] as const),
        ),
      ),
    }),
    [t],
  );
  const save = async () => {
    try {
      const { count, ...file } = await read.mutateAsync({ filter, headings });
      await saveText(client, file);
      showFlash({ id: 'export', kind: 'success', messageKey: 'opportunities:export.saved', params: { count } });
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
