/** Saves the table behind a widget as a file, headed and worded in the person's language. */
import { useState } from 'react';
import { ATTENTION_KINDS, COPIED_FEATURES, type DashboardWidget } from '../../../shared/contract/dashboards.ts';
import { AUTHORIZATION_STATES } from '../../../shared/domain/authorization/authorization.ts';
import { CallError } from '../../bridge/client.ts';
import { useClient } from '../../bridge/hooks.tsx';
import { saveText } from '../../components/save-text.ts';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { useShowFlash } from '../../stores/flashes.ts';
import { COLUMN_KEYS } from './column-keys.ts';

export function useExportWidget(widget: DashboardWidget) {
  const t = useTexts('dashboards');
  const client = useClient();
  const account = useActiveAccount();
  const showFlash = useShowFlash();
  const [isPending, setPending] = useState(false);
  const words = (prefix: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, t(`${prefix}.${key}`)]));
  const start = async () => {
    setPending(true);
    try {
      const headings = {
        ...words('attention', ATTENTION_KINDS),
        ...words('feature', COPIED_FEATURES),
        ...words('state', AUTHORIZATION_STATES),
        ...words('offerState', ['draft', 'active', 'expired']),
        ...words('column', COLUMN_KEYS),
      };
      await saveText(client, await client.call('dashboards.csv', { account, widget, headings }));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      showFlash({ id: 'dashboard-export', kind: 'error', error: error.data });
    } finally {
      setPending(false);
    }
  };
  return { isPending, start: () => void start() };
}
