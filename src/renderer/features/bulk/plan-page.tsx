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
import type { BulkAction, BulkPlanRow } from '../../../shared/domain/bulk/bulk.ts';
import { assigneeSchema, type Assignee } from '../../../shared/domain/opportunity/assignee.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { AppErrorView } from '../../components/app-error-view.tsx';
import { NOBODY } from '../../components/assignee-fields.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useBulkChoice, type BulkChoice } from '../../stores/bulk-choice.ts';
import { usePage } from '../../stores/page.ts';
import { ActionOptions, type Options } from './action-options.tsx';
import { BULK_PATH, DRAFTS_PATH, INVITATIONS_PATH, OFFERS_PATH, OPPORTUNITIES_PATH, toRunPath } from './paths.ts';
import { PlanSummary } from './plan-summary.tsx';
import { PlanTable } from './plan-table.tsx';

type Plan = MethodOutput<'bulk.preview'>;
type Kind = BulkAction['kind'];

const WITH_OPTIONS: readonly Kind[] = ['publish', 'expiry', 'assign'];

export function BulkPlanPage() {
  const t = useTexts('bulk');
  const undo = useSearchParams()[0].get('undo');
  const { choice } = useBulkChoice();
  const [options, setOptions] = useState<Options>({ date: '', intent: 'release' });
  const person = useTypedPerson();
  const kind: Kind | null = undo === null ? (choice?.kind ?? null) : 'undo';
  usePage({
    title: kind === null ? t('title') : t(`kind.${kind}`),
    breadcrumbs: [{ text: t('title'), to: BULK_PATH }],
    help: { topic: 'bulk', key: 'help.plan' },
  });
  if (kind === null) return <NothingChosen />;
  const action = undo === null ? toAction(choice, options, person.confirmed) : ({ kind: 'undo', runId: undo } as const);
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={t(`kindSays.${kind}`)}>
        {t(`kind.${kind}`)}
      </Header>
      {WITH_OPTIONS.includes(kind) && (
        <form
          onSubmit={(submitted) => {
            submitted.preventDefault();
            person.confirm();
          }}
        >
          <SpaceBetween size="m">
            <ActionOptions kind={kind} options={options} asked={person.asked} onChange={setOptions} />
            {kind === 'assign' && !action && <Button variant="primary">{t('plan.check')}</Button>}
          </SpaceBetween>
        </form>
      )}
      {action && <Preview key={JSON.stringify(action)} action={action} />}
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
          <RouteLink to={INVITATIONS_PATH}>{t('plan.toInvitations')}</RouteLink>
          <RouteLink to={OPPORTUNITIES_PATH}>{t('plan.toOpportunities')}</RouteLink>
        </SpaceBetween>
      }
    />
  );
}

/** What is typed of a person is looked at once somebody asks for it; another letter typed afterwards asks anew. */
function useTypedPerson() {
  const { assignee } = useBulkChoice();
  const [asked, setAsked] = useState(false);
  const [confirmed, setConfirmed] = useState<Assignee | null>(null);
  const parsed = assigneeSchema.safeParse(assignee ?? NOBODY);
  return {
    asked,
    confirmed: confirmed === assignee && parsed.success ? parsed.data : null,
    confirm() {
      setAsked(true);
      setConfirmed(assignee);
    },
  };
}

/** null while something is still to be filled in. */
function toAction(choice: BulkChoice | null, { date, intent }: Options, person: Assignee | null): BulkAction | null {
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
    case 'accept':
      return {
        kind: 'accept',
        invitations: choice.deals.map(({ account, id }) => ({ account, invitationId: id })),
        acknowledgedWarnings: [],
      };
    case 'assign':
      if (person === null) return null;
      return { kind: 'assign', assignee: person, deals: [...choice.deals], acknowledgedWarnings: [] };
    case undefined:
      return null;
  }
}

function Preview({ action }: { action: BulkAction | { kind: 'undo'; runId: string } }) {
  const t = useTexts('bulk');
  const { data, error, refetch, isFetching } = useCallQuery('bulk.preview', { action }, { staleTime: Infinity });
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading />;
  const ready = data.rows.filter(({ problems, position }) => problems.length === 0 && !leftOut.has(position));
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
        <PlanSummary plan={data} ready={ready} />
      </Container>
      <PlanTable kind={action.kind} rows={data.rows} leftOut={leftOut} onLeaveOut={setLeftOut} />
      <StartPanel action={action} plan={data} ready={ready} />
    </SpaceBetween>
  );
}

interface StartPanelProps {
  readonly action: BulkAction | { kind: 'undo'; runId: string };
  readonly plan: Plan;
  /** Rows that may be sent and are wanted. */
  readonly ready: readonly BulkPlanRow[];
}

function StartPanel({ action, plan, ready }: StartPanelProps) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const start = useCallMutation('bulk.start');
  const [read, setRead] = useState(false);
  const wanted = new Set(ready.map(({ position }) => position));
  const leaveOut = plan.rows.map(({ position }) => position).filter((position) => !wanted.has(position));
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
            { action: { ...action, acknowledgedWarnings: warnings }, confirmedAccountIds, leaveOut },
            { onSuccess: ({ id }) => void navigate(toRunPath(id)) },
          )
        }
      >
        {t('plan.start', { count: ready.length })}
      </Button>
    </SpaceBetween>
  );
}
