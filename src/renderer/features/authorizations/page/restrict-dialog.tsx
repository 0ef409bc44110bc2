/** Deactivating is one way: says what stays valid, and asks for the name to be typed. */
import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { useState } from 'react';
import type { AuthorizationSummary } from '../../../../shared/domain/authorization/authorization.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { SummaryPairs } from './summary-pairs.tsx';

interface RestrictDialogProps {
  readonly authorization: AuthorizationSummary;
  onClose(): void;
}

export function RestrictDialog({ authorization, onClose }: RestrictDialogProps) {
  const t = useTexts('authorizations');
  const account = useAccount(authorization.account);
  const restrict = useCallMutation('authorizations.restrict');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  if (!account) return null;
  const name = authorization.name || authorization.id;
  const isTyped = typed.trim() === name.trim();
  return (
    <ConfirmDialog
      title={t('restrict.title')}
      confirmText={t('restrict.confirm')}
      busy={restrict.isPending}
      error={restrict.error}
      onClose={onClose}
      onConfirm={() => {
        setAsked(true);
        if (!isTyped || restrict.isPending) return;
        restrict.mutate(
          {
            account: authorization.account,
            authorizationId: authorization.id,
            confirmedAccountId: account.awsAccountId,
            typedName: typed,
          },
          { onSuccess: onClose },
        );
      }}
    >
      <Alert type="warning" header={t('restrict.final')}>
        {t('restrict.body')}
      </Alert>
      <SummaryPairs account={account} authorization={authorization} sends="RestrictResaleAuthorization" />
      <FormField
        label={t('restrict.type', { name })}
        errorText={asked && !isTyped ? t('restrict.typedWrong', { name }) : null}
      >
        <Input value={typed} invalid={asked && !isTyped} onChange={({ detail }) => setTyped(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
