/** Whether a solution can be associated, in AWS's word; nothing where it can, unless asked for. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useTexts } from '../i18n/context.tsx';

const TYPES: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  Active: 'success',
  Inactive: 'stopped',
  Draft: 'pending',
  Gone: 'warning',
};

interface SolutionStatusProps {
  /** null: no solution, or one that this machine does not know. */
  readonly status: string | null;
  readonly showsActive?: boolean;
}

export function SolutionStatus({ status, showsActive = false }: SolutionStatusProps) {
  const t = useTexts('solutions');
  if (status === null || (status === 'Active' && !showsActive)) return null;
  const type = TYPES[status];
  return <StatusIndicator type={type ?? 'info'}>{type ? t(`status.${status}`) : status}</StatusIndicator>;
}
