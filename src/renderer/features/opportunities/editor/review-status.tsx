/** What AWS says of the opportunity: its review status, the reviewer's words, and what that means for editing. */
import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTexts } from '../../../i18n/context.tsx';
import { useOpportunity } from './context.ts';
import { usePickText } from './use-pick-text.ts';

const TYPES: Readonly<Record<string, AlertProps.Type>> = {
  'Action Required': 'warning',
  Rejected: 'error',
  Approved: 'success',
};

const KNOWN: readonly string[] = [
  'Pending Submission',
  'Submitted',
  'In review',
  'Approved',
  'Rejected',
  'Action Required',
];

export function ReviewStatusView() {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const { draft } = useOpportunity();
  if (!draft.target) return null;
  const { reviewStatus, reviewComments, reviewStatusReason } = draft.target.base.lifeCycle;
  return (
    <Alert
      type={TYPES[reviewStatus] ?? 'info'}
      header={t('review.header', { status: pick('reviewStatus', reviewStatus) || t('none') })}
    >
      <SpaceBetween size="xs">
        {KNOWN.includes(reviewStatus) && <Box>{t(`review.${reviewStatus}`)}</Box>}
        {(reviewComments || reviewStatusReason) && (
          <Box>{t('review.says', { words: [reviewStatusReason, reviewComments].filter(Boolean).join(': ') })}</Box>
        )}
      </SpaceBetween>
    </Alert>
  );
}
