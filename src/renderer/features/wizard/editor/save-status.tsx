/** Whether what was typed is on disk. */
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useErrorTexts } from '../../../components/use-error-texts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import type { SaveState } from './autosave.ts';

interface SaveStatusProps {
  readonly save: SaveState;
  onRetry(): void;
}

export function SaveStatus({ save, onRetry }: SaveStatusProps) {
  const t = useTexts('wizard');
  const errorTexts = useErrorTexts();
  switch (save.kind) {
    case 'saved':
      return <StatusIndicator type="success">{t('save.saved')}</StatusIndicator>;
    case 'saving':
      return <StatusIndicator type="in-progress">{t('save.saving')}</StatusIndicator>;
    case 'conflict':
      return <StatusIndicator type="warning">{t('save.conflict')}</StatusIndicator>;
    case 'failed':
      return (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <LiveRegion>
            <StatusIndicator type="error">{t('save.failed', { reason: errorTexts(save.error).what })}</StatusIndicator>
          </LiveRegion>
          <Button variant="inline-link" onClick={onRetry}>
            {t('save.retry')}
          </Button>
        </SpaceBetween>
      );
  }
}
