/** The boundary for bugs: says that a page broke, keeps the rest of the app alive. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRouteError } from 'react-router';
import { createAppError } from '../../shared/errors/app-error.ts';
import { AppErrorView } from '../components/app-error-view.tsx';
import { CallError } from '../bridge/client.ts';
import { useTexts } from '../i18n/context.tsx';

/** Pages are loaded from the host when they are first opened; without it there is nothing to show. */
const PAGE_UNREACHABLE = createAppError('host-unreachable', { action: { kind: 'reload' } });

function isPageMissing(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);
}

export function RouteFailed() {
  const t = useTexts('common');
  const error = useRouteError();
  if (error instanceof CallError) return <AppErrorView error={error} />;
  if (isPageMissing(error)) return <AppErrorView error={PAGE_UNREACHABLE} />;
  return (
    <Box padding="xxl">
      <Alert
        type="error"
        header={t('broken.title')}
        action={<Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>}
      >
        <SpaceBetween size="xs">
          <Box>{t('broken.body')}</Box>
          <Box variant="code">{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</Box>
        </SpaceBetween>
      </Alert>
    </Box>
  );
}
