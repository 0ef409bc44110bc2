/** Asks before a draft at AWS is released: names the account, its 12-digit id, the offer, and what will be sent. */
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useNavigate } from 'react-router';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { AccountBadge } from '../../../components/account-badge.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useAccount } from '../../../components/use-accounts.ts';
import { useFormat, useTexts } from '../../../i18n/context.tsx';
import { ACTIVITY_PATH } from '../paths.ts';

export function ReleaseDialog({ offer, onClose }: { offer: OfferSummary; onClose(): void }) {
  const t = useTexts('offers');
  const format = useFormat();
  const navigate = useNavigate();
  const account = useAccount(offer.account);
  const release = useCallMutation('offers.releaseExisting');
  if (!account) return null;
  return (
    <ConfirmDialog
      title={t('release.title')}
      confirmText={t('release.confirm')}
      busy={release.isPending}
      error={release.error}
      onClose={onClose}
      onConfirm={() =>
        release.mutate(
          { account: offer.account, offerId: offer.id, confirmedAccountId: account.awsAccountId },
          { onSuccess: () => void navigate(ACTIVITY_PATH) },
        )
      }
    >
      <Box>{t('release.body')}</Box>
      <KeyValuePairs
        columns={2}
        items={[
          { label: t('column.account'), value: <AccountBadge account={account} /> },
          { label: t('column.awsAccountId'), value: account.awsAccountId },
          { label: t('column.name'), value: offer.name || '-' },
          { label: t('column.id'), value: offer.id },
          { label: t('column.buyers'), value: offer.buyers.join(', ') || '-' },
          {
            label: t('column.expires'),
            value: offer.availabilityEndDate === null ? '-' : format.date(offer.availabilityEndDate),
          },
          { label: t('release.sends'), value: <Box variant="code">ReleaseOffer</Box> },
        ]}
      />
    </ConfirmDialog>
  );
}
