/** Starts an offer from the list of drafts. */
import { StartForAccount } from '../../components/start-for-account.tsx';
import { useCreateDraft } from '../../components/use-create-draft.ts';
import { useTexts } from '../../i18n/context.tsx';

export function NewDraftButton() {
  const t = useTexts('drafts');
  const draft = useCreateDraft();
  return (
    <StartForAccount
      text={t('new')}
      textChoosing={t('newFor')}
      busy={draft.isPending}
      onStart={(account) => draft.start({ account, productId: null, fromOfferId: null })}
    />
  );
}
