/** Saves the set-up as a CloudFormation template, for accounts whose infrastructure is kept in stacks. */
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { QueueConfig } from '../../../../shared/domain/notification/queue.ts';
import { CallError } from '../../../bridge/client.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

interface TemplateButtonProps {
  readonly account: string;
  readonly config: QueueConfig;
  readonly disabled: boolean;
}

export function TemplateButton({ account, config, disabled }: TemplateButtonProps) {
  const t = useTexts('inbox');
  const client = useClient();
  const showFlash = useShowFlash();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await saveText(client, await client.call('notifications.template', { account, config }));
      showFlash({ id: 'event-template', kind: 'info', messageKey: 'inbox:setup.templateSaved' });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showFlash({ id: 'event-template', kind: 'error', error: error.data });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button iconName="download" loading={busy} disabled={disabled} onClick={() => void save()}>
      {t('setup.template')}
    </Button>
  );
}
