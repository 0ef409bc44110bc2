/** Before many are sent at once: what is to be done, to whom, from which accounts, what the rules say, and how long it takes. */
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { MethodOutput } from '../../../shared/contract/index.ts';
import type { BulkAction } from '../../../shared/domain/bulk/bulk.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useBulkChoice, type BulkChoice } from '../../stores/bulk-choice.ts';
import { usePage } from '../../stores/page.ts';
import { ActionOptions, type Options } from './action-options.tsx';
import { BULK_PATH, DRAFTS_PATH, OFFERS_PATH, toRunPath } from './paths.ts';
import { PlanSummary } from './plan-summary.tsx';
import { PlanTable } from './plan-table.tsx';

type Plan = MethodOutput<'bulk.preview'>;
type Kind = BulkAction['kind'];

export function BulkPlanPage() {
  const t = useTexts('bulk');
  const undo = useSearchParams()[0].get('undo');
  const { choice } = useBulkChoice();
  const [options, setOptions] = useState<Options>({ date: '', intent: 'release' });
  const kind: Kind | null = undo === null ? (choice?.kind ?? null) : 'undo';
  usePage({
    title: kind === null ? t('title') : t(`kind.${kind}`),
    breadcrumbs: [{ text: t('title'), to: BULK_PATH }],
    help: { topic: 'bulk', key: 'help.plan' },
  });
  if (kind === null) return <NothingChosen />;
  const action = undo === null ? toAction(choice, options) : ({ kind: 'undo', runId: undo } as const);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={t(`kindSays.${kind}`)}>
        {t(`kind.${kind}`)}
      </Header>
      <ActionOptions kind={kind} options={options} onChange={setOptions} />
      {action && <Preview action={action} />}
    </SpaceBetween>
  );
}

function NothingChosen() {
  const t = useTexts('bulk');
  return (
    <EmptyState
      title={t('plan.nothing')}
      body={t('plan.nothingSays')}
      action={
        <SpaceBetween direction="horizontal" size="s">
          <RouteLink to={OFFERS_PATH}>{t('plan.toOffers')}</RouteLink>
          <RouteLink to={DRAFTS_PATH}>{t('plan.toDrafts')}</RouteLink>
        </SpaceBetween>
      }
    />
  );
}

/** null while something is still to be filled in. */
function toAction(choice: BulkChoice | null, { date, intent }: Options): BulkAction | null {
  switch (choice?.kind) {
    case 'publish':
      return { kind: 'publish', intent, draftIds: [...choice.draftIds], acknowledgedWarnings: [] };
    case 'expiry':
      if (date === '') return null;
      return {
        kind: 'expiry',
        date,
        offers: choice.offers.map((offer) => ({ ...offer, date: null })),
        acknowledgedWarnings: [],
      };
    case 'cancel':
      return { kind: 'cancel', offers: [...choice.offers], acknowledgedWarnings: [] };
    case undefined:
      return null;
  }
}

function Preview({ action }: { action: BulkAction | { kind: 'undo'; runId: string } }) {
  const t = useTexts('bulk');
  const { data, error, refetch, isFetching } = useCallQuery('bulk.preview', { action }, { staleTime: Infinity });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <Button iconName="refresh" loading={isFetching} onClick={() => void refetch()}>
                {t('plan.again')}
              </Button>
            }
          >
            {t('plan.title')}
          </Header>
        }
      >
        <PlanSummary plan={data} />
      </Container>
      <PlanTable rows={data.rows} />
      <StartPanel action={action} plan={data} />
    </SpaceBetween>
  );
}

function StartPanel({ action, plan }: { action: BulkAction | { kind: 'undo'; runId: string }; plan: Plan }) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const start = useCallMutation('bulk.start');
  const [read, setRead] = useState(false);
  const ready = plan.rows.filter(({ problems }) => problems.length === 0);
  const warnings = [...new Set(ready.flatMap((row) => row.warnings.map(({ ruleId }) => ruleId)))];
  const confirmedAccountIds = Object.fromEntries(
    plan.accounts.map(({ account, awsAccountId }) => [account, awsAccountId]),
  );
  if (ready.length === 0) return <Alert type="info">{t('plan.noneReady')}</Alert>;
  return (
    <SpaceBetween size="m">
      {warnings.length > 0 && (
        <Checkbox checked={read} onChange={({ detail }) => setRead(detail.checked)}>
          {t('plan.read', { count: warnings.length })}
        </Checkbox>
      )}
      {start.error && <AppErrorView error={start.error} />}
      <Button
        variant="primary"
        loading={start.isPending}
        disabled={warnings.length > 0 && !read}
        onClick={() =>
          start.mutate(
            { action: { ...action, acknowledgedWarnings: warnings }, confirmedAccountIds },
            { onSuccess: ({ id }) => void navigate(toRunPath(id)) },
          )
        }
      >
        {t('plan.start', { count: ready.length })}
      </Button>
    </SpaceBetween>
  );
}
