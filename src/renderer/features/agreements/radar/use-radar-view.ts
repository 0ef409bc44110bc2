/** What the radar shows, as the address holds it: list or calendar, kinds, how far, which month and day. */
import { useMemo } from 'react';
import { RADAR_KINDS, type RadarKind } from '../../../../shared/domain/agreement/radar.ts';
import { addDays, isPlainDate } from '../../../../shared/domain/dates/plain-date.ts';
import { oneOf, someOf, useListAddress, type ListAddress } from '../../../components/use-list-address.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

export const SPANS = ['30', '7', '14', '60', '90', '180', '365'] as const;

export interface RadarView {
  readonly address: ListAddress;
  readonly account: string | null;
  readonly shape: 'list' | 'calendar';
  readonly kinds: readonly RadarKind[];
  /** Days ahead, for the list. */
  readonly span: (typeof SPANS)[number];
  readonly today: string;
  readonly from: string;
  readonly to: string;
  /** The day that has the focus in the calendar. */
  readonly day: string;
}

/** `today` in UTC, by the business clock. */
export function useRadarView(today: string): RadarView {
  const account = useActiveAccount();
  const address = useListAddress();
  return useMemo(() => {
    const span = oneOf(SPANS, address.get('days'));
    const day = address.get('day');
    return {
      address,
      account,
      shape: oneOf(['list', 'calendar'] as const, address.get('view')),
      kinds: someOf(RADAR_KINDS, address.getAll('kind')),
      span,
      today,
      from: today,
      to: addDays(today, Number(span)),
      day: isPlainDate(day) ? day : today,
    };
  }, [account, address, today]);
}
