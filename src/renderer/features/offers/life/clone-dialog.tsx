/** Before an offer is cloned: what goes along, and whether dates that have passed move on. */
import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import { useState } from 'react';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { useCreateDraft } from '../../../components/use-create-draft.ts';
import { useTexts } from '../../../i18n/context.tsx';

export function CloneDialog({ offer, onClose }: { offer: OfferSummary; onClose(): void }) {
  const t = useTexts('life');
  const draft = useCreateDraft();
  const [shiftDates, setShiftDates] = useState(true);
  return (
    <ConfirmDialog
      title={t('clone.title')}
      confirmText={t('clone.confirm')}
      busy={draft.isPending}
      onClose={onClose}
      onConfirm={() => draft.start({ account: offer.account, productId: null, fromOfferId: offer.id, shiftDates })}
    >
      <Box>{t('clone.says', { name: offer.name || offer.id })}</Box>
      <ul>
        <li>{t('clone.eula')}</li>
        <li>{t('clone.seller')}</li>
        {offer.resaleAuthorizationId !== null && <li>{t('clone.resale')}</li>}
      </ul>
      <Checkbox
        checked={shiftDates}
        description={t('clone.shiftSays')}
        onChange={({ detail }) => setShiftDates(detail.checked)}
      >
        {t('clone.shift')}
      </Checkbox>
    </ConfirmDialog>
  );
}
