/** The newest records of the sync log about one entity, on its own page. */
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { CallDirectionView, CallStatusView } from './call-status.tsx';
import { toCallRecordPath, toCallsPath } from './paths.ts';
import { usePurposeText } from './use-purpose-text.ts';

const SHOWN = 5;

/** Read when it is opened: most people come to a page for something else. */
export function SyncRecordsOf({ account, entityId }: { account: string; entityId: string }) {
  const t = useTexts('sync-log');
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      variant="container"
      headerText={t('ofEntity.title')}
      headerDescription={t('ofEntity.says')}
      expanded={open}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {open && <Newest account={account} entityId={entityId} />}
    </ExpandableSection>
  );
}

function Newest({ account, entityId }: { account: string; entityId: string }) {
  const t = useTexts('sync-log');
  const format = useFormat();
  const purpose = usePurposeText();
  const { data, error, refetch } = useCallQuery('history.calls', { filter: { account, entityId }, pageSize: SHOWN });
  return (
    <SpaceBetween size="s">
      {error && <AppErrorView error={error} onRetry={() => void refetch()} />}
      <Table
        variant="embedded"
        contentDensity="compact"
        items={data?.items ?? []}
        loading={!data && !error}
        trackBy={({ seq }) => String(seq)}
        empty={<Box color="text-body-secondary">{t('ofEntity.none')}</Box>}
        ariaLabels={{ tableLabel: t('ofEntity.title') }}
        columnDefinitions={[
          { id: 'at', header: t('column.at'), cell: ({ at }) => format.instant(at) },
          {
            id: 'direction',
            header: t('column.direction'),
            cell: ({ direction }) => <CallDirectionView direction={direction} />,
          },
          {
            id: 'purpose',
            header: t('column.purpose'),
            isRowHeader: true,
            cell: (call) => <RouteLink to={toCallRecordPath(call.seq)}>{purpose(call)}</RouteLink>,
          },
          { id: 'status', header: t('column.status'), cell: (call) => <CallStatusView call={call} /> },
        ]}
      />
      <RouteLink to={toCallsPath({ entity: entityId })}>
        {t('ofEntity.all')} {data ? `(${format.count(data.total)})` : ''}
      </RouteLink>
    </SpaceBetween>
  );
}
