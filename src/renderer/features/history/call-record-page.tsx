/** One call with its masked request and reply. */
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import type { CallDetail } from '../../../shared/contract/history.ts';
import { useCallQuery } from '../../bridge/hooks.tsx';
import { AccountBadge } from '../../components/account-badge.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { JsonView } from '../../components/json-view.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../i18n/context.tsx';
import { usePage } from '../../stores/page.ts';
import { CallOutcome } from './call-outcome.tsx';
import { CALLS_PATH, toChangeRecordPath } from './paths.ts';

export function CallRecordPage() {
  const t = useTexts('history');
  const seq = Number(useParams()['seq']);
  const { data, error, refetch } = useCallQuery('history.call', { seq });
  usePage({
    title: data?.operation ?? String(seq),
    breadcrumbs: [{ text: t('tab.calls'), to: CALLS_PATH }],
    help: { topic: 'history', key: 'help.calls' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1">{data.operation}</Header>
      <Container header={<Header variant="h2">{t('record.facts')}</Header>}>
        <Facts call={data} />
      </Container>
      {(['request', 'response'] as const).map((part) => (
        <Container key={part} header={<Header variant="h2">{t(`record.${part}`)}</Header>}>
          <JsonView value={data[part] ?? null} label={t(`record.${part}`)} />
        </Container>
      ))}
    </SpaceBetween>
  );
}

function Facts({ call }: { call: CallDetail }) {
  const t = useTexts('history');
  const format = useFormat();
  const { accounts } = useAccounts();
  const account = accounts.find(({ key }) => key === call.account);
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t('column.at'), value: format.instant(call.at) },
        { label: t('column.service'), value: t(`service.${call.service}`) },
        { label: t('column.account'), value: account ? <AccountBadge account={account} /> : (call.account ?? '-') },
        { label: t('column.outcome'), value: <CallOutcome call={call} /> },
        {
          label: t('column.durationMs'),
          value: call.durationMs === null ? '-' : t('milliseconds', { count: Math.round(call.durationMs) }),
        },
        { label: t('column.attempts'), value: call.attempts ?? '-' },
        { label: t('column.requestId'), value: call.requestId ?? '-' },
        {
          label: t('column.change'),
          value:
            call.changeId === null ? (
              '-'
            ) : (
              <RouteLink to={toChangeRecordPath(call.changeId)}>{t('openChange')}</RouteLink>
            ),
        },
      ]}
    />
  );
}
