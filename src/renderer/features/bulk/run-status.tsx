/** Where a run stands, and where each of its rows does. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { BulkRowState, BulkRunState } from '../../../shared/domain/bulk/bulk.ts';
import { useTexts } from '../../i18n/context.tsx';

const RUN_TYPES: Readonly<Record<BulkRunState, StatusIndicatorProps.Type>> = {
  running: 'in-progress',
  held: 'warning',
  stopped: 'stopped',
  ended: 'success',
};

const ROW_TYPES: Readonly<Record<BulkRowState, StatusIndicatorProps.Type>> = {
  queued: 'pending',
  'under-way': 'in-progress',
  done: 'success',
  failed: 'error',
  'left-out': 'stopped',
};

export function RunStatus({ state }: { state: BulkRunState }) {
  const t = useTexts('bulk');
  return <StatusIndicator type={RUN_TYPES[state]}>{t(`runState.${state}`)}</StatusIndicator>;
}

export function RowStatus({ state }: { state: BulkRowState }) {
  const t = useTexts('bulk');
  return <StatusIndicator type={ROW_TYPES[state]}>{t(`rowState.${state}`)}</StatusIndicator>;
}
