/** The filter of the list of offer sets, as the address holds it. */
import { useMemo } from 'react';
import { OFFER_SET_SORT_KEYS, type OfferSetFilter } from '../../../../shared/contract/offer-sets.ts';
import { OFFER_SET_STATES } from '../../../../shared/domain/offer-set/offer-set.ts';
import type { RemoteSort } from '../../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export interface OfferSetView {
  readonly address: ListAddress;
  readonly filter: OfferSetFilter;
  readonly sort: RemoteSort & { readonly by: (typeof OFFER_SET_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = ['text', 'state'] as const;

export function useOfferSetView(): OfferSetView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: {
        account,
        text: address.get('text').slice(0, 200),
        states: someOf(OFFER_SET_STATES, address.getAll('state')),
      },
      sort: {
        by: oneOf(OFFER_SET_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    }),
    [account, address],
  );
}
