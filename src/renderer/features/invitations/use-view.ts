/** The filter of the list of invitations, as the address holds it. */
import { useMemo } from 'react';
import { INVITATION_SORT_KEYS, type InvitationFilter } from '../../../shared/contract/invitations.ts';
import { PARTNER_CATALOGS } from '../../../shared/domain/account/account.ts';
import { INVITATION_STATUSES, INVITATION_TYPES } from '../../../shared/domain/opportunity/invitation.ts';
import type { RemoteSort } from '../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../components/use-list-address.ts';
import { useActiveAccount } from '../../stores/active-account.ts';

export interface InvitationView {
  readonly address: ListAddress;
  readonly filter: InvitationFilter;
  readonly sort: RemoteSort & { readonly by: (typeof INVITATION_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

export function useInvitationView(): InvitationView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: {
        account,
        catalog: PARTNER_CATALOGS.find((catalog) => catalog === address.get('catalog')) ?? null,
        text: address.get('text').slice(0, 200),
        statuses: someOf(INVITATION_STATUSES, address.getAll('status')),
        types: someOf(INVITATION_TYPES, address.getAll('type')),
      },
      sort: {
        by: oneOf(INVITATION_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: ['text', 'status', 'type'].some((name) => address.getAll(name).some((value) => value !== '')),
      clear: () => address.set({ text: null, status: null, type: null }),
    }),
    [account, address],
  );
}
