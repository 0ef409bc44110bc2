/** Goes on from a kept version in a draft of its own: nothing that is there now is overwritten. */
import Button from '@cloudscape-design/components/button';
import { useNavigate } from 'react-router';
import type { SideInfo } from '../../../shared/contract/versions.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { useTexts } from '../../i18n/context.tsx';
import { useShowFlash } from '../../stores/flashes.ts';

export function OpenAsDraftButton({ side: { side, version } }: { side: SideInfo }) {
  const t = useTexts('versions');
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const open = useCallMutation('versions.openAsDraft');
  const isOffer = version !== null && (version.form === 'offer' || version.form === 'offer-draft');
  return (
    <Button
      disabled={!isOffer}
      {...(isOffer ? {} : { disabledReason: t(version === null ? 'open.isDraft' : 'open.noOffer') })}
      loading={open.isPending}
      onClick={() =>
        open.mutate(
          { id: side.id },
          {
            onSuccess: ({ draftId }) => void navigate(`/drafts/${encodeURIComponent(draftId)}`),
            onError: (error) => showFlash({ id: 'version-open', kind: 'error', error: error.data }),
          },
        )
      }
    >
      {t('open.start')}
    </Button>
  );
}
