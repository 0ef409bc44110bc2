/** Drafts of authorizations on this machine: go on with one, remove one. */
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { DraftRecord } from '../../../../shared/contract/drafts.ts';
import { useCallMutation, useCallQuery } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { toAuthorizationDraftPath } from '../paths.ts';

export function AuthorizationDrafts() {
  const t = useTexts('authorizations');
  const format = useFormat();
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const { data } = useCallQuery('authorizations.drafts.list', { account });
  const [removing, setRemoving] = useState<DraftRecord | null>(null);
  const drafts = data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const nameOf = ({ name }: DraftRecord) => name || t('drafts.unnamed');
  return (
    <ExpandableSection variant="container" headerText={t('drafts.title', { count: drafts.length })}>
      <Table
        variant="embedded"
        items={drafts}
        trackBy="id"
        ariaLabels={{ tableLabel: t('drafts.title', { count: drafts.length }) }}
        columnDefinitions={[
          {
            id: 'name',
            header: t('column.name'),
            isRowHeader: true,
            cell: (draft) => <RouteLink to={toAuthorizationDraftPath(draft.id)}>{nameOf(draft)}</RouteLink>,
          },
          {
            id: 'account',
            header: t('column.account'),
            cell: (draft) => accounts.find(({ key }) => key === draft.account)?.name ?? draft.account,
          },
          { id: 'product', header: t('column.product'), cell: ({ productTitle }) => productTitle ?? '-' },
          {
            id: 'state',
            header: t('column.state'),
            cell: ({ changeId }) => t(changeId === null ? 'drafts.editing' : 'drafts.sent'),
          },
          { id: 'modified', header: t('column.modified'), cell: ({ updatedAt }) => format.instant(updatedAt) },
          {
            id: 'actions',
            header: t('drafts.actions'),
            cell: (draft) => (
              <Button
                variant="inline-link"
                ariaLabel={t('drafts.removeNamed', { name: nameOf(draft) })}
                onClick={() => setRemoving(draft)}
              >
                {t('drafts.remove')}
              </Button>
            ),
          },
        ]}
      />
      {removing && <RemoveDialog draft={removing} name={nameOf(removing)} onClose={() => setRemoving(null)} />}
    </ExpandableSection>
  );
}

function RemoveDialog({ draft, name, onClose }: { draft: DraftRecord; name: string; onClose(): void }) {
  const t = useTexts('authorizations');
  const remove = useCallMutation('authorizations.drafts.remove');
  return (
    <ConfirmDialog
      title={t('drafts.removeTitle')}
      confirmText={t('drafts.remove')}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate({ id: draft.id }, { onSuccess: onClose })}
    >
      {t('drafts.removeSays', { name })}
    </ConfirmDialog>
  );
}
