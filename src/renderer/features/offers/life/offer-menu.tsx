/** What can be done with an offer beyond the first buttons; what is not possible now says why. */
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import { CHANGE_TYPES_OF_ACTION, type OfferActionKind } from '../../../../shared/domain/offer/life/action.ts';
import type { OfferState, OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { useRefusedAction } from '../../../components/use-permission.ts';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';
import { ActionDialog } from './action-dialog.tsx';

type MenuAction = Exclude<OfferActionKind, 'release'>;
const ACTIONS: readonly MenuAction[] = ['expiry', 'cancel', 'rename', 'renewal'];

/** `life:disabled.<key>`; null where AWS takes the action in this state. */
function hindrance(kind: MenuAction, state: OfferState, isPrivate: boolean): string | null {
  if (kind === 'rename') return null;
  if (kind === 'renewal') return state === 'draft' ? null : 'renewal-locked';
  if (!isPrivate && state !== 'draft') return 'public';
  if (kind === 'expiry') return null;
  return state === 'active' ? null : `cancel-${state}`;
}

export function OfferMenu({ offer }: { offer: OfferSummary }) {
  const t = useTexts('life');
  const common = useTexts('common');
  const [open, setOpen] = useState<MenuAction | null>(null);
  const hide = useHide(offer);
  const availability = useRefusal(offer.account, 'expiry');
  const information = useRefusal(offer.account, 'rename');
  const items: ButtonDropdownProps.Items = [
    ...ACTIONS.map((kind) => {
      const reason = hindrance(kind, offer.state, !offer.isPublic);
      const refused = kind === 'expiry' || kind === 'cancel' ? availability : information;
      const disabledReason =
        reason !== null ? t(`disabled.${reason}`) : refused && common('permission.missing', { action: refused });
      return {
        id: kind,
        text: t(`action.${kind}`),
        ...(disabledReason ? { disabled: true, disabledReason } : {}),
      };
    }),
    { id: 'hide', text: t(offer.hidden ? 'action.show' : 'action.hide') },
  ];
  return (
    <>
      <ButtonDropdown
        items={items}
        loading={hide.isPending}
        onItemClick={({ detail }) => (detail.id === 'hide' ? hide.start() : setOpen(detail.id as MenuAction))}
      >
        {t('menu')}
      </ButtonDropdown>
      {open && <ActionDialog offer={offer} kind={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useRefusal(account: string, kind: MenuAction): string | null {
  return useRefusedAction(account, CHANGE_TYPES_OF_ACTION[kind].map(startChangeSet));
}

function useHide({ account, id, hidden = false }: OfferSummary) {
  const hide = useCallMutation('offers.hide');
  const showFlash = useShowFlash();
  return {
    isPending: hide.isPending,
    start: () =>
      hide.mutate(
        { refs: [{ account, offerId: id }], hidden: !hidden },
        {
          onSuccess: () =>
            showFlash({ id: 'hide', kind: 'success', messageKey: hidden ? 'life:flash.shown' : 'life:flash.hidden' }),
          onError: (error) => showFlash({ id: 'hide', kind: 'error', error: error.data }),
        },
      ),
  };
}
