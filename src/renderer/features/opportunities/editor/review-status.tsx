/** What AWS says of the opportunity: its review status, the reviewer's words, and what that means for editing. */
import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useEffectEvent } from 'react';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
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

/** While AWS reviews, it is asked this often; an event or the next sync brings the news too. */
const ASK_MS = 30_000;

const MOVING: readonly string[] = ['Submitted', 'In review'];

export function ReviewStatusView() {
  const t = useTexts('opportunity-editor');
  const pick = usePickText();
  const { draft } = useOpportunity();
  const refresh = useRefresh();
  if (!draft.target) return null;
  const { reviewStatus, reviewComments, reviewStatusReason } = draft.target.base.lifeCycle;
  return (
    <Alert
      type={TYPES[reviewStatus] ?? 'info'}
      action={
        <Button loading={refresh.isPending} onClick={refresh.start}>
          {t('review.refresh')}
        </Button>
      }
      header={t('review.header', { status: pick('reviewStatus', reviewStatus) || t('none') })}
    >
      <SpaceBetween size="xs">
        {KNOWN.includes(reviewStatus) && <Box>{t(`review.${reviewStatus}`)}</Box>}
        {(reviewComments !== '' || reviewStatusReason !== '') && (
          <Box>{t('review.says', { words: [reviewStatusReason, reviewComments].filter(Boolean).join(': ') })}</Box>
        )}
      </SpaceBetween>
    </Alert>
  );
}

/** Reads the opportunity into the copy; the draft follows the copy where nothing typed clashes. */
function useRefresh(): { readonly isPending: boolean; start(): void } {
  const { accountKey, draft } = useOpportunity();
  const showFlash = useShowFlash();
  const read = useCallMutation('opportunities.get');
  const opportunityId = draft.target?.opportunityId ?? null;
  const isMoving = MOVING.includes(draft.target?.base.lifeCycle.reviewStatus ?? '');
  const ask = (isQuiet: boolean) => {
    if (opportunityId === null || read.isPending) return;
    read.mutate(
      { account: accountKey, opportunityId, refresh: true },
      {
        onError: (error) => {
          if (!isQuiet) showFlash({ id: 'opportunity-refresh', kind: 'error', error: error.data });
        },
      },
    );
  };
  const look = useEffectEvent(() => ask(true));
  useEffect(() => {
    if (!isMoving) return;
    const timer = window.setInterval(() => look(), ASK_MS);
    return () => window.clearInterval(timer);
  }, [isMoving]);
  return { isPending: read.isPending, start: () => ask(false) };
}
