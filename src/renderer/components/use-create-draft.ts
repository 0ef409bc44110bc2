/** Starts an offer draft and opens it in the wizard. */
import { useNavigate } from 'react-router';
import type { DraftNote } from '../../shared/contract/drafts.ts';
import type { MethodInput } from '../../shared/contract/index.ts';
import { useCallMutation } from '../bridge/hooks.tsx';
import { useShowFlash } from '../stores/flashes.ts';

/** Says what is worth knowing about a draft that was just made. */
export function useShowNotes() {
  const showFlash = useShowFlash();
  return (notes: readonly DraftNote[]) => {
    for (const { messageKey, params } of notes) {
      // What could not be carried along wants to be read; the rest is good to know.
      const kind = messageKey === 'drafts:note.eula-not-kept' ? 'warning' : 'info';
      showFlash({ id: messageKey, kind, messageKey, params });
    }
  };
}

export function useCreateDraft() {
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const showNotes = useShowNotes();
  const create = useCallMutation('drafts.create');
  return {
    isPending: create.isPending,
    start(input: MethodInput<'drafts.create'>) {
      create.mutate(input, {
        onSuccess({ id, notes }) {
          showNotes(notes);
          void navigate(`/drafts/${encodeURIComponent(id)}`);
        },
        onError: (error) => showFlash({ id: 'draft-create', kind: 'error', error: error.data }),
      });
    },
  };
}
