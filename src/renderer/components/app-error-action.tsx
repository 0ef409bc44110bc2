/** The one button of an error: what the core proposes as the next action. */
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { useNavigate } from 'react-router';
import type { AppError } from '../../shared/errors/app-error.ts';
import { toDraftPath } from './draft-path.ts';
import { useTexts } from '../i18n/context.tsx';

export function AppErrorAction({ error, onRetry }: { error: AppError; onRetry?: () => void }) {
  const t = useTexts('common');
  const navigate = useNavigate();
  const { action } = error;
  switch (action?.kind) {
    case 'copy-command':
      return (
        <CopyToClipboard
          copyButtonText={t('error.copyCommand')}
          textToCopy={action.command}
          copySuccessText={t('copied')}
          copyErrorText={t('copyFailed')}
        />
      );
    case 'open-account':
      return (
        <Button onClick={() => void navigate(`/accounts/${encodeURIComponent(action.account)}`)}>
          {t('error.openAccount')}
        </Button>
      );
    case 'open-draft':
      return (
        <Button onClick={() => void navigate(toDraftPath(action.draftId, action.path))}>{t('error.openDraft')}</Button>
      );
    case 'reload':
      return <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>;
    case 'retry':
    case undefined:
      return onRetry && (action || error.retryable) ? <Button onClick={onRetry}>{t('retry')}</Button> : null;
  }
}
