/** Drafts of opportunities on this machine. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { OpportunityDraftRecord } from '../../../../shared/contract/opportunity-drafts.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { usePage } from '../../../stores/page.ts';
import { OPPORTUNITIES_PATH, toOpportunityDraftPath, toOpportunityPath } from '../paths.ts';
import { AutoShareList } from '../auto-share/waiting-list.tsx';
import { DraftState } from './draft-state.tsx';
import { NewOpportunityButton } from './new-opportunity-button.tsx';

export function OpportunityDraftsPage() {
  const t = useTexts('opportunity-editor');
  const list = useTexts('opportunities');
  const format = useFormat();
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const { data, error, isLoading, refetch } = useCallQuery('opportunities.drafts.list', { account });
  const [removing, setRemoving] = useState<OpportunityDraftRecord | null>(null);
  usePage({
    title: t('drafts.title'),
    contentType: 'table',
    breadcrumbs: [{ text: list('list.title'), to: OPPORTUNITIES_PATH }],
    help: { topic: 'opportunity-editor', key: 'help' },
  });
  if (error) return <AppErrorView error={error} onRetry={() => void refetch()} />;
  const drafts = data?.drafts ?? [];
  return (
    <SpaceBetween size="m">
      <AutoShareList />
      <Table
        variant="full-page"
        items={drafts}
        loading={isLoading}
        trackBy="id"
        header={
          <Header variant="h1" counter={data ? `(${drafts.length})` : ''} actions={<NewOpportunityButton />}>
            {t('drafts.title')}
          </Header>
        }
        empty={<EmptyState title={t('drafts.empty')} body={t('drafts.emptySays')} action={<NewOpportunityButton />} />}
        columnDefinitions={[
          {
            id: 'name',
            header: t('drafts.name'),
            isRowHeader: true,
            cell: ({ id, name }) => <RouteLink to={toOpportunityDraftPath(id)}>{name || t('unnamed')}</RouteLink>,
          },
          {
            id: 'account',
            header: t('drafts.account'),
            cell: (draft) => {
              const found = accounts.find(({ key }) => key === draft.account);
              return found ? <AccountBadge account={found} /> : draft.account;
            },
          },
          { id: 'state', header: t('drafts.state'), cell: (draft) => <DraftState draft={draft} /> },
          {
            id: 'opportunity',
            header: t('drafts.opportunity'),
            cell: ({ account: key, opportunityId }) =>
              opportunityId === null ? (
                '-'
              ) : (
                <RouteLink to={toOpportunityPath({ account: key, opportunityId })}>{opportunityId}</RouteLink>
              ),
          },
          { id: 'saved', header: t('drafts.saved'), cell: ({ updatedAt }) => format.instant(updatedAt) },
          {
            id: 'actions',
            header: '',
            cell: (draft) => (
              <Button
                variant="inline-icon"
                iconName="remove"
                ariaLabel={`${t('drafts.remove')}: ${draft.name || t('unnamed')}`}
                onClick={() => setRemoving(draft)}
              />
            ),
          },
        ]}
      />
      {removing && <RemoveDialog draft={removing} onClose={() => setRemoving(null)} />}
    </SpaceBetween>
  );
}

function RemoveDialog({ draft, onClose }: { draft: OpportunityDraftRecord; onClose(): void }) {
  const t = useTexts('opportunity-editor');
  const remove = useCallMutation('opportunities.drafts.remove');
  return (
    <ConfirmDialog
      title={t('drafts.remove')}
      confirmText={t('drafts.remove')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ id: draft.id }, { onSuccess: onClose })}
    >
      <SpaceBetween size="xs">
        <Box variant="strong">{draft.name || t('unnamed')}</Box>
        <Box>{t('drafts.removeSays')}</Box>
      </SpaceBetween>
    </ConfirmDialog>
  );
}
