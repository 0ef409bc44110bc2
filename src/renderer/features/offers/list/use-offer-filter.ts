/** The filter of the list of offers, as the address holds it. */
import { useMemo } from 'react';
import { OFFER_SORT_KEYS, type OfferFilter } from '../../../../shared/contract/offers.ts';
import { offerStateSchema } from '../../../../shared/domain/offer/offer.ts';
import type { RemoteSort } from '../../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export const OFFER_STATES = offerStateSchema.options;

export interface OfferView {
  readonly address: ListAddress;
  readonly filter: OfferFilter;
  readonly sort: RemoteSort & { readonly by: (typeof OFFER_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = ['text', 'state', 'product', 'buyer', 'from', 'to', 'public', 'hidden'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function useOfferView(): OfferView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(() => {
    const date = (name: string) => (DATE.test(address.get(name)) ? address.get(name) : null);
    return {
      address,
      filter: {
        account,
        text: address.get('text').slice(0, 200),
        states: someOf(OFFER_STATES, address.getAll('state')),
        productIds: [...address.getAll('product')],
        buyer: address.get('buyer').slice(0, 12),
        expiresFrom: date('from'),
        expiresTo: date('to'),
        privateOnly: address.get('public') === '',
        ...(address.get('public') === 'only' ? { publicOnly: true } : {}),
        ...(address.get('hidden') === 'yes' ? { hidden: true } : {}),
      },
      sort: {
        by: address.get('sort') === '' ? 'lastModifiedAt' : oneOf(OFFER_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    };
  }, [account, address]);
}
