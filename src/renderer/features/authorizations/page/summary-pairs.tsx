/** What a dialog names before something is sent: the account with its 12 digits, the authorization, the partner. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { AuthorizationSummary } from '../../../../shared/domain/authorization/authorization.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { useFormat, useTexts } from '../../../i18n/context.tsx';

interface SummaryPairsProps {
  readonly account: Account;
  readonly authorization: AuthorizationSummary;
  readonly sends: string;
}

export function SummaryPairs({ account, authorization, sends }: SummaryPairsProps) {
  const t = useTexts('authorizations');
  const format = useFormat();
  const { resellerName, resellerAccountId, endDate, offersCreated } = authorization;
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: t('column.account'), value: <AccountBadge account={account} /> },
        { label: t('column.awsAccountId'), value: <Box variant="code">{account.awsAccountId}</Box> },
        { label: t('column.name'), value: authorization.name || '-' },
        { label: t('column.id'), value: authorization.id },
        { label: t('column.partner'), value: `${resellerName ?? ''} ${resellerAccountId ?? '-'}`.trim() },
        { label: t('column.end'), value: endDate === null ? t('noEnd') : format.date(endDate) },
        { label: t('column.offers'), value: offersCreated === null ? '-' : format.count(offersCreated) },
        { label: t('column.sends'), value: <Box variant="code">{sends}</Box> },
      ]}
    />
  );
}
