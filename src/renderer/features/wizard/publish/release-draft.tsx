/** Releases an offer that stands as a draft at AWS, once it has been read back and compared. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import { useState } from 'react';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';

interface ReleaseDraftProps {
  readonly change: Change;
  readonly offerId: string;
  onFollow(change: Change): void;
}

export function ReleaseDraft({ change, offerId, onFollow }: ReleaseDraftProps) {
  const t = useTexts('wizard');
  const account = useAccount(change.account);
  const [asking, setAsking] = useState(false);
  const release = useCallMutation('offers.releaseExisting');
  return (
    <>
      <Alert
        action={
          <PermittedButton
            account={change.account}
            actions={[startChangeSet('ReleaseOffer')]}
            onClick={() => setAsking(true)}
          >
            {t('publish.release.confirm')}
          </PermittedButton>
        }
      >
        {t('published.draftBody')}
      </Alert>
      {asking && account && (
        <ConfirmDialog
          title={t('publish.release.title', { name: account.name })}
          confirmText={t('publish.release.confirm')}
          busy={release.isPending}
          error={release.error}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            release.mutate(
              { account: change.account, offerId, confirmedAccountId: account.awsAccountId },
              { onSuccess: (answer) => onFollow(answer.change) },
            )
          }
        >
          <Box>{t('publish.release.body')}</Box>
          <Box>
            {t('progress.account', { name: account.name, id: account.awsAccountId })} · {offerId}
          </Box>
        </ConfirmDialog>
      )}
    </>
  );
}
