/** Where an invitation stands, and how long it may still be answered. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import {
  INVITATION_STATUSES,
  INVITATION_TYPES,
  type InvitationSummary,
} from '../../../shared/domain/opportunity/invitation.ts';
import { useTexts, type Translate } from '../../i18n/context.tsx';

const LOOKS: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  PENDING: 'pending',
  ACCEPTED: 'success',
  REJECTED: 'stopped',
  EXPIRED: 'error',
};

/** AWS's word in the person's language; a new one as AWS says it. */
export function statusWord(t: Translate, status: string): string {
  return INVITATION_STATUSES.some((known) => known === status) ? t(`status.${status}`) : status;
}

/** What one is invited to: a deal or a lead; what AWS adds as AWS says it. */
export function typeWord(t: Translate, payloadType: string): string {
  return INVITATION_TYPES.some((known) => known === payloadType) ? t(`type.${payloadType}`) : payloadType;
}

export function InvitationStatus({ status }: { status: string }) {
  const t = useTexts('invitations');
  return <StatusIndicator type={LOOKS[status] ?? 'info'}>{statusWord(t, status)}</StatusIndicator>;
}

/** Fewer days than that want attention. */
const SOON = 3;

export function DaysLeft({ invitation: { daysLeft } }: { invitation: Pick<InvitationSummary, 'daysLeft'> }) {
  const t = useTexts('invitations');
  if (daysLeft === null) return <>-</>;
  if (daysLeft < 0) return <StatusIndicator type="error">{t('days.past')}</StatusIndicator>;
  const text = daysLeft === 0 ? t('days.today') : t('days.left', { count: daysLeft });
  return daysLeft < SOON ? <StatusIndicator type="warning">{text}</StatusIndicator> : <>{text}</>;
}
