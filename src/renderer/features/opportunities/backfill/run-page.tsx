/** One backfill: how far it is, what stopped it, what can be done with it, and what became of each opportunity. */
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useParams } from 'react-router';
import {
  BACKFILL_ROW_STATES,
  isWhole,
  type Backfill,
  type BackfillWish,
} from '../../../../shared/domain/opportunity/backfill.ts';
import { useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { CatalogBanner } from '../../../components/partner-catalog.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts, type Translate } from '../../../i18n/context.tsx';
import { usePage } from '../../../stores/page.ts';
import { BACKFILL_PATH, OPPORTUNITIES_PATH, toBackfillPath } from '../paths.ts';
import { summarize } from './counts.ts';
import { BackfillActions } from './run-actions.tsx';
import { BackfillRows } from './run-rows.tsx';
import { BackfillStatus } from './status.tsx';

export function BackfillRunPage() {
  const t = useTexts('backfill');
  const tOpportunities = useTexts('opportunities');
  const { id = '' } = useParams();
  const { data, error, refetch } = useCallQuery('opportunities.backfill.get', { id }, { keepPrevious: true });
  usePage({
    title: data ? t(`mode.${data.wish.mode}`) : t('title'),
    breadcrumbs: [
      { text: tOpportunities('list.title'), to: OPPORTUNITIES_PATH },
      { text: t('title'), to: BACKFILL_PATH },
      { text: data ? t(`mode.${data.wish.mode}`) : id, to: toBackfillPath(id) },
    ],
    help: { topic: 'backfill', key: 'help.run' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<BackfillActions run={data} />}>
        {t(`mode.${data.wish.mode}`)}
      </Header>
      <CatalogBanner catalog={data.catalog} />
      <Stopped run={data} />
      <Container header={<Header variant="h2">{t('run.progress')}</Header>}>
        <Progress run={data} />
      </Container>
      <BackfillRows run={data} />
    </SpaceBetween>
  );
}

/** Why it does not go on, and what makes it. */
function Stopped({ run }: { run: Backfill }) {
  const t = useTexts('backfill');
  const format = useFormat();
  if (run.state === 'counted') {
    const { queued } = summarize(run);
    return (
      <Alert type="info" header={t('run.counted')}>
        {queued === 0 ? t('run.countedNothing') : t('run.countedSays', { count: queued })}
      </Alert>
    );
  }
  if (!run.error) return null;
  return (
    <SpaceBetween size="xs">
      <AppErrorView error={run.error} />
      {run.resumeAt !== null && <Alert type="info">{t('run.resumesAt', { at: format.instant(run.resumeAt) })}</Alert>}
    </SpaceBetween>
  );
}

function Progress({ run }: { run: Backfill }) {
  const t = useTexts('backfill');
  const format = useFormat();
  const account = useAccount(run.account);
  const { listed, read, toRead } = summarize(run);
  const isListing = run.phase === 'listing';
  const label = isListing
    ? t('run.listed', { count: run.pages, listed: format.count(listed) })
    : t('run.readOf', { read: format.count(read), total: format.count(toRead) });
  const remaining =
    run.state === 'running' && run.remainingMs !== null
      ? t('run.remaining', { time: format.remaining(run.remainingMs) })
      : '';
  return (
    <SpaceBetween size="m">
      <ProgressBar
        ariaLabel={t('run.progress')}
        value={isListing ? 0 : toRead === 0 ? 100 : (read / toRead) * 100}
        label={label}
        additionalInfo={[run.state === 'running' ? t(`phase.${run.phase}`) : '', remaining].filter(Boolean).join(' · ')}
      />
      <KeyValuePairs
        columns={4}
        items={[
          { label: t('run.state'), value: <BackfillStatus state={run.state} /> },
          { label: t('account'), value: account ? <AccountBadge account={account} /> : run.account },
          { label: t('guards.awsAccount'), value: account?.awsAccountId ?? '-' },
          { label: t('run.pages'), value: format.count(run.pages) },
          ...BACKFILL_ROW_STATES.map((state) => ({
            label: t(`rowState.${state}`),
            value: format.count(run.counts[state] ?? 0),
          })),
          { label: t('column.started'), value: format.instant(run.createdAt) },
          { label: t('column.ended'), value: run.endedAt === null ? '-' : format.instant(run.endedAt) },
          { label: t('run.wish'), value: wishText(run.wish, t) },
        ]}
      />
    </SpaceBetween>
  );
}

/** The filters that were set, in their fields' words. */
function wishText(wish: BackfillWish, t: Translate): string {
  if (isWhole(wish)) return t('run.noFilter');
  return Object.entries(wish.filter)
    .flatMap(([name, value]) => {
      if (typeof value === 'string') return value.trim() === '' ? [] : [`${t(`filter.${name}`)}: ${value}`];
      if (Array.isArray(value)) return value.length === 0 ? [] : [`${t(`filter.${name}`)}: ${value.join(', ')}`];
      if (value.from === null && value.to === null) return [];
      return [`${t(`filter.${name}`)}: ${value.from ?? ''}–${value.to ?? ''}`];
    })
    .join('; ');
}
