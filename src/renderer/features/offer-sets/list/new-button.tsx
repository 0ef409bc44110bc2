/** Starts an offer set, for the active account or for the one that is chosen here. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useCreateSetDraft } from '../use-create.ts';

export function NewOfferSetButton() {
  const t = useTexts('offersets');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const draft = useCreateSetDraft();
  const only = active ?? (accounts.length === 1 ? accounts[0]?.key : undefined);
  if (accounts.length === 0) {
    return <Button onClick={() => void navigate('/accounts')}>{t('new.addAccount')}</Button>;
  }
  if (only !== undefined) {
    return (
      <Button variant="primary" loading={draft.isPending} onClick={() => draft.start({ account: only })}>
        {t('new.set')}
      </Button>
    );
  }
  return (
    <ButtonDropdown
      variant="primary"
      loading={draft.isPending}
      items={accounts.map(({ key, name, awsAccountId }) => ({ id: key, text: name, secondaryText: awsAccountId }))}
      onItemClick={({ detail }) => draft.start({ account: detail.id })}
    >
      {t('new.setFor')}
    </ButtonDropdown>
  );
}
