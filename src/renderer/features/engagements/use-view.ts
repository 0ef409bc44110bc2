/** The filter of the list of engagements, as the address holds it. */
import { useMemo } from 'react';
import { ENGAGEMENT_SORT_KEYS, type EngagementFilter } from '../../../shared/contract/engagements.ts';
import { PARTNER_CATALOGS } from '../../../shared/domain/account/account.ts';
import { QUALIFICATIONS } from '../../../shared/domain/engagement/engagement.ts';
import type { RemoteSort } from '../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../components/use-list-address.ts';
import { useActiveAccount } from '../../stores/active-account.ts';

export const ABOUT = ['lead', 'deal'] as const;

export interface EngagementView {
  readonly address: ListAddress;
  readonly filter: EngagementFilter;
  readonly sort: RemoteSort & { readonly by: (typeof ENGAGEMENT_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

export function useEngagementView(): EngagementView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: {
        account,
        catalog: PARTNER_CATALOGS.find((catalog) => catalog === address.get('catalog')) ?? null,
        text: address.get('text').slice(0, 200),
        about: ABOUT.find((about) => about === address.get('about')) ?? null,
        qualifications: someOf(QUALIFICATIONS, address.getAll('qualification')),
      },
      sort: {
        by: oneOf(ENGAGEMENT_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: ['text', 'about', 'qualification'].some((name) => address.getAll(name).some((value) => value !== '')),
      clear: () => address.set({ text: null, about: null, qualification: null }),
    }),
    [account, address],
  );
}
