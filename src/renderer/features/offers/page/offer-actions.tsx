/** What can be done with an offer: read it again, go on with it or start a new one from it, release a draft, and the rest by a menu. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { READ_ENTITY, startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import type { OfferDetail } from '../../../../shared/domain/offer/offer.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useCreateDraft } from '../../../components/use-create-draft.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { ActionDialog } from '../life/action-dialog.tsx';
import { CloneDialog } from '../life/clone-dialog.tsx';
import { OfferMenu } from '../life/offer-menu.tsx';
import { OfferTools } from '../../versions/offer-tools.tsx';

interface OfferActionsProps {
  readonly offer: OfferDetail;
  readonly refreshing: boolean;
  onRefresh(): void;
}

export function OfferActions({ offer, refreshing, onRefresh }: OfferActionsProps) {
  const t = useTexts('offers');
  const draft = useCreateDraft();
  const [releasing, setReleasing] = useState(false);
  const [cloning, setCloning] = useState(false);
  const { account, id, state, name, isPublic = false } = offer.summary;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" loading={refreshing} onClick={onRefresh}>
        {t('page.refresh')}
      </Button>
      <OfferMenu offer={offer.summary} />
      {state === 'draft' ? (
        <PermittedButton
          account={account}
          actions={READ_ENTITY}
          loading={draft.isPending}
          onClick={() => draft.start({ account, productId: null, fromOfferId: id })}
        >
          {t('page.edit')}
        </PermittedButton>
      ) : (
        <PermittedButton account={account} actions={READ_ENTITY} onClick={() => setCloning(true)}>
          {t('page.clone')}
        </PermittedButton>
      )}
      {isPublic && state !== 'draft' && (
        <PermittedButton
          account={account}
          actions={READ_ENTITY}
          loading={draft.isPending}
          onClick={() => draft.start({ account, productId: null, fromOfferId: id, changeInPlace: true })}
        >
          {t('page.changePublic')}
        </PermittedButton>
      )}
      <OfferTools account={account} offerId={id} name={name} />
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
      {cloning && <CloneDialog offer={offer.summary} onClose={() => setCloning(false)} />}
      {releasing && <ActionDialog kind="release" offer={offer.summary} onClose={() => setReleasing(false)} />}
    </SpaceBetween>
  );
}
