/** Starts an offer set. */
import { StartForAccount } from '../../../components/start-for-account.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useCreateSetDraft } from '../use-create.ts';

export function NewOfferSetButton() {
  const t = useTexts('offersets');
  const draft = useCreateSetDraft();
  return (
    <StartForAccount
      text={t('new.set')}
      textChoosing={t('new.setFor')}
      busy={draft.isPending}
      onStart={(account) => draft.start({ account })}
    />
  );
}
