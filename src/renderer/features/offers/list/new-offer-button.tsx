/** Starts an offer, for the active account or for the one that is chosen here. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useCreateDraft } from '../../../components/use-create-draft.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';

export function NewOfferButton() {
  const t = useTexts('offers');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const draft = useCreateDraft();
  const start = (account: string) => draft.start({ account, productId: null, fromOfferId: null });
  const only = active ?? (accounts.length === 1 ? accounts[0]?.key : undefined);
  if (accounts.length === 0) {
    return <Button onClick={() => void navigate('/accounts')}>{t('new.addAccount')}</Button>;
  }
  if (only !== undefined) {
    return (
      <Button variant="primary" loading={draft.isPending} onClick={() => start(only)}>
        {t('new.offer')}
      </Button>
    );
  }
  return (
    <ButtonDropdown
      variant="primary"
      loading={draft.isPending}
      items={accounts.map(({ key, name, awsAccountId }) => ({ id: key, text: name, secondaryText: awsAccountId }))}
      onItemClick={({ detail }) => start(detail.id)}
    >
      {t('new.offerFor')}
    </ButtonDropdown>
  );
}
