/** Reads one opportunity and AWS's view of it from AWS and shows them; what is on screen stays until then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OpportunityRef } from '../../../../shared/contract/opportunities.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { callKey } from '../../../bridge/query-keys.ts';

export function useRefreshOpportunity(ref: OpportunityRef) {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.call('opportunities.get', { ...ref, refresh: true }),
    onSuccess: (opportunity) => queries.setQueryData(callKey('opportunities.get', ref), opportunity),
  });
  return { start: () => mutate(), isPending, error };
}
