/** An address of an account that is not (or no longer) set up here. */
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { useTexts } from '../../i18n/context.tsx';

export function AccountNotFound() {
  const t = useTexts('accounts');
  const navigate = useNavigate();
  return (
    <Box padding="xxl">
      <EmptyState
        title={t('notFound.title')}
        body={t('notFound.body')}
        action={<Button onClick={() => void navigate('/accounts')}>{t('notFound.back')}</Button>}
      />
    </Box>
  );
}
