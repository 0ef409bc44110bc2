/** Starts an offer: for the active account, or after asking for which one. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { useAccounts } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { useShowFlash } from '../../stores/flashes.ts';

export function NewDraftButton() {
  const t = useTexts('drafts');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const showFlash = useShowFlash();
  const create = useCallMutation('drafts.create');
  const start = (account: string) =>
    create.mutate(
      { account, productId: null, fromOfferId: null },
      {
        onSuccess: ({ id }) => void navigate(`/drafts/${encodeURIComponent(id)}`),
        onError: (error) => showFlash({ id: 'draft-create', kind: 'error', error: error.data }),
      },
    );
  const only = active ?? (accounts.length === 1 ? accounts[0]?.key : undefined);
  if (accounts.length === 0) {
    return <Button onClick={() => void navigate('/accounts')}>{t('addAccount')}</Button>;
  }
  if (only) {
    return (
      <Button variant="primary" loading={create.isPending} onClick={() => start(only)}>
        {t('new')}
      </Button>
    );
  }
  return (
    <ButtonDropdown
      variant="primary"
      loading={create.isPending}
      items={accounts.map(({ key, name, awsAccountId }) => ({ id: key, text: name, secondaryText: awsAccountId }))}
      onItemClick={({ detail }) => start(detail.id)}
    >
      {t('newFor')}
    </ButtonDropdown>
  );
}
