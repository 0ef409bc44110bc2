/** An address of an account that is not (or no longer) set up here. */
import { NothingHere } from '../../components/nothing-here.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function AccountNotFound() {
  const t = useTexts('accounts');
  return (
    <NothingHere
      title={t('notFound.title')}
      body={t('notFound.body')}
      back={{ text: t('notFound.back'), path: '/accounts' }}
    />
  );
}
