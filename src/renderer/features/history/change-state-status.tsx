/** Where a write stands. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ChangeState } from '../../../shared/domain/change/change.ts';
import { useTexts } from '../../i18n/context.tsx';

const TYPES: Readonly<Record<ChangeState, StatusIndicatorProps.Type>> = {
  intended: 'pending',
  'eula-uploaded': 'in-progress',
  sending: 'in-progress',
  sent: 'in-progress',
  succeeded: 'success',
  verified: 'success',
  failed: 'error',
  cancelled: 'stopped',
  refused: 'error',
};

export function ChangeStateStatus({ state }: { state: ChangeState }) {
  const t = useTexts('offers');
  return <StatusIndicator type={TYPES[state]}>{t(`changeState.${state}`)}</StatusIndicator>;
}
