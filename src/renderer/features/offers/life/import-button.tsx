/** Brings in one offer that was made elsewhere, by its id, without reading everything. */
import Button from '@cloudscape-design/components/button';
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
import { toOfferPath } from '../paths.ts';

export function ImportButton() {
  const t = useTexts('life');
  const [open, setOpen] = useState(false);
  const { accounts } = useAccounts();
  if (accounts.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('import.open')}</Button>
      {open && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ImportDialog({ onClose }: { onClose(): void }) {
  const t = useTexts('life');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const [account, setAccount] = useState(active ?? accounts[0]?.key ?? '');
  const [typed, setTyped] = useState('');
  const read = useCallMutation('offers.get');
  const offerId = typed.trim();
  const toOption = ({ key, name, awsAccountId }: (typeof accounts)[number]) => ({
    value: key,
    label: name,
    description: awsAccountId,
  });
  const chosen = accounts.find(({ key }) => key === account);
  return (
    <ConfirmDialog
      title={t('import.title')}
      confirmText={t('import.confirm')}
      busy={read.isPending}
      disabled={offerId === '' || account === ''}
      error={read.error}
      onClose={onClose}
      onConfirm={() =>
        read.mutate(
          { account, offerId, refresh: true },
          { onSuccess: () => void navigate(toOfferPath({ account, offerId })) },
        )
      }
    >
      <FormField label={t('import.account')}>
        <Select
          selectedOption={chosen ? toOption(chosen) : null}
          options={accounts.map(toOption)}
          onChange={({ detail }) => setAccount(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <FormField label={t('import.id')} description={t('import.says')}>
        <Input value={typed} placeholder="offer-abcdefghijklm" onChange={({ detail }) => setTyped(detail.value)} />
      </FormField>
    </ConfirmDialog>
  );
}
