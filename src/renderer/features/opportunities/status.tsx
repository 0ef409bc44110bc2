/** Where an opportunity stands, in words and colour. What this version does not know is shown as AWS says it. */
import Badge from '@cloudscape-design/components/badge';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import {
  OPPORTUNITY_ORIGINS,
  OPPORTUNITY_STAGES,
  REVIEW_STATUSES,
} from '../../../shared/domain/opportunity/opportunity.ts';
import { useTexts, type Translate } from '../../i18n/context.tsx';

const LOOKS: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  'Pending Submission': 'pending',
  Submitted: 'in-progress',
  'In review': 'in-progress',
  Approved: 'success',
  Rejected: 'error',
  'Action Required': 'warning',
};

const LISTS = { stage: OPPORTUNITY_STAGES, reviewStatus: REVIEW_STATUSES, origin: OPPORTUNITY_ORIGINS } as const;

/** AWS's word in the person's language. */
export function wordOf(t: Translate, list: keyof typeof LISTS, value: string): string {
  return LISTS[list].some((known) => known === value) ? t(`${list}.${value}`) : value;
}

export function ReviewStatus({ status }: { status: string }) {
  const t = useTexts('opportunities');
  if (status === '') return <>-</>;
  return <StatusIndicator type={LOOKS[status] ?? 'info'}>{wordOf(t, 'reviewStatus', status)}</StatusIndicator>;
}

export function StageBadge({ stage }: { stage: string }) {
  const t = useTexts('opportunities');
  if (stage === '') return <>-</>;
  const colour = stage === 'Launched' ? 'green' : stage === 'Closed Lost' ? 'grey' : 'blue';
  return <Badge color={colour}>{wordOf(t, 'stage', stage)}</Badge>;
}
