/** Starts an opportunity: for the active account, or after asking for which one. */
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { useAccounts } from '../../../components/use-accounts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useActiveAccount } from '../../../stores/active-account.ts';
import { useShowFlash } from '../../../stores/flashes.ts';
import { toOpportunityDraftPath } from '../paths.ts';

export function NewOpportunityButton() {
  const t = useTexts('opportunity-editor');
  const navigate = useNavigate();
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const showFlash = useShowFlash();
  const create = useCallMutation('opportunities.drafts.create');
  const start = (account: string) =>
    create.mutate(
      { account },
      {
        onSuccess: ({ id }) => void navigate(toOpportunityDraftPath(id)),
        onError: (error) => showFlash({ id: 'opportunity-create', kind: 'error', error: error.data }),
      },
    );
  const only = active ?? (accounts.length === 1 ? accounts[0]?.key : undefined);
  if (only) {
    return (
      <Button variant="primary" loading={create.isPending} onClick={() => start(only)}>
        {t('drafts.new')}
      </Button>
    );
  }
  return (
    <ButtonDropdown
      variant="primary"
      loading={create.isPending}
      disabled={accounts.length === 0}
      items={accounts.map(({ key, name, awsAccountId }) => ({ id: key, text: name, secondaryText: awsAccountId }))}
      onItemClick={({ detail }) => start(detail.id)}
    >
      {t('drafts.new')}
    </ButtonDropdown>
  );
}
