/** An address that no page answers to. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useNavigate } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { useTexts } from '../i18n/context.tsx';
import { usePage } from '../stores/page.ts';

export function NotFoundPage() {
  const t = useTexts('common');
  const navigate = useNavigate();
  usePage({ title: t('notFound.title') });
  return (
    <Box padding="xxl">
      <EmptyState
        title={t('notFound.title')}
        body={t('notFound.body')}
        action={<Button onClick={() => void navigate('/')}>{t('notFound.home')}</Button>}
      />
    </Box>
  );
}
