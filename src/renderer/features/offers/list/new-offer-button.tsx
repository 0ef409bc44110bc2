/** Starts an offer from the list of offers. */
import { StartForAccount } from '../../../components/start-for-account.tsx';
import { useCreateDraft } from '../../../components/use-create-draft.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function NewOfferButton() {
  const t = useTexts('offers');
  const draft = useCreateDraft();
  return (
    <StartForAccount
      text={t('new.offer')}
      textChoosing={t('new.offerFor')}
      busy={draft.isPending}
      onStart={(account) => draft.start({ account, productId: null, fromOfferId: null })}
    />
  );
}
