/** Starts a draft of an offer set and opens it; says which offers could not be cloned. */
import { useNavigate } from 'react-router';
import type { MethodInput, MethodOutput } from '../../../shared/contract/index.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { useShowFlash } from '../../stores/flashes.ts';
import { toSetDraftPath } from './paths.ts';

/** One message for each offer that is not in the draft. */
export function useSayFailed() {
  const showFlash = useShowFlash();
  return ({ failed }: Pick<MethodOutput<'offersets.drafts.add'>, 'failed'>) => {
    for (const { offerId, error } of failed) showFlash({ id: `set-clone-${offerId}`, kind: 'error', error });
  };
}

export function useCreateSetDraft() {
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const sayFailed = useSayFailed();
  const create = useCallMutation('offersets.drafts.create');
  return {
    isPending: create.isPending,
    start(input: MethodInput<'offersets.drafts.create'>) {
      create.mutate(input, {
        onSuccess: (made) => {
          sayFailed(made);
          void navigate(toSetDraftPath(made.draft.id));
        },
        onError: (error) => showFlash({ id: 'set-draft-create', kind: 'error', error: error.data }),
      });
    },
  };
}
