/** Reads one agreement by its id, e.g. one that somebody has just written in a mail. */
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { toAgreementPath } from '../paths.ts';

export function ImportDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('agreements');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const [account, setAccount] = useState(active ?? accounts[0]?.key ?? '');
  const [id, setId] = useState('');
  const [asked, setAsked] = useState(false);
  const read = useCallMutation('agreements.import');
  const options = accounts.map(({ key, name, awsAccountId }) => ({
    value: key,
    label: name,
    description: awsAccountId,
  }));
  const agreementId = id.trim();
  const isEmpty = agreementId === '';
  const start = () => {
    setAsked(true);
    if (isEmpty || account === '') return;
    read.mutate(
      { account, agreementId },
      { onSuccess: () => void navigate(toAgreementPath({ account, agreementId })) },
    );
  };
  return (
    <ConfirmDialog
      title={t('import.title')}
      confirmText={t('import.confirm')}
      busy={read.isPending}
      error={read.error}
      onClose={onClose}
      onConfirm={start}
    >
      <FormField label={t('column.account')}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === account) ?? null}
          onChange={({ detail }) => setAccount(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <FormField
        label={t('column.id')}
        constraintText={t('import.says')}
        errorText={asked && isEmpty ? t('import.missing') : undefined}
      >
        <Input
          value={id}
          placeholder="agmt-"
          onChange={({ detail }) => setId(detail.value)}
          onKeyDown={({ detail }) => detail.key === 'Enter' && start()}
        />
      </FormField>
    </ConfirmDialog>
  );
}
