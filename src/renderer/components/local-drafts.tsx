/** Drafts of one kind on this machine, under their list: go on with one, remove one. */
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { DraftRecord } from '../../shared/contract/drafts.ts';
import { useCallMutation, useCallQuery } from '../bridge/hooks.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { RouteLink } from './route-link.tsx';
import { useAccounts } from './use-accounts.ts';
import { useFormat, useTexts } from '../i18n/context.tsx';
import { useActiveAccount } from '../stores/active-account.ts';

interface LocalDraftsProps {
  /** Its methods are `<feature>.drafts.list` and `.remove`, its texts `drafts.*`. */
  readonly feature: 'authorizations' | 'offersets';
  /** For drafts that are about one product. */
  readonly withProduct?: boolean;
  toPath(id: string): string;
}

export function LocalDrafts({ feature, withProduct = false, toPath }: LocalDraftsProps) {
  const t = useTexts(feature);
  const format = useFormat();
  const account = useActiveAccount();
  const { accounts } = useAccounts();
  const { data } = useCallQuery(`${feature}.drafts.list`, { account });
  const [removing, setRemoving] = useState<DraftRecord | null>(null);
  const drafts = data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const title = t('drafts.title', { count: drafts.length });
  const nameOf = ({ name }: DraftRecord) => name || t('drafts.unnamed');
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
            cell: (draft) => <RouteLink to={toPath(draft.id)}>{nameOf(draft)}</RouteLink>,
          },
          {
            id: 'account',
            header: t('column.account'),
            cell: (draft) => accounts.find(({ key }) => key === draft.account)?.name ?? draft.account,
          },
          ...(withProduct
            ? [
                {
                  id: 'product',
                  header: t('column.product'),
                  cell: ({ productTitle }: DraftRecord) => productTitle ?? '-',
                },
              ]
            : []),
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
      {removing && (
        <RemoveDialog feature={feature} draft={removing} name={nameOf(removing)} onClose={() => setRemoving(null)} />
      )}
    </ExpandableSection>
  );
}

interface RemoveDialogProps extends Pick<LocalDraftsProps, 'feature'> {
  readonly draft: DraftRecord;
  readonly name: string;
  onClose(): void;
}

function RemoveDialog({ feature, draft, name, onClose }: RemoveDialogProps) {
  const t = useTexts(feature);
  const remove = useCallMutation(`${feature}.drafts.remove`);
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
