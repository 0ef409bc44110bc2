/** What can be done with an offer set: read it again; change, fill and release one that stands as a draft at AWS. */
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNavigate } from 'react-router';
import { READ_ENTITY } from '../../../../shared/domain/account/permissions.ts';
import type { OfferSetDetail } from '../../../../shared/domain/offer-set/offer-set.ts';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useCreateSetDraft } from '../use-create.ts';

interface ActionsProps {
  readonly set: OfferSetDetail;
  readonly refreshing: boolean;
  onRefresh(): void;
}

export function OfferSetActions({ set, refreshing, onRefresh }: ActionsProps) {
  const t = useTexts('offersets');
  const navigate = useNavigate();
  const draft = useCreateSetDraft();
  const { account, id, state, name } = set.summary;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" loading={refreshing} onClick={onRefresh}>
        {t('page.refresh')}
      </Button>
      <Button
        ariaLabel={t('page.versionsOf', { name: name || id })}
        onClick={() => void navigate(`/versions/${encodeURIComponent(account)}/OfferSet/${encodeURIComponent(id)}`)}
      >
        {t('page.versions')}
      </Button>
      {state === 'draft' && (
        <PermittedButton
          account={account}
          actions={READ_ENTITY}
          variant="primary"
          loading={draft.isPending}
          onClick={() => draft.start({ account, offerSetId: id })}
        >
          {t('page.edit')}
        </PermittedButton>
      )}
    </SpaceBetween>
  );
}
