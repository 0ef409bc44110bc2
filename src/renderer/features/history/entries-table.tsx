/** The records of a call or job, each with its own status; one that failed on its way in can be read again by itself. */
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { CallDetail, CallRecord } from '../../../shared/contract/history-calls.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { isReadable, ReadAgain } from './read-again.tsx';
import { EntityLink } from './entity-link.tsx';

const MOST_ENTRIES = 500;

export function EntriesTable({ call }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  const format = useFormat();
  const { entries, account } = call;
  if (entries.length === 0) return null;
  return (
    <Table<CallRecord>
      header={
        <Header
          variant="h2"
          counter={`(${format.count(call.records)})`}
          description={
            entries.length >= MOST_ENTRIES
              ? t('detail.entriesCut', { count: format.count(MOST_ENTRIES) })
              : t('detail.entriesSays')
          }
        >
          {t('detail.entries')}
        </Header>
      }
      items={entries}
      trackBy="entityId"
      wrapLines
      ariaLabels={{ tableLabel: t('detail.entries') }}
      columnDefinitions={[
        {
          id: 'entity',
          header: t('column.entityId'),
          isRowHeader: true,
          cell: ({ entityId, entityType }) => <EntityLink entity={{ account, entityId, entityType }} />,
        },
        {
          id: 'status',
          header: t('column.status'),
          cell: ({ failed }) => (
            <StatusIndicator type={failed ? 'error' : 'success'}>
              {t(`status.${failed ? 'error' : 'success'}`)}
            </StatusIndicator>
          ),
        },
        { id: 'code', header: t('column.errorCode'), cell: ({ code }) => code ?? '–' },
        { id: 'message', header: t('column.message'), cell: ({ message }) => <Box>{message || '–'}</Box> },
        ...(call.direction === 'in' && account !== null && entries.some(isReadable)
          ? [
              {
                id: 'again',
                header: t('readAgain.one'),
                cell: (entry: CallRecord) =>
                  isReadable(entry) ? <ReadAgain account={account} entry={entry} /> : <Box>–</Box>,
              },
            ]
          : []),
      ]}
    />
  );
}
