/** Why AWS did not take the offer, each reason one click away from its field. */
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Change } from '../../../../shared/domain/change/change.ts';
import { AppErrorView } from '../../../components/app-error-view.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useEditor } from '../editor/context.ts';

interface PublishFailedProps {
  readonly change: Change;
  onDismiss(): void;
}

export function PublishFailed({ change, onDismiss }: PublishFailedProps) {
  const t = useTexts('wizard');
  if (change.errors.length === 0 && change.error) return <AppErrorView error={change.error} onDismiss={onDismiss} />;
  return (
    <Alert type="error" header={t(`failed.${change.state}`)} dismissible onDismiss={onDismiss}>
      <SpaceBetween size="xs">
        <Box>{t('failed.nothingMade')}</Box>
        <ul className="plain-list">
          {change.errors.map((error) => (
            <li key={`${error.changeType} ${error.code} ${error.path}`}>
              <AwsReason error={error} />
            </li>
          ))}
        </ul>
        {change.changeSetId && (
          <Box color="text-body-secondary">{t('failed.changeSet', { id: change.changeSetId })}</Box>
        )}
      </SpaceBetween>
    </Alert>
  );
}

function AwsReason({ error: { changeType, code, message, path } }: { error: Change['errors'][number] }) {
  const t = useTexts('wizard');
  const { goTo, stepOf, titleOf } = useEditor();
  const step = path === null ? null : stepOf(path);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <span>
        <Box variant="code">{code}</Box> ({changeType}) {message}
      </span>
      {path !== null && step && (
        <Button variant="inline-link" onClick={() => goTo(path)}>
          {t('review.goTo', { step: titleOf(step) })}
        </Button>
      )}
    </SpaceBetween>
  );
}
