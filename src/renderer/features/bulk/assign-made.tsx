/** Goes on from a run that accepted invitations: the opportunities that it has made, to be assigned to somebody. */
import Button from '@cloudscape-design/components/button';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { BulkRun } from '../../../shared/domain/bulk/bulk.ts';
import { useClient } from '../../bridge/hooks.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useBulkChoice, type DealChoice } from '../../stores/bulk-choice.ts';
import { NEW_BULK_PATH } from './paths.ts';

const PAGE_SIZE = 200;

export function AssignMade({ run }: { run: BulkRun }) {
  const t = useTexts('bulk');
  const client = useClient();
  const navigate = useNavigate();
  const { choose } = useBulkChoice();
  const collect = useMutation({
    async mutationFn() {
      const deals: DealChoice[] = [];
      for (let page = 1; (page - 1) * PAGE_SIZE < run.total; page += 1) {
        const { items } = await client.call('bulk.rows', {
          runId: run.id,
          states: ['done'],
          page,
          pageSize: PAGE_SIZE,
        });
        for (const { account, result } of items) {
          if (result?.kind === 'opportunity') deals.push({ account, kind: 'opportunity', id: result.id });
        }
      }
      return deals;
    },
    onSuccess(deals) {
      choose({ kind: 'assign', deals });
      void navigate(NEW_BULK_PATH);
    },
  });
  return (
    <Button loading={collect.isPending} onClick={() => collect.mutate()}>
      {t('action.assign')}
    </Button>
  );
}
