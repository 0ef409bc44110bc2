/** The whole window when the core cannot be reached at the start. Plain elements: nothing else may be needed to say this. */
import Box from '@cloudscape-design/components/box';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { AppError } from '../../shared/errors/app-error.ts';
import { AppErrorDetails } from '../components/app-error-details.tsx';
import { useErrorTexts } from '../components/use-error-texts.ts';
import { useTexts } from '../i18n/context.tsx';

export function BootFailed({ error }: { error: AppError }) {
  const t = useTexts('common');
  const { what, next } = useErrorTexts()(error);
  return (
    <main className="boot-failed">
      <Box variant="h1" padding={{ bottom: 'm' }}>
        {t('app.name')}
      </Box>
      <Alert
        type="error"
        header={what}
        action={<Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>}
      >
        {next}
        <AppErrorDetails error={error} />
      </Alert>
    </main>
  );
}
