/** An address that no page answers to. */
import { NothingHere } from '../components/nothing-here.tsx';
import { useTexts } from '../i18n/context.tsx';

export function NotFoundPage() {
  const t = useTexts('common');
  return (
    <NothingHere title={t('notFound.title')} body={t('notFound.body')} back={{ text: t('notFound.home'), path: '/' }} />
  );
}
