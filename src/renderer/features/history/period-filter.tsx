/** A period in whole days of UTC, as the records are dated. */
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import { addDays, isPlainDate } from '../../../shared/domain/dates/plain-date.ts';
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
    <FormField label={t(`filter.${name}`)} constraintText={t('filter.utc')}>
      <DatePicker
        value={validDate(address.get(name)) ?? ''}
        placeholder="YYYY-MM-DD"
        format="iso"
        inputFormat="iso"
        openCalendarAriaLabel={(date) => t('filter.openCalendar', { date: date ?? '' })}
        onChange={({ detail }) => address.set({ [name]: detail.value })}
      />
    </FormField>
  );
}
