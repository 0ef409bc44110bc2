/** Column headings and state words of an export, in the person's language. Keys as the core's export knows them. */
import { useMemo } from 'react';
import { useTexts } from '../../../i18n/context.tsx';

const KEYS = {
  name: 'column.name',
  offerId: 'column.id',
  product: 'column.product',
  account: 'column.account',
  awsAccountId: 'column.awsAccountId',
  buyers: 'column.buyers',
  state: 'column.state',
  expires: 'column.expiresUtc',
  url: 'column.url',
  noUrl: 'export.noUrl',
  'state.draft': 'state.draft',
  'state.active': 'state.active',
  'state.expired': 'state.expired',
} as const;

export function useExportHeadings(): Record<string, string> {
  const t = useTexts('offers');
  return useMemo(() => Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [name, t(key)])), [t]);
}
