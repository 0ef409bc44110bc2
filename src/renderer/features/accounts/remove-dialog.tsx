/** Removes an account from this machine, saying what goes and what stays. Nothing changes at AWS. */
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Account } from '../../../shared/domain/account/account.ts';
import { useCallMutation, useCallQuery } from '../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

export function RemoveDialog({ account, onClose }: { account: Account; onClose(): void }) {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const remove = useCallMutation('accounts.remove');
  const drafts = useCallQuery('drafts.list', { account: account.key }).data?.drafts.length ?? 0;
  const [removeDrafts, setRemoveDrafts] = useState(false);
  const confirm = () =>
    remove.mutate(
      { account: account.key, removeDrafts },
      {
        onSuccess() {
          const params = { name: account.name };
          showFlash({ id: 'account-removed', kind: 'success', messageKey: 'accounts:flash.removed', params });
          void navigate('/accounts');
        },
      },
    );
  return (
    <ConfirmDialog
      title={t('remove.title', { name: account.name })}
      confirmText={t('remove.confirm')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SpaceBetween size="s">
        <Box>{t('remove.goes')}</Box>
        <ul className="plain-list">
          <li>{t('remove.settings')}</li>
          {account.connection.kind === 'keys' && <li>{t('remove.secrets')}</li>}
          <li>{t('remove.copies')}</li>
        </ul>
        <Box>{t('remove.stays')}</Box>
        {drafts > 0 && (
          <Checkbox
            checked={removeDrafts}
            description={t('remove.draftsHint')}
            onChange={({ detail }) => setRemoveDrafts(detail.checked)}
          >
            {t('remove.drafts', { count: drafts })}
          </Checkbox>
        )}
      </SpaceBetween>
    </ConfirmDialog>
  );
}
