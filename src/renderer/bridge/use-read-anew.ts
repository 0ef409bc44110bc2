/** Reads one record from AWS and shows it; what is on screen stays until then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MethodInput, MethodOutput } from '../../shared/contract/index.ts';
import type { CallError } from './client.ts';
import { useClient } from './hooks.tsx';
import { callKey } from './query-keys.ts';

/** Methods that answer from the copy, or with `refresh` from AWS. */
type ReadMethod =
  `${'agreements' | 'authorizations' | 'engagements' | 'invitations' | 'offers' | 'offersets' | 'opportunities'}.get`;

export interface ReadAnew {
  readonly isPending: boolean;
  readonly error: Error | null;
  start(): void;
}

export function useReadAnew<M extends ReadMethod>(method: M, ref: MethodInput<M>): ReadAnew {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation<MethodOutput<M>, CallError>({
    mutationFn: () => client.call(method, { ...ref, refresh: true }),
    onSuccess: (record) => queries.setQueryData(callKey(method, ref), record),
  });
  return { start: () => mutate(), isPending, error };
}
