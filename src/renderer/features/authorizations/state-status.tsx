/** Where an authorization stands, in words and colour. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { AuthorizationState } from '../../../shared/domain/authorization/authorization.ts';
import { useTexts } from '../../i18n/context.tsx';

const LOOKS: Record<AuthorizationState, StatusIndicatorProps.Type> = {
  draft: 'pending',
  authorized: 'success',
  reusable: 'success',
  consumed: 'info',
  expired: 'stopped',
  deactivated: 'error',
};

export function AuthorizationStateStatus({ state }: { state: AuthorizationState }) {
  const t = useTexts('authorizations');
  return <StatusIndicator type={LOOKS[state]}>{t(`state.${state}`)}</StatusIndicator>;
}
