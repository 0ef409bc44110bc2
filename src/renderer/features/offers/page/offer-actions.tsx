/** What can be done with an offer: read it again, start a new one from it, release a draft. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import type { OfferDetail } from '../../../../shared/domain/offer/offer.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useCreateDraft } from '../../../components/use-create-draft.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ReleaseDialog } from './release-dialog.tsx';

interface OfferActionsProps {
  readonly offer: OfferDetail;
  readonly refreshing: boolean;
  onRefresh(): void;
}

export function OfferActions({ offer, refreshing, onRefresh }: OfferActionsProps) {
  const t = useTexts('offers');
  const draft = useCreateDraft();
  const [releasing, setReleasing] = useState(false);
  const { account, id, state } = offer.summary;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" loading={refreshing} onClick={onRefresh}>
        {t('page.refresh')}
      </Button>
      <Button loading={draft.isPending} onClick={() => draft.start({ account, productId: null, fromOfferId: id })}>
        {t('page.clone')}
      </Button>
      {state === 'draft' && (
        <PermittedButton
          account={account}
          actions={[startChangeSet('ReleaseOffer')]}
          variant="primary"
          onClick={() => setReleasing(true)}
        >
          {t('release.open')}
        </PermittedButton>
      )}
      {releasing && <ReleaseDialog offer={offer.summary} onClose={() => setReleasing(false)} />}
    </SpaceBetween>
  );
}
