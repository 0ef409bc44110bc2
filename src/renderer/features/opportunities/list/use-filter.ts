/** The filter of the list of opportunities, as the address holds it. */
import { useMemo } from 'react';
import { NOT_NAMED, OPPORTUNITY_SORT_KEYS, type OpportunityFilter } from '../../../../shared/contract/opportunities.ts';
import { PARTNER_CATALOGS } from '../../../../shared/domain/account/account.ts';
import { OPPORTUNITY_ORIGINS, REVIEW_STATUSES } from '../../../../shared/domain/opportunity/opportunity.ts';
import { PICKLISTS } from '../../../../shared/domain/opportunity/picklists.ts';
import type { RemoteSort } from '../../../components/remote-table.tsx';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export interface OpportunityView {
  readonly address: ListAddress;
  readonly filter: OpportunityFilter;
  readonly sort: RemoteSort & { readonly by: (typeof OPPORTUNITY_SORT_KEYS)[number] };
  readonly isFiltered: boolean;
  clear(): void;
}

const FILTER_NAMES = [
  'text',
  'stage',
  'review',
  'origin',
  'closeFrom',
  'closeTo',
  'noClose',
  'currency',
  'lost',
  'gone',
] as const;
const CURRENCY = /^[A-Z]{3}$/;
/** AWS may have reasons that this version does not know; more than that is no filter. */
const MOST_LETTERS = 200;
const MOST_STAGE_LETTERS = 60;
export const LOST_REASONS: readonly string[] = [...PICKLISTS.closedLostReason, NOT_NAMED];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function useOpportunityView(): OpportunityView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(
    () => ({
      address,
      filter: readFilter(account, address),
      sort: {
        by: oneOf(OPPORTUNITY_SORT_KEYS, address.get('sort')),
        direction: oneOf(['descending', 'ascending'] as const, address.get('direction')),
      },
      isFiltered: FILTER_NAMES.some((name) => address.get(name) !== ''),
      clear: () => address.set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null]))),
    }),
    [account, address],
  );
}

/** An address can hold anything: what is no filter is left out rather than asked for. */
function readFilter(account: string | null, address: ListAddress): OpportunityFilter {
  const date = (name: string) => (DATE.test(address.get(name)) ? address.get(name) : null);
  return {
    account,
    catalog: PARTNER_CATALOGS.find((catalog) => catalog === address.get('catalog')) ?? null,
    text: address.get('text').slice(0, 200),
    stages: address.getAll('stage').filter((stage) => stage.length <= MOST_STAGE_LETTERS),
    reviewStatuses: someOf(REVIEW_STATUSES, address.getAll('review')),
    origins: someOf(OPPORTUNITY_ORIGINS, address.getAll('origin')),
    closeFrom: date('closeFrom'),
    closeTo: date('closeTo'),
    withoutClose: address.get('noClose') === 'yes',
    currencies: address.getAll('currency').filter((code) => code === NOT_NAMED || CURRENCY.test(code)),
    lostReasons: address.getAll('lost').filter((reason) => reason.length <= MOST_LETTERS),
    gone: address.get('gone') === 'yes',
  };
}
