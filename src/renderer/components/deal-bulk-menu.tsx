/** What can be done with all selected invitations or opportunities; leads to the preview, nothing is sent here. */
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';
import { useTexts } from '../i18n/context.tsx';
import { useBulkChoice, type DealChoice } from '../stores/bulk-choice.ts';
import { NEW_BULK_PATH } from './bulk-menu.tsx';

interface DealBulkMenuProps {
  readonly kind: DealChoice['kind'];
  readonly selected: readonly { readonly account: string; readonly id: string }[];
}

export function DealBulkMenu({ kind, selected }: DealBulkMenuProps) {
  const t = useTexts('bulk');
  const navigate = useNavigate();
  const { choose } = useBulkChoice();
  const deals = selected.map(({ account, id }): DealChoice => ({ account, kind, id }));
  return (
    <ButtonDropdown
      disabled={deals.length === 0}
      items={[
        ...(kind === 'invitation' ? [{ id: 'accept', text: t('menu.accept') }] : []),
        { id: 'assign', text: t('menu.assign') },
      ]}
      onItemClick={({ detail }) => {
        choose({ kind: detail.id === 'accept' ? 'accept' : 'assign', deals });
        void navigate(NEW_BULK_PATH);
      }}
    >
      {t('menu.open', { count: deals.length })}
    </ButtonDropdown>
  );
}
