/** What can be done with everything that is selected in a list; leads to the preview. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { useBulkChoice, type OfferChoice } from '../stores/bulk-choice.ts';

export const NEW_BULK_PATH = '/bulk/new';

export function OfferBulkMenu({ offers }: { offers: readonly OfferChoice[] }) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const { choose } = useBulkChoice();
  const [only] = offers.length === 1 ? offers : [];
  return (
    <ButtonDropdown
      disabled={offers.length === 0}
      items={[
        { id: 'expiry', text: t('menu.expiry') },
        { id: 'cancel', text: t('menu.cancel') },
        { id: 'clone', text: t('menu.clone'), disabled: !only },
      ]}
      onItemClick={({ detail }) => {
        if (detail.id === 'clone' && only) {
          void navigate(`/bulk/clone?${new URLSearchParams({ account: only.account, offer: only.offerId })}`);
        } else if (detail.id === 'expiry' || detail.id === 'cancel') {
          choose({ kind: detail.id, offers });
          void navigate(NEW_BULK_PATH);
        }
      }}
    >
      {t('menu.open', { count: offers.length })}
    </ButtonDropdown>
  );
}

export function DraftBulkMenu({ draftIds }: { draftIds: readonly string[] }) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const { choose } = useBulkChoice();
  const [only] = draftIds.length === 1 ? draftIds : [];
  return (
    <ButtonDropdown
      disabled={draftIds.length === 0}
      items={[
        { id: 'publish', text: t('menu.publish') },
        { id: 'clone', text: t('menu.clone'), disabled: only === undefined },
      ]}
      onItemClick={({ detail }) => {
        if (detail.id === 'clone' && only !== undefined) {
          void navigate(`/bulk/clone?${new URLSearchParams({ draft: only })}`);
        } else if (detail.id === 'publish') {
          choose({ kind: 'publish', draftIds });
          void navigate(NEW_BULK_PATH);
        }
      }}
    >
      {t('menu.open', { count: draftIds.length })}
    </ButtonDropdown>
  );
}
