/** Asks before a draft at AWS is given to its partner. */
import Box from '@cloudscape-design/components/box';
import type { AuthorizationSummary } from '../../../../shared/domain/authorization/authorization.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { SummaryPairs } from './summary-pairs.tsx';

interface DialogProps {
  readonly authorization: AuthorizationSummary;
  onClose(): void;
}

export function ReleaseDialog({ authorization, onClose }: DialogProps) {
  const t = useTexts('authorizations');
  const account = useAccount(authorization.account);
  const release = useCallMutation('authorizations.releaseExisting');
  if (!account) return null;
  const wish = {
    account: authorization.account,
    authorizationId: authorization.id,
    confirmedAccountId: account.awsAccountId,
  };
  return (
    <ConfirmDialog
      title={t('release.title')}
      confirmText={t('release.confirm')}
      busy={release.isPending}
      error={release.error}
      onClose={onClose}
      onConfirm={() => release.mutate(wish, { onSuccess: onClose })}
    >
      <Box>{t('release.body')}</Box>
      <SummaryPairs account={account} authorization={authorization} sends="ReleaseResaleAuthorization" />
    </ConfirmDialog>
  );
}
