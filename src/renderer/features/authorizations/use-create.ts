/** Starts a draft of an authorization and opens it in its wizard; says which documents could not be carried along. */
import { useNavigate } from 'react-router';
import type { MethodInput } from '../../../shared/contract/index.ts';
import { useCallMutation } from '../../bridge/hooks.tsx';
import { useShowFlash } from '../../stores/flashes.ts';
import { toAuthorizationDraftPath } from './paths.ts';

export function useCreateAuthorizationDraft() {
  const navigate = useNavigate();
  const showFlash = useShowFlash();
  const create = useCallMutation('authorizations.drafts.create');
  return {
    isPending: create.isPending,
    start(input: MethodInput<'authorizations.drafts.create'>) {
      create.mutate(input, {
        onSuccess: ({ draft, missingDocuments }) => {
          // The field says what to do about it.
          const path = missingDocuments.includes('eula')
            ? 'eula'
            : missingDocuments.length > 0
              ? 'resellerContract'
              : null;
          void navigate(toAuthorizationDraftPath(draft.id, path));
        },
        onError: (error) => showFlash({ id: 'authorization-draft-create', kind: 'error', error: error.data }),
      });
    },
  };
}
