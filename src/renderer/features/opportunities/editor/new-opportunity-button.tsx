/** Starts an opportunity. */
import { useNavigate } from 'react-router';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { StartForAccount } from '../../../components/start-for-account.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { toOpportunityDraftPath } from '../paths.ts';

export function NewOpportunityButton() {
  const t = useTexts('opportunity-editor');
  const navigate = useNavigate();
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
  return (
    <StartForAccount text={t('drafts.new')} textChoosing={t('drafts.new')} busy={create.isPending} onStart={start} />
  );
}
