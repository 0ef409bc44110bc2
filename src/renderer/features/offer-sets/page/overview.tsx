/** The facts of an offer set at a glance. */
import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { OfferSetDetail } from '../../../../shared/domain/offer-set/offer-set.ts';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { OfferSetStateStatus } from '../state-status.tsx';

export function OfferSetOverview({ set }: { set: OfferSetDetail }) {
  const t = useTexts('offersets');
  const common = useTexts('common');
  const format = useFormat();
  const { summary } = set;
  const account = useAccount(summary.account);
  const instant = (value: string | null) => (value === null ? '-' : format.instant(value));
  return (
    <KeyValuePairs
      columns={3}
      items={[
        {
          label: t('column.state'),
          value: (
            <>
              <OfferSetStateStatus state={summary.state} />
              <Box variant="small" display="block">
                {t(`stateSays.${summary.state}`)}
              </Box>
            </>
          ),
        },
        {
          label: t('column.ends'),
          value: summary.availabilityEndDate === null ? '-' : format.date(summary.availabilityEndDate),
        },
        { label: t('column.buyers'), value: summary.buyers.join(', ') || '-' },
        {
          label: t('column.account'),
          value: account ? (
            <>
              <AccountBadge account={account} /> {account.awsAccountId}
            </>
          ) : (
            summary.account
          ),
        },
        {
          label: t('column.id'),
          value: (
            <CopyToClipboard
              variant="inline"
              textToCopy={summary.id}
              copyButtonAriaLabel={`${common('copy')}: ${summary.id}`}
              copySuccessText={common('copied')}
              copyErrorText={common('copyFailed')}
            />
          ),
        },
        { label: t('page.revision'), value: set.revision ?? '-' },
        { label: t('field.buyerNotes'), value: <span className="breakable">{set.buyerNotes || '-'}</span> },
        { label: t('column.released'), value: instant(summary.releasedAt) },
        { label: t('column.modified'), value: instant(summary.lastModifiedAt) },
        ...(summary.solutionId === null ? [] : [{ label: t('field.solutionId'), value: summary.solutionId }]),
        { label: t('column.origin'), value: t(summary.madeHere ? 'origin.here' : 'origin.elsewhere') },
      ]}
    />
  );
}
