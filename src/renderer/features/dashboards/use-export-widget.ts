/** The table behind a widget as a file, headed and worded in the person's language. */
import { ATTENTION_KINDS, COPIED_FEATURES, type DashboardWidget } from '../../../shared/contract/dashboards.ts';
import { AUTHORIZATION_STATES } from '../../../shared/domain/authorization/authorization.ts';
import { useClient } from '../../bridge/hooks.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useActiveAccount } from '../../stores/active-account.ts';
import { COLUMN_KEYS } from './column-keys.ts';
import { useExport, type Exporting } from './use-export.ts';

export function useExportWidget(widget: DashboardWidget): Exporting {
  const t = useTexts('dashboards');
  const client = useClient();
  const account = useActiveAccount();
  const words = (prefix: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, t(`${prefix}.${key}`)]));
  return useExport(() =>
    client.call('dashboards.csv', {
      account,
      widget,
      headings: {
        ...words('attention', ATTENTION_KINDS),
        ...words('feature', COPIED_FEATURES),
        ...words('state', AUTHORIZATION_STATES),
        ...words('offerState', ['draft', 'active', 'expired']),
        ...words('column', COLUMN_KEYS),
      },
    }),
  );
}
