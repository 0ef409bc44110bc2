/** Reads one offer from AWS and shows it; what is on screen stays until then. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OfferRef } from '../../../../shared/contract/offers.ts';
import { useClient } from '../../../bridge/hooks.tsx';
import { callKey } from '../../../bridge/query-keys.ts';

export function useRefreshOffer(ref: OfferRef) {
  const client = useClient();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.call('offers.get', { ...ref, refresh: true }),
    onSuccess: (offer) => queries.setQueryData(callKey('offers.get', ref), offer),
  });
  return { start: () => mutate(), isPending, error };
}
