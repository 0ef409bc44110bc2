/** A channel partner's way from an authorization to an offer; greyed out with the reason where it cannot be used. */
import { useNavigate } from 'react-router';
import { startChangeSet } from '../../../../shared/domain/account/permissions.ts';
import type { AuthorizationState } from '../../../../shared/domain/authorization/authorization.ts';
import { useCallMutation } from '../../../bridge/hooks.tsx';
import { PermittedButton } from '../../../components/permitted-button.tsx';
import { useTexts } from '../../../i18n/context.tsx';
import { useShowFlash } from '../../../stores/flashes.ts';

interface CreateOfferProps {
  readonly account: string;
  readonly authorizationId: string;
  readonly state: AuthorizationState;
}

export function CreateOfferButton({ account, authorizationId, state }: CreateOfferProps) {
  const t = useTexts('channel');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const start = useCallMutation('channel.offer');
  const isUsable = state === 'authorized' || state === 'reusable';
  return (
    <PermittedButton
      account={account}
      actions={[startChangeSet('CreateOfferUsingResaleAuthorization')]}
      variant="primary"
      loading={start.isPending}
      {...(isUsable ? {} : { disabled: true, disabledReason: t(`stateSays.${state}`) })}
      onClick={() =>
        start.mutate(
          { account, authorizationId },
          {
            onSuccess: ({ id }) => void navigate(`/drafts/${encodeURIComponent(id)}`),
            onError: (error) => showFlash({ id: 'draft-create', kind: 'error', error: error.data }),
          },
        )
      }
    >
      {t('offer.create')}
    </PermittedButton>
  );
}
