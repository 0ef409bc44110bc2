/** Where a request stands, and what it asks for, in words. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import {
  ADJUSTMENT_REASONS,
  CANCELLATION_REASONS,
  REQUEST_STATUSES,
  type AgreementRequest,
} from '../../../../shared/domain/agreement/request.ts';
import { useTexts, type Translate } from '../../../i18n/context.tsx';

const LOOKS: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  VALIDATING: 'in-progress',
  PENDING: 'in-progress',
  PENDING_APPROVAL: 'pending',
  APPROVED: 'success',
  COMPLETED: 'success',
  REJECTED: 'error',
  VALIDATION_FAILED: 'error',
};

export function RequestStatus({ status }: Pick<AgreementRequest, 'status'>) {
  const t = useTexts('requests');
  const text = REQUEST_STATUSES.some((known) => known === status) ? t(`status.${status}`) : status;
  return <StatusIndicator type={LOOKS[status] ?? 'stopped'}>{text}</StatusIndicator>;
}

const REASONS: readonly string[] = [...CANCELLATION_REASONS, ...ADJUSTMENT_REASONS];

export function reasonText(t: Translate, reason: string): string {
  return REASONS.includes(reason) ? t(`reason.${reason}`) : reason;
}

/** What a request is about: its name, its invoice or its reason. */
export function requestTitle(t: Translate, { kind, title }: Pick<AgreementRequest, 'kind' | 'title'>): string {
  return kind === 'cancellation' ? reasonText(t, title) : title;
}
