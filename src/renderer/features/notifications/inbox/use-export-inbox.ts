/** Saves what the inbox shows as a file. */
import { useState } from 'react';
import type { NotificationFilter } from '../../../../shared/contract/notifications.ts';
import { CallError } from '../../../bridge/client.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { saveText } from '../../../components/save-text.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

export function useExportInbox(filter: NotificationFilter) {
  const t = useTexts('inbox');
  const client = useClient();
  const showFlash = useShowFlash();
  const [isPending, setPending] = useState(false);
  const headings = {
    time: t('column.time'),
    account: t('column.account'),
    kind: t('column.kind'),
    type: t('details.type'),
    title: t('export.name'),
    ids: t('column.about'),
    buyer: t('column.buyer'),
    status: t('column.status'),
    read: t('export.read'),
  };
  const start = async (format: 'csv' | 'json') => {
    setPending(true);
    try {
      const { count: _count, ...file } = await client.call('notifications.export', { filter, format, headings });
      await saveText(client, file);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showFlash({ id: 'inbox-export', kind: 'error', error: error.data });
    } finally {
      setPending(false);
    }
  };
  return { isPending, start: (format: 'csv' | 'json') => void start(format) };
}
