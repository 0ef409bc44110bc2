/**
 * A button for something that AWS or the account's persona may not allow. It greys out with the reason and a link to the policy when
 * AWS has refused one of its IAM actions to the account's credentials, and is not there for a persona that does not do such things.
 *
 *     <PermittedButton account={key} actions={[startChangeSet('ReleaseOffer')]} deed="sell" onClick={…}>…</PermittedButton>
 *
 * `account` null or a list: greyed out only when every account concerned has been refused. `deed` is optional.
 */
import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Deed } from '../../shared/domain/account/persona.ts';
import { plainAction } from '../../shared/domain/account/permissions.ts';
import { useTexts } from '../i18n/context.tsx';
import { RouteLink } from './route-link.tsx';
import { usePermission } from './use-permission.ts';

interface PermittedButtonProps extends ButtonProps {
  /** Key of the account whose credentials would act; null for all that the window works with. */
  readonly account: string | readonly string[] | null;
  /** IAM actions as a policy names them, or `startChangeSet(changeType)`. */
  readonly actions: readonly string[];
  readonly deed?: Deed;
}

export function PermittedButton({ account, actions, deed, ...button }: PermittedButtonProps) {
  const t = useTexts('common');
  const permission = usePermission(account, actions, deed);
  if (permission.state === 'not-for-persona') return null;
  if (permission.state === 'allowed') return <Button {...button} />;
  const action = plainAction(permission.action);
  return (
    <SpaceBetween direction="horizontal" size="xxs" alignItems="center">
      <Button {...button} disabled disabledReason={t('permission.missing', { action })} />
      <RouteLink
        to={policyPath(permission.account, permission.action)}
        variant="info"
        ariaLabel={t('permission.whyLabel', { action })}
      >
        {t('permission.why')}
      </RouteLink>
    </SpaceBetween>
  );
}

/** The place on the account's page that says which right is missing and how to add it. */
export function policyPath(account: string, action: string): string {
  return `/accounts/${encodeURIComponent(account)}?${new URLSearchParams({ missing: action })}`;
}
