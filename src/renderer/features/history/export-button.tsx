/** Saves what the filter finds as a file. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { MethodInput, MethodOutput } from '../../../shared/contract/index.ts';
import { useCallMutation, useClient } from '../../bridge/hooks.tsx';
import { saveText } from '../../components/save-text.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

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
    'service',
    'operation',
    'outcome',
    'errorCode',
    'httpStatus',
    'durationMs',
    'attempts',
    'requestId',
    'changeId',
  ],
} as const;
type ExportMethod = keyof typeof HEADINGS;

interface ExportButtonProps<M extends ExportMethod> {
  readonly method: M;
  readonly filter: MethodInput<M>['filter'];
  onError(error: Error): void;
}

export function ExportButton<M extends ExportMethod>({ method, filter, onError }: ExportButtonProps<M>) {
  const t = useTexts('history');
  const client = useClient();
  const showFlash = useShowFlash();
  const read = useCallMutation<ExportMethod>(method);
  const run = (format: 'csv' | 'json') => {
    const headings = Object.fromEntries(HEADINGS[method].map((key) => [key, t(`column.${key}`)]));
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
