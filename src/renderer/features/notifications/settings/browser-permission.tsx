/** In the browser host it is the browser that announces, and it must have been asked by a click. */
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useTexts } from '../../../i18n/context.tsx';

type State = NotificationPermission | 'unsupported';

const TYPES: Readonly<Record<State, StatusIndicatorProps.Type>> = {
  default: 'pending',
  granted: 'success',
  denied: 'stopped',
  unsupported: 'stopped',
};

export function BrowserPermission() {
  const t = useTexts('inbox');
  const [state, setState] = useState<State>(
    typeof Notification === 'undefined' ? 'unsupported' : Notification.permission,
  );
  return (
    <Container header={<Header variant="h2">{t('settings.browser.title')}</Header>}>
      <SpaceBetween size="s">
        <StatusIndicator type={TYPES[state]}>{t(`settings.browser.${state}`)}</StatusIndicator>
        {state === 'default' && (
          <Button onClick={() => void Notification.requestPermission().then(setState)}>
            {t('settings.browser.ask')}
          </Button>
        )}
      </SpaceBetween>
    </Container>
  );
}
