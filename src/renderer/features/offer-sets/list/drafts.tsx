/** Drafts of offer sets on this machine: go on with one, remove one. */
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
import { toSetDraftPath } from '../paths.ts';

export function OfferSetDrafts() {
  const t = useTexts('offersets');
  const format = useFormat();
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const { data } = useCallQuery('offersets.drafts.list', { account });
  const [removing, setRemoving] = useState<DraftRecord | null>(null);
  const drafts = data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const nameOf = ({ name }: DraftRecord) => name || t('drafts.unnamed');
  const title = t('drafts.title', { count: drafts.length });
  return (
    <ExpandableSection variant="container" headerText={title} defaultExpanded>
      <Table
        variant="embedded"
        items={drafts}
        trackBy="id"
        ariaLabels={{ tableLabel: title }}
        columnDefinitions={[
          {
            id: 'name',
            header: t('column.name'),
            isRowHeader: true,
            cell: (draft) => <RouteLink to={toSetDraftPath(draft.id)}>{nameOf(draft)}</RouteLink>,
          },
          {
            id: 'account',
            header: t('column.account'),
            cell: (draft) => accounts.find(({ key }) => key === draft.account)?.name ?? draft.account,
          },
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
  const t = useTexts('offersets');
  const remove = useCallMutation('offersets.drafts.remove');
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
