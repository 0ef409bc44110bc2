/** Starts an offer draft and opens it in the wizard. */
import { useNavigate } from 'react-router';
import type { MethodInput } from '../../shared/contract/index.ts';
import { useCallMutation } from '../bridge/hooks.tsx';
import { useShowFlash } from '../stores/flashes.ts';

export function useCreateDraft() {
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const create = useCallMutation('drafts.create');
  return {
    isPending: create.isPending,
    start(input: MethodInput<'drafts.create'>) {
      create.mutate(input, {
        onSuccess({ id, notes }) {
          for (const { messageKey, params } of notes) {
            // What could not be carried along wants to be read; the rest is good to know.
            const kind = messageKey === 'drafts:note.eula-not-kept' ? 'warning' : 'info';
            showFlash({ id: messageKey, kind, messageKey, params });
          }
          void navigate(`/drafts/${encodeURIComponent(id)}`);
        },
        onError: (error) => showFlash({ id: 'draft-create', kind: 'error', error: error.data }),
      });
    },
  };
}
