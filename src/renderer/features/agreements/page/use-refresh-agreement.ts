/** Reads one agreement from AWS and shows it; what is on screen stays until then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgreementRef } from '../../../../shared/contract/agreements.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { callKey } from '../../../bridge/query-keys.ts';

export function useRefreshAgreement(ref: AgreementRef) {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.call('agreements.get', { ...ref, refresh: true }),
    onSuccess: (agreement) => queries.setQueryData(callKey('agreements.get', ref), agreement),
  });
  return { start: () => mutate(), isPending, error };
}
