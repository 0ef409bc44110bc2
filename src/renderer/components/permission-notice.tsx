/** Says in place, before anything is tried, that AWS has refused a right that this page's action needs. */
import Alert from '@cloudscape-design/components/alert';
import { plainAction } from '../../shared/domain/account/permissions.ts';
import { useTexts } from '../i18n/context.tsx';
import { policyPath } from './permitted-button.tsx';
import { RouteLink } from './route-link.tsx';
import { usePermission } from './use-permission.ts';

export function PermissionNotice({ account, actions }: { account: string; actions: readonly string[] }) {
  const t = useTexts('common');
  const permission = usePermission(account, actions);
  if (permission.state !== 'refused') return null;
  return (
    <Alert
      type="warning"
      action={
        <RouteLink to={policyPath(permission.account, permission.action)}>{t('permission.openPolicy')}</RouteLink>
      }
    >
      {t('permission.missing', { action: plainAction(permission.action) })}
    </Alert>
  );
}
