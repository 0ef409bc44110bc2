/** Starts a backfill: which opportunities, what that costs, count first or read at once; and the earlier ones of the account. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { BACKFILL_MODES } from '../../../../shared/domain/opportunity/backfill.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { CatalogBanner } from '../../../components/partner-catalog.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { usePage } from '../../../stores/page.ts';
import { BACKFILL_PATH, OPPORTUNITIES_PATH, toBackfillPath } from '../paths.ts';
import { BackfillFilters } from './filters.tsx';
import { toWish, useBackfillForm } from './form.ts';
import { BackfillGuards } from './guards.tsx';
import { BackfillRuns } from './runs.tsx';

const ACTIONS = [
  'partnercentral:ListOpportunities',
  'partnercentral:GetOpportunity',
  'partnercentral:GetAwsOpportunitySummary',
];

export function BackfillPage() {
  const t = useTexts('backfill');
  const tOpportunities = useTexts('opportunities');
  usePage({
    title: t('title'),
    breadcrumbs: [
      { text: tOpportunities('list.title'), to: OPPORTUNITIES_PATH },
      { text: t('title'), to: BACKFILL_PATH },
    ],
    help: { topic: 'backfill', key: 'help.form' },
  });
  const { accounts, isPending } = useAccounts();
  const active = useActiveAccount();
  const [chosen, setChosen] = useState<string | null>(null);
  const coSellers = accounts.filter(({ persona }) => persona.coSell);
  const account = active ?? chosen ?? (coSellers.length === 1 ? (coSellers[0]?.key ?? null) : null);
  if (isPending) return <PageLoading />;
  const options = coSellers.map(({ key, name, awsAccountId }) => ({
    value: key,
    label: name,
    description: awsAccountId,
  }));
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={t('says')}>
        {t('title')}
      </Header>
      {coSellers.length === 0 && active === null && <EmptyState title={t('title')} body={t('noAccount')} />}
      {active === null && coSellers.length > 1 && (
        <FormField label={t('account')}>
          <Select
            placeholder={t('chooseAccount')}
            options={options}
            selectedOption={options.find(({ value }) => value === account) ?? null}
            onChange={({ detail }) => setChosen(detail.selectedOption.value ?? null)}
          />
        </FormField>
      )}
      {account !== null && <BackfillOf key={account} account={account} />}
    </SpaceBetween>
  );
}

function BackfillOf({ account }: { account: string }) {
  const t = useTexts('backfill');
  const navigate = useNavigate();
  const { form, set } = useBackfillForm();
  const { wish, problems } = toWish(form);
  const guards = useCallQuery('opportunities.backfill.preview', { account, wish }, { keepPrevious: true });
  const start = useCallMutation('opportunities.backfill.start');
  const begin = (countOnly: boolean) =>
    start.mutate({ account, wish, countOnly }, { onSuccess: ({ id }) => void navigate(toBackfillPath(id)) });
  const isBlocked = Object.keys(problems).length > 0 || !guards.data;
  return (
    <SpaceBetween size="l">
      {guards.data && <CatalogBanner catalog={guards.data.catalog} />}
      <Container header={<Header variant="h2">{t('what')}</Header>}>
        <SpaceBetween size="m">
          <FormField label={t('mode.label')} stretch>
            <RadioGroup
              value={form.mode}
              items={BACKFILL_MODES.map((mode) => ({
                value: mode,
                label: t(`mode.${mode}`),
                description: t(`mode.${mode}Says`),
              }))}
              onChange={({ detail }) => set({ mode: BACKFILL_MODES.find((mode) => mode === detail.value) ?? 'all' })}
            />
          </FormField>
          <BackfillFilters form={form} problems={problems} set={set} />
        </SpaceBetween>
      </Container>
      {guards.error && <AppErrorView error={guards.error} onRetry={() => void guards.refetch()} />}
      {guards.data && <BackfillGuards guards={guards.data} mode={wish.mode} />}
      {start.error && <AppErrorView error={start.error} />}
      <SpaceBetween direction="horizontal" size="xs">
        <Button disabled={isBlocked} loading={start.isPending} onClick={() => begin(true)}>
          {t('count')}
        </Button>
        <PermittedButton
          account={account}
          actions={ACTIONS}
          variant="primary"
          disabled={isBlocked}
          loading={start.isPending}
          onClick={() => begin(false)}
        >
          {t('start')}
        </PermittedButton>
      </SpaceBetween>
      <BackfillRuns account={account} />
    </SpaceBetween>
  );
}
