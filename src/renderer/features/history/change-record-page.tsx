/** Everything on record about one write: who, when, from which account, before, after, request id, and every step with its hash. */
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useParams } from 'react-router';
import type { ChangeRecord } from '../../../shared/contract/history.ts';
import { CHANGE_KINDS } from '../../../shared/domain/change/kinds.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccount } from '../../components/use-accounts.ts';
import { useAnyText, useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { ChangeStateStatus } from './change-state-status.tsx';
import { toEntityPath } from '../offers/activity/entity-pages.ts';
import { HISTORY_PATH, toCallsOfChangePath } from './paths.ts';
import { isFailed, RepeatLink } from './repeat/repeat-link.tsx';

export function ChangeRecordPage() {
  const t = useTexts('history');
  const { id = '' } = useParams();
  const { data, error, refetch } = useCallQuery('history.change', { id });
  usePage({
    title: data?.change.title ?? id,
    breadcrumbs: [{ text: t('title'), to: HISTORY_PATH }],
    help: { topic: 'history', key: 'help.record' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={isFailed(data.change) && <RepeatLink changeId={data.change.id} />}>
        {data.change.title}
      </Header>
      <Container header={<Header variant="h2">{t('record.facts')}</Header>}>
        <Facts record={data} />
      </Container>
      {data.change.error && <AppErrorView error={data.change.error} />}
      <LogTable record={data} />
      {(['request', 'before', 'after'] as const).map((part) => (
        <ExpandableSection key={part} variant="container" headerText={t(`record.${part}`)}>
          {data[part] === null || data[part] === undefined ? (
            <Box color="text-body-secondary">{t('record.nothing')}</Box>
          ) : (
            <JsonView value={data[part]} label={t(`record.${part}`)} />
          )}
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}

function Facts({ record: { change, identity, requestId, callCount } }: { record: ChangeRecord }) {
  const t = useTexts('history');
  const text = useAnyText();
  const format = useFormat();
  const account = useAccount(change.account);
  const page = toEntityPath(change);
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: t('column.kind'),
          value: `${text(CHANGE_KINDS[change.kind].labelKey)}${change.automatic ? ` · ${text('auto-share:automatic')}` : ''}`,
        },
        { label: t('column.state'), value: <ChangeStateStatus state={change.state} /> },
        {
          label: t('column.account'),
          value: (
            <>
              {account ? <AccountBadge account={account} /> : change.account} {change.awsAccountId}
            </>
          ),
        },
        { label: t('record.identity'), value: identity?.arn ?? t('record.unknown') },
        { label: t('column.createdAt'), value: format.instant(change.createdAt) },
        { label: t('column.updatedAt'), value: format.instant(change.updatedAt) },
        { label: t('column.requestId'), value: requestId ?? '-' },
        { label: t('column.changeSetId'), value: change.changeSetId ?? '-' },
        {
          label: t('record.about'),
          value:
            page === null ? (
              (change.entityId ?? '-')
            ) : (
              <RouteLink to={page}>{change.entityId ?? change.title}</RouteLink>
            ),
        },
        { label: t('column.id'), value: change.id },
        {
          label: t('record.calls'),
          value: (
            <RouteLink to={toCallsOfChangePath(change.id)}>{t('record.callCount', { count: callCount })}</RouteLink>
          ),
        },
      ]}
    />
  );
}

function LogTable({ record: { log } }: { record: ChangeRecord }) {
  const t = useTexts('history');
  const format = useFormat();
  return (
    <Table
      header={
        <Header variant="h2" description={t('record.logSays')} counter={`(${format.count(log.length)})`}>
          {t('record.log')}
        </Header>
      }
      ariaLabels={{ tableLabel: t('record.log') }}
      items={log}
      trackBy={({ seq }) => String(seq)}
      wrapLines
      columnDefinitions={[
        { id: 'seq', header: t('column.seq'), cell: ({ seq }) => seq, width: 90 },
        { id: 'at', header: t('column.at'), cell: ({ at }) => format.instant(at), width: 210 },
        {
          id: 'state',
          header: t('column.state'),
          isRowHeader: true,
          width: 180,
          cell: ({ state }) => <ChangeStateStatus state={state} />,
        },
        {
          id: 'details',
          header: t('column.details'),
          cell: ({ details }) => <Box variant="code">{JSON.stringify(details)}</Box>,
        },
        {
          id: 'hash',
          header: t('column.hash'),
          width: 150,
          cell: ({ hash }) => <Box variant="code">{hash.slice(0, 12)}</Box>,
        },
      ]}
    />
  );
}
