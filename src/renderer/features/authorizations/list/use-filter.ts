/** The filter of the list of authorizations, as the address holds it. */
import { useMemo } from 'react';
import { AUTHORIZATION_SORT_KEYS, type AuthorizationFilter } from '../../../../shared/contract/authorizations.ts';
import { AUTHORIZATION_STATES, type Ownership } from '../../../../shared/domain/authorization/authorization.ts';
import type { RemoteSort } from '../../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export interface AuthorizationView {
  readonly address: ListAddress;
  readonly filter: AuthorizationFilter;
  readonly sort: RemoteSort & { readonly by: (typeof AUTHORIZATION_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = ['text', 'state', 'product', 'partner', 'from', 'to'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function useAuthorizationView(ownership: Ownership): AuthorizationView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(() => {
    const date = (name: string) => (DATE.test(address.get(name)) ? address.get(name) : null);
    return {
      address,
      filter: {
        account,
        ownership,
        text: address.get('text').slice(0, 200),
        states: someOf(AUTHORIZATION_STATES, address.getAll('state')),
        productIds: [...address.getAll('product')],
        reseller: address.get('partner').slice(0, 12),
        endsFrom: date('from'),
        endsTo: date('to'),
      },
      sort: {
        by: address.get('sort') === '' ? 'lastModifiedAt' : oneOf(AUTHORIZATION_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    };
  }, [account, address, ownership]);
}
