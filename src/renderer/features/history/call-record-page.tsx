/** One call or job of the sync log: what it was about, how it ended and why, its records and its payload. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useParams } from 'react-router';
import type { CallDetail } from '../../../shared/contract/history-calls.ts';
import { APP_SERVICE } from '../../../shared/domain/sync/call.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useHasText, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { CallDirectionView, CallStatusView, RecordCounts } from './call-status.tsx';
import { ChangeStateStatus } from './change-state-status.tsx';
import { EntityLink } from './entity-link.tsx';
import { EntriesTable } from './entries-table.tsx';
import { CALLS_PATH, toCallsPath, toChangeRecordPath } from './paths.ts';
import { PayloadTabs } from './payload-tabs.tsx';
import { ThrottleBox } from './throttle-box.tsx';
import { isFailed, RepeatLink } from './repeat/repeat-link.tsx';
import { usePurposeText } from './use-purpose-text.ts';

export function CallRecordPage() {
  const history = useTexts('history');
  const has = useHasText();
  const t = useTexts('sync-log');
  const purpose = usePurposeText();
  const seq = Number(useParams()['seq']);
  const { data, error, refetch } = useCallQuery('history.call', { seq });
  const title = data ? purpose(data) : String(seq);
  usePage({
    title,
    breadcrumbs: [{ text: history('tab.calls'), to: CALLS_PATH }],
    help: { topic: 'sync-log', key: 'help.log' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const says = `statusSays.${data.status}`;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={data.change && isFailed(data.change) && <RepeatLink changeId={data.change.id} />}>
        {title}
      </Header>
      <Container header={<Header variant="h2">{history('record.facts')}</Header>}>
        <Facts call={data} />
      </Container>
      {has(`sync-log:${says}`) && <Alert type="warning">{t(says)}</Alert>}
      <ThrottleBox call={data} />
      <Failure call={data} />
      <EntriesTable call={data} />
      {data.service !== APP_SERVICE && <PayloadTabs call={data} />}
    </SpaceBetween>
  );
}

function Failure({ call: { error } }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  if (!error) return null;
  return (
    <SpaceBetween size="m">
      <AppErrorView error={error} />
      {error.aws && error.aws.message !== '' && (
        <Container header={<Header variant="h2">{t('column.message')}</Header>}>
          <SpaceBetween size="s">
            <Box variant="code">{error.aws.code}</Box>
            <pre className="json-view" tabIndex={0} aria-label={t('column.message')}>
              {error.aws.message}
            </pre>
          </SpaceBetween>
        </Container>
      )}
      {error.fields.length > 0 && (
        <Table
          variant="container"
          wrapLines
          header={<Header variant="h2">{t('detail.fields')}</Header>}
          items={error.fields}
          trackBy={({ path, params }) => `${path} ${String(params['message'])}`}
          ariaLabels={{ tableLabel: t('detail.fields') }}
          columnDefinitions={[
            { id: 'path', header: t('column.path'), isRowHeader: true, cell: ({ path }) => path || '–' },
            { id: 'code', header: t('column.errorCode'), cell: ({ params }) => String(params['reason'] ?? '–') },
            { id: 'message', header: t('column.message'), cell: ({ params }) => String(params['message'] ?? '–') },
          ]}
        />
      )}
    </SpaceBetween>
  );
}

function Facts({ call }: { call: CallDetail }) {
  const t = useTexts('sync-log');
  const history = useTexts('history');
  const format = useFormat();
  const { accounts } = useAccounts();
  const account = accounts.find(({ key }) => key === call.account);
  const milliseconds = (value: number | null) =>
    value === null ? '–' : history('milliseconds', { count: Math.round(value) });
  const isRun = call.service === APP_SERVICE;
  return (
    <KeyValuePairs
      columns={4}
      items={[
        { label: t('column.at'), value: format.instant(call.at) },
        { label: t('column.direction'), value: <CallDirectionView direction={call.direction} /> },
        { label: t('column.status'), value: <CallStatusView call={call} /> },
        {
          label: t('column.account'),
          value: account ? (
            <>
              <AccountBadge account={account} /> {account.awsAccountId}
            </>
          ) : (
            (call.account ?? '–')
          ),
        },
        { label: t('column.entityId'), value: <EntityLink entity={call} /> },
        { label: t('column.processed'), value: <RecordCounts call={call} /> },
        { label: t('column.failedRecords'), value: format.count(call.failedRecords) },
        { label: t('column.service'), value: history(`service.${call.service}`) },
        { label: t('column.operation'), value: call.operation },
        { label: t('column.durationMs'), value: milliseconds(call.durationMs) },
        { label: t('column.attempts'), value: call.attempts ?? '–' },
        { label: t('column.waitedMs'), value: milliseconds(call.waitedMs) },
        { label: t('column.requestId'), value: call.requestId ?? '–' },
        ...(call.runId === null
          ? []
          : [
              {
                label: t('column.job'),
                value: (
                  <RouteLink to={toCallsPath({ run: call.runId })}>{isRun ? t('callsOfJob') : t('openJob')}</RouteLink>
                ),
              },
            ]),
        ...(call.change
          ? [
              {
                label: t('column.change'),
                value: <RouteLink to={toChangeRecordPath(call.change.id)}>{call.change.title}</RouteLink>,
              },
              { label: t('detail.changeState'), value: <ChangeStateStatus state={call.change.state} /> },
            ]
          : []),
        ...(call.entityId === null
          ? []
          : [
              {
                label: history('tab.calls'),
                value: <RouteLink to={toCallsPath({ entity: call.entityId })}>{t('callsOfRecord')}</RouteLink>,
              },
            ]),
      ]}
    />
  );
}
