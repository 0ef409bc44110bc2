/** Starts an authorization. */
import { StartForAccount } from '../../../components/start-for-account.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useCreateAuthorizationDraft } from '../use-create.ts';

export function NewAuthorizationButton() {
  const t = useTexts('authorizations');
  const draft = useCreateAuthorizationDraft();
  return (
    <StartForAccount
      text={t('new.authorization')}
      textChoosing={t('new.authorizationFor')}
      busy={draft.isPending}
      onStart={(account) => draft.start({ account })}
    />
  );
}
