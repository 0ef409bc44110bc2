/** The filter of the list of agreements, as the address holds it. */
import { useMemo } from 'react';
import { AGREEMENT_SORT_KEYS, type AgreementFilter } from '../../../../shared/contract/agreements.ts';
import { AGREEMENT_STATUSES } from '../../../../shared/domain/agreement/agreement.ts';
import { isAmount } from '../../../../shared/domain/money/amount.ts';
import type { RemoteSort } from '../../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export interface AgreementView {
  readonly address: ListAddress;
  readonly filter: AgreementFilter;
  readonly sort: RemoteSort & { readonly by: (typeof AGREEMENT_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = [
  'text',
  'status',
  'product',
  'buyer',
  'offer',
  'audience',
  'ending',
  'acceptedFrom',
  'acceptedTo',
  'endsFrom',
  'endsTo',
  'value',
  'currency',
] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function useAgreementView(): AgreementView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: readFilter(account, address),
      sort: {
        by: address.get('sort') === '' ? 'updatedAt' : oneOf(AGREEMENT_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    }),
    [account, address],
  );
}

/** An address can hold anything: what is no filter is left out rather than asked for. */
function readFilter(account: string | null, address: ListAddress): AgreementFilter {
  const date = (name: string) => (DATE.test(address.get(name)) ? address.get(name) : null);
  const ending = address.get('ending');
  const audience = address.get('audience');
  return {
    account,
    text: address.get('text').slice(0, 200),
    statuses: someOf(AGREEMENT_STATUSES, address.getAll('status')),
    productIds: [...address.getAll('product')],
    buyer: address.get('buyer').slice(0, 12),
    offerId: address.get('offer').slice(0, 100),
    audience: audience === 'private' || audience === 'public' ? audience : null,
    endsWithinDays: /^\d{1,4}$/.test(ending) ? Math.min(Number(ending), 3650) : null,
    acceptedFrom: date('acceptedFrom'),
    acceptedTo: date('acceptedTo'),
    endsFrom: date('endsFrom'),
    endsTo: date('endsTo'),
    currency: address.get('currency').slice(0, 4),
    valueFrom: isAmount(address.get('value')) ? address.get('value') : '',
  };
}
