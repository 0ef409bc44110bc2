/** How an account signs in, in one line. */
import type { Connection } from '../../../shared/domain/account/account.ts';
import { useAccounts } from '../../components/use-accounts.ts';
import { useTexts } from '../../i18n/context.tsx';

export function useConnectionSummary(): (connection: Connection) => string {
  const t = useTexts('accounts');
  const { accounts } = useAccounts();
  return (connection) => {
    switch (connection.kind) {
      case 'practice':
        return t('summary.practice');
      case 'profile':
        return t('summary.profile', { profile: connection.profile });
      case 'keys':
        return t(`summary.keys-${connection.persistence}`);
      case 'role': {
        const { source } = connection;
        const name =
          source.kind === 'profile'
            ? source.profile
            : (accounts.find(({ key }) => key === source.account)?.name ?? source.account);
        return t(`summary.role-${source.kind}`, { name });
      }
    }
  };
}
