/** How a call or job ended, and which way it went. */
import Icon from '@cloudscape-design/components/icon';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { CallSummary } from '../../../shared/contract/history-calls.ts';
import type { CallDirection, CallStatus } from '../../../shared/domain/sync/call.ts';
import { useTexts } from '../../i18n/context.tsx';

const TYPES: Readonly<Record<CallStatus, StatusIndicatorProps.Type>> = {
  success: 'success',
  partial: 'warning',
  error: 'error',
  throttled: 'pending',
  'in-doubt': 'warning',
  stopped: 'stopped',
};

export function CallStatusView({ call: { status, errorCode, httpStatus } }: { call: CallSummary }) {
  const t = useTexts('sync-log');
  const details = [errorCode, httpStatus === null || status === 'success' ? null : `HTTP ${httpStatus}`];
  const shown = details.filter((each) => each !== null);
  return (
    <StatusIndicator type={TYPES[status]}>
      {t(`status.${status}`)}
      {shown.length > 0 ? ` (${shown.join(', ')})` : ''}
    </StatusIndicator>
  );
}

export function CallDirectionView({ direction }: { direction: CallDirection }) {
  const t = useTexts('sync-log');
  return (
    <>
      <Icon name={direction === 'in' ? 'arrow-down' : 'arrow-up'} size="small" /> {t(`direction.${direction}`)}
    </>
  );
}

/** How many records were in the payload and how many of them went well; nothing where it was about none. */
export function RecordCounts({ call: { records, failedRecords } }: { call: CallSummary }) {
  const t = useTexts('sync-log');
  if (records === 0) return <>–</>;
  return <>{t('processedOf', { processed: records - failedRecords, count: records })}</>;
}
