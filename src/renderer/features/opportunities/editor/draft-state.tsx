/** Where a draft stands: only on this machine, on its way, stopped on it, or at AWS and how AWS reviews it. */
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { OpportunityDraftRecord } from '../../../../shared/contract/opportunity-drafts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ReviewStatus } from '../status.tsx';

export function DraftState({ draft: { opportunityId, reviewStatus, sending } }: { draft: OpportunityDraftRecord }) {
  const t = useTexts('opportunity-editor');
  if (sending === 'running') return <StatusIndicator type="in-progress">{t('draftState.sending')}</StatusIndicator>;
  if (sending === 'stopped') return <StatusIndicator type="warning">{t('draftState.stopped')}</StatusIndicator>;
  if (opportunityId === null) return <StatusIndicator type="stopped">{t('draftState.here')}</StatusIndicator>;
  if (reviewStatus === '') return <StatusIndicator type="info">{t('draftState.atAws')}</StatusIndicator>;
  if (reviewStatus === 'Pending Submission') {
    return <StatusIndicator type="pending">{t('draftState.draftAtAws')}</StatusIndicator>;
  }
  return <ReviewStatus status={reviewStatus} />;
}
