/** The filter of the list of solutions, as the address holds it. */
import { useMemo } from 'react';
import { SOLUTION_SORT_KEYS, type SolutionFilter } from '../../../shared/contract/solutions.ts';
import { PARTNER_CATALOGS } from '../../../shared/domain/account/account.ts';
import { SOLUTION_STATUSES } from '../../../shared/domain/solution.ts';
import type { RemoteSort } from '../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../components/use-list-address.ts';
import { useActiveAccount } from '../../stores/active-account.ts';

export interface SolutionView {
  readonly address: ListAddress;
  readonly filter: SolutionFilter;
  readonly sort: RemoteSort & { readonly by: (typeof SOLUTION_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = ['text', 'status', 'category', 'gone'] as const;

export function useSolutionView(): SolutionView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: {
        account,
        catalog: PARTNER_CATALOGS.find((catalog) => catalog === address.get('catalog')) ?? null,
        text: address.get('text').slice(0, 200),
        statuses: someOf(SOLUTION_STATUSES, address.getAll('status')),
        categories: address.getAll('category').map((category) => category.slice(0, 200)),
        gone: address.get('gone') === 'yes',
      },
      sort: {
        by: oneOf(SOLUTION_SORT_KEYS, address.get('sort')),
        direction: oneOf(['ascending', 'descending'] as const, address.get('direction')),
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    }),
    [account, address],
  );
}
