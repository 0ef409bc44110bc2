/** Where a backfill stands, and what became of each opportunity of it. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { BackfillRowState, BackfillState } from '../../../../shared/domain/opportunity/backfill.ts';
import { useTexts } from '../../../i18n/context.tsx';

const STATES: Readonly<Record<BackfillState, StatusIndicatorProps.Type>> = {
  running: 'in-progress',
  paused: 'stopped',
  held: 'warning',
  counted: 'info',
  ended: 'success',
  cancelled: 'stopped',
};

const ROWS: Readonly<Record<BackfillRowState, StatusIndicatorProps.Type>> = {
  queued: 'pending',
  new: 'success',
  changed: 'success',
  unchanged: 'success',
  current: 'success',
  'left-out': 'stopped',
  gone: 'warning',
  failed: 'error',
};

export function BackfillStatus({ state }: { state: BackfillState }) {
  const t = useTexts('backfill');
  return <StatusIndicator type={STATES[state]}>{t(`state.${state}`)}</StatusIndicator>;
}

export function BackfillRowStatus({ state }: { state: BackfillRowState }) {
  const t = useTexts('backfill');
  return <StatusIndicator type={ROWS[state]}>{t(`rowState.${state}`)}</StatusIndicator>;
}
