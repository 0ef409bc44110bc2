/** What the inbox shows, as the address holds it. */
import { useMemo } from 'react';
import type { NotificationFilter } from '../../../../shared/contract/notifications.ts';
import { NOTIFICATION_KINDS } from '../../../../shared/domain/notification/kinds.ts';
import { someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export interface InboxView {
  readonly address: ListAddress;
  readonly filter: NotificationFilter;
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = ['text', 'kind', 'unread'] as const;

export function useInboxView(): InboxView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: {
        account,
        text: address.get('text').slice(0, 200),
        kinds: someOf(NOTIFICATION_KINDS, address.getAll('kind')),
        unreadOnly: address.get('unread') === 'yes',
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    }),
    [account, address],
  );
}
