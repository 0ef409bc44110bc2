/** Where a draft stands: only on this machine, on its way, stopped on it, or at AWS and how AWS reviews it. */
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { OpportunityDraftRecord } from '../../../../shared/contract/opportunity-drafts.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ReviewStatus } from '../status.tsx';

interface DraftStateProps {
  readonly draft: OpportunityDraftRecord;
}

export function DraftState({ draft }: DraftStateProps) {
  const t = useTexts('opportunity-editor');
  const { unsentEdits, sending } = draft;
  if (!unsentEdits || sending === 'running') return <Standing draft={draft} />;
  return (
    <SpaceBetween size="xxs">
      <StatusIndicator type="warning">{t('draftState.unsentEdits')}</StatusIndicator>
      <Standing draft={draft} />
    </SpaceBetween>
  );
}

function Standing({ draft: { opportunityId, reviewStatus, sending } }: DraftStateProps) {
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
