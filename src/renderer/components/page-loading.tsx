/** Stands in for a page whose code is being loaded. */
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { useTexts } from '../i18n/context.tsx';

export function PageLoading() {
  const t = useTexts('common');
  return (
    <Box padding="xxl" textAlign="center" color="text-body-secondary">
      <Spinner /> {t('loading')}
    </Box>
  );
}
