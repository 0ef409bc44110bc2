/** Where the opportunity stands, at a glance, and what AWS's reviewer has said. */
import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { OpportunityDetail } from '../../../../shared/domain/opportunity/opportunity.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { ReviewStatus, StageBadge, wordOf } from '../status.tsx';
import { textAt } from './read.ts';

const TYPES: Readonly<Record<string, AlertProps.Type>> = { 'Action Required': 'warning', Rejected: 'error' };

export function Overview({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const format = useFormat();
  const account = useAccount(opportunity.account);
  const { amount, targetCloseDate, origin } = opportunity;
  return (
    <SpaceBetween size="l">
      <Review opportunity={opportunity} />
      <Container header={<Header variant="h2">{t('page.overview')}</Header>}>
        <KeyValuePairs
          columns={3}
          items={[
            { label: t('column.stage'), value: <StageBadge stage={opportunity.stage} /> },
            { label: t('column.reviewStatus'), value: <ReviewStatus status={opportunity.reviewStatus} /> },
            {
              label: t('column.targetCloseDate'),
              value: targetCloseDate === null ? '-' : format.date(targetCloseDate),
            },
            {
              label: t('column.amount'),
              value: amount === null ? '-' : format.money(amount, opportunity.currency ?? ''),
            },
            { label: t('column.origin'), value: origin === null ? '-' : wordOf(t, 'origin', origin) },
            { label: t('column.owner'), value: opportunity.owner || '-' },
            ...(opportunity.closedLostReason
              ? [{ label: t('column.closedLostReason'), value: opportunity.closedLostReason }]
              : []),
            {
              label: t('column.account'),
              value: account ? (
                <>
                  <AccountBadge account={account} /> {account.awsAccountId}
                </>
              ) : (
                opportunity.account
              ),
            },
            { label: t('column.id'), value: <CopyValue text={opportunity.id} /> },
            { label: t('column.modified'), value: format.instant(opportunity.modifiedAt) },
            { label: t('column.created'), value: opportunity.createdAt ? format.instant(opportunity.createdAt) : '-' },
          ]}
        />
      </Container>
    </SpaceBetween>
  );
}

/** The reviewer's words, and what they mean. */
function Review({ opportunity: { document, reviewStatus } }: { opportunity: OpportunityDetail }) {
  const t = useTexts('opportunities');
  const words = [textAt(document, 'LifeCycle.ReviewStatusReason'), textAt(document, 'LifeCycle.ReviewComments')].filter(
    Boolean,
  );
  const type = TYPES[reviewStatus];
  if (!type && words.length === 0) return null;
  return (
    <Alert type={type ?? 'info'} header={t('review.header', { status: wordOf(t, 'reviewStatus', reviewStatus) })}>
      {words.length > 0 ? words.join(': ') : t('review.noWords')}
    </Alert>
  );
}

function CopyValue({ text }: { text: string }) {
  const common = useTexts('common');
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`${common('copy')}: ${text}`}
      copySuccessText={common('copied')}
      copyErrorText={common('copyFailed')}
    />
  );
}
