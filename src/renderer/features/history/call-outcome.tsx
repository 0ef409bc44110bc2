/** How a call ended: answered, refused with a code, or without any answer on record. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { CallSummary } from '../../../shared/contract/history.ts';
import { useTexts } from '../../i18n/context.tsx';

const TYPES = { ok: 'success', failed: 'error', unanswered: 'warning' } as const;

export function CallOutcome({ call: { outcome, errorCode, httpStatus } }: { call: CallSummary }) {
  const t = useTexts('history');
  const details = [errorCode, httpStatus === null ? null : `HTTP ${httpStatus}`].filter((each) => each !== null);
  return (
    <StatusIndicator type={TYPES[outcome]}>
      {t(`outcome.${outcome}`)}
      {outcome === 'failed' && details.length > 0 ? ` (${details.join(', ')})` : ''}
    </StatusIndicator>
  );
}
