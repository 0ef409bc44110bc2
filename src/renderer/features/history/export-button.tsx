/** Saves what the filter finds as a file. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { MethodInput, MethodOutput } from '../../../shared/contract/index.ts';
import { CALL_DIRECTIONS, CALL_STATUSES, readPurposeId } from '../../../shared/domain/sync/call.ts';
import { useCallMutation, useClient } from '../../bridge/hooks.tsx';
import { saveText } from '../../components/save-text.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';
import { usePurposeText } from './use-purpose-text.ts';

const HEADINGS = {
  'history.changesText': [
    'createdAt',
    'updatedAt',
    'account',
    'awsAccountId',
    'kind',
    'title',
    'state',
    'changeSetId',
    'offerId',
    'productId',
    'error',
    'id',
  ],
  'history.callsText': [
    'at',
    'account',
    'direction',
    'purpose',
    'status',
    'records',
    'processed',
    'failedRecords',
    'service',
    'operation',
    'entityId',
    'errorCode',
    'httpStatus',
    'durationMs',
    'attempts',
    'throttles',
    'waitedMs',
    'requestId',
    'changeId',
    'runId',
  ],
} as const;
type ExportMethod = keyof typeof HEADINGS;

interface ExportButtonProps<M extends ExportMethod> {
  readonly method: M;
  readonly filter: MethodInput<M>['filter'];
  /** Purposes that may stand in the file, to be put into words. */
  readonly purposes?: readonly string[];
  onError(error: Error): void;
}

export function ExportButton<M extends ExportMethod>({ method, filter, purposes = [], onError }: ExportButtonProps<M>) {
  const t = useTexts('history');
  const log = useTexts('sync-log');
  const purposeText = usePurposeText();
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation<ExportMethod>(method);
  const run = (format: 'csv' | 'json') => {
    const ofCalls = method === 'history.callsText';
    const headings = Object.fromEntries([
      ...HEADINGS[method].map((key) => [key, ofCalls ? log(`column.${key}`) : t(`column.${key}`)]),
      ...(ofCalls ? [...CALL_DIRECTIONS].map((each) => [`direction.${each}`, log(`direction.${each}`)]) : []),
      ...(ofCalls ? [...CALL_STATUSES].map((each) => [`status.${each}`, log(`status.${each}`)]) : []),
      ...purposes.map((id) => [`purpose.${id}`, purposeText(readPurposeId(id))]),
    ]);
    read.mutate({ filter, format, headings } as MethodInput<ExportMethod>, {
      onError,
      async onSuccess({ text, suggestedName, mediaType, count, cut }: MethodOutput<ExportMethod>) {
        await saveText(client, { text, suggestedName, mediaType });
        const messageKey = cut ? 'history:export.cut' : 'history:export.saved';
        showFlash({ id: 'history-export', kind: cut ? 'warning' : 'success', messageKey, params: { count } });
      },
    });
  };
  return (
    <ButtonDropdown
      loading={read.isPending}
      items={[
        { id: 'csv', text: t('export.csv') },
        { id: 'json', text: t('export.json') },
      ]}
      onItemClick={({ detail }) => run(detail.id === 'json' ? 'json' : 'csv')}
    >
      {t('export.open')}
    </ButtonDropdown>
  );
}
