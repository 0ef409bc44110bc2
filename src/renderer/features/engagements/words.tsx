/** AWS's words about engagements in the person's language; a new one as AWS says it. */
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { CONTEXT_TYPES, QUALIFICATIONS } from '../../../shared/domain/engagement/engagement.ts';
import { useTexts, type Translate } from '../../i18n/context.tsx';

export function contextWord(t: Translate, type: string): string {
  return CONTEXT_TYPES.some((known) => known === type) ? t(`context.${type}`) : type;
}

export function qualificationWord(t: Translate, qualification: string): string {
  return QUALIFICATIONS.some((known) => known === qualification) ? t(`qualification.${qualification}`) : qualification;
}

const LOOKS: Readonly<Record<string, StatusIndicatorProps.Type>> = {
  Unqualified: 'pending',
  Qualified: 'success',
  Disqualified: 'stopped',
};

export function Qualification({ value }: { value: string }) {
  const t = useTexts('engagements');
  if (value === '') return <>-</>;
  return <StatusIndicator type={LOOKS[value] ?? 'info'}>{qualificationWord(t, value)}</StatusIndicator>;
}

/** AWS signs as `aws`, partners by the digits of their account. */
export function partyWord(accountId: string): string {
  return accountId === 'aws' ? 'AWS' : accountId || '-';
}
