/** Where an agreement stands, in words and colour. A status that this version does not know is shown as AWS says it. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { AGREEMENT_STATUSES, type AgreementSummary } from '../../../shared/domain/agreement/agreement.ts';
import { useTexts, type Translate } from '../../i18n/context.tsx';

const LOOKS: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  ACTIVE: 'success',
  RENEWED: 'info',
  REPLACED: 'info',
  TERMINATED: 'error',
  ROLLED_BACK: 'warning',
};

export function statusText(t: Translate, status: string): string {
  return AGREEMENT_STATUSES.some((known) => known === status) ? t(`status.${status}`) : status;
}

export function AgreementStatus({ agreement }: { agreement: Pick<AgreementSummary, 'status' | 'startsLater'> }) {
  const t = useTexts('agreements');
  if (agreement.startsLater) return <StatusIndicator type="pending">{t('status.startsLater')}</StatusIndicator>;
  return (
    <StatusIndicator type={LOOKS[agreement.status] ?? 'stopped'}>{statusText(t, agreement.status)}</StatusIndicator>
  );
}
