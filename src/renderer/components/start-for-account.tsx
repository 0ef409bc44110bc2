/** Starts something new for the active account, or for the one that is chosen here; without any account it leads to them. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { useActiveAccount } from '../stores/active-account.ts';
import { useAccounts } from './use-accounts.ts';

interface StartForAccountProps {
  /** What is started. */
  readonly text: string;
  /** The same where the account is still to be chosen. */
  readonly textChoosing: string;
  readonly busy: boolean;
  onStart(account: string): void;
}

export function StartForAccount({ text, textChoosing, busy, onStart }: StartForAccountProps) {
  const t = useTexts('common');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const only = active ?? (accounts.length === 1 ? accounts[0]?.key : undefined);
  if (accounts.length === 0) {
    return <Button onClick={() => void navigate('/accounts')}>{t('addSellerAccount')}</Button>;
  }
  if (only !== undefined) {
    return (
      <Button variant="primary" loading={busy} onClick={() => onStart(only)}>
        {text}
      </Button>
    );
  }
  return (
    <ButtonDropdown
      variant="primary"
      loading={busy}
      items={accounts.map(({ key, name, awsAccountId }) => ({ id: key, text: name, secondaryText: awsAccountId }))}
      onItemClick={({ detail }) => onStart(detail.id)}
    >
      {textChoosing}
    </ButtonDropdown>
  );
}
