/** A period in whole days of UTC, as the records are dated. */
import { addDays, isPlainDate } from '../../../shared/domain/dates/plain-date.ts';
import { DayFilter } from '../../components/address-filters.tsx';
import type { ListAddress } from '../../components/use-list-address.ts';
import { useTexts } from '../../i18n/context.tsx';

/** The period in the address as instants; the last day is inside it. */
export function periodOf(address: Pick<ListAddress, 'get'>): { from: string | null; to: string | null } {
  const from = validDate(address.get('from'));
  const to = validDate(address.get('to'));
  return { from: from && `${from}T00:00:00.000Z`, to: to && `${addDays(to, 1)}T00:00:00.000Z` };
}

function validDate(text: string): string | null {
  return isPlainDate(text) ? text : null;
}

export function PeriodField({ address, name }: { address: ListAddress; name: 'from' | 'to' }) {
  const t = useTexts('history');
  return (
    <DayFilter
      address={address}
      name={name}
      label={t(`filter.${name}`)}
      value={validDate(address.get(name))}
      hint={t('filter.utc')}
    />
  );
}
