/** What a person sees before a call to Partner Central leaves: account with its digits, catalog, what it is about, the exact request. */
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Account } from '../../shared/domain/account/account.ts';
import type { MethodOutput } from '../../shared/contract/index.ts';
import { useTexts } from '../i18n/context.tsx';
import { AccountBadge } from './account-badge.tsx';

interface RequestPreviewProps {
  readonly account: Account;
  /** What it is about: its name, and what kind of thing that is. */
  readonly what: string;
  readonly kind: 'invitation' | 'opportunity' | 'engagement' | 'settings';
  /** Absent while it is asked for, or what was typed makes none yet. */
  readonly plan: MethodOutput<'invitations.plan'> | undefined;
}

export function RequestPreview({ account, what, kind, plan }: RequestPreviewProps) {
  const t = useTexts('invitations');
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('ask.account'), value: <AccountBadge account={account} /> },
          { label: t('ask.accountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
          { label: t('ask.catalog'), value: t(`catalog.${account.partnerCentral.catalog}`) },
          { label: t(`ask.${kind}`), value: what },
        ]}
      />
      {plan && (
        <ExpandableSection headerText={t('ask.request')} defaultExpanded>
          <Box variant="strong">{plan.operation}</Box>
          <pre className="request-json" tabIndex={0} aria-label={plan.operation}>
            <Box variant="code">{plan.json}</Box>
          </pre>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
