/** Pages of products for the picker: a new text starts over, scrolling down adds the next page. */
import { useRef, useState } from 'react';
import type { ProductSummary } from '../../../../shared/domain/product/product.ts';
import { useClient, useEvent } from '../../../bridge/hooks.tsx';

const PAGE_SIZE = 50;

interface Found {
  readonly text: string;
  readonly page: number;
  readonly products: readonly ProductSummary[];
  readonly total: number;
  readonly status: 'pending' | 'loading' | 'finished' | 'error';
}

const NOTHING: Found = { text: '', page: 0, products: [], total: 0, status: 'pending' };

interface LoadRequest {
  readonly filteringText: string;
  readonly firstPage: boolean;
  readonly samePage: boolean;
}

export function useProductSearch(account: string) {
  const client = useClient();
  const [found, setFound] = useState<Found>(NOTHING);
  const running = useRef<AbortController | null>(null);

  async function load({ filteringText, firstPage, samePage }: LoadRequest): Promise<void> {
    running.current?.abort();
    const aborter = new AbortController();
    running.current = aborter;
    const base = firstPage ? { ...NOTHING, text: filteringText } : found;
    const page = samePage ? Math.max(1, base.page) : base.page + 1;
    setFound({ ...base, status: 'loading' });
    try {
      const input = { account, text: filteringText, page, pageSize: PAGE_SIZE };
      const { items, total } = await client.call('products.list', input, aborter.signal);
      if (aborter.signal.aborted) return;
      const products = [...base.products.slice(0, (page - 1) * PAGE_SIZE), ...items];
      const status = products.length < total && items.length > 0 ? 'pending' : 'finished';
      setFound({ text: filteringText, page, products, total, status });
    } catch {
      if (!aborter.signal.aborted) setFound({ ...base, status: 'error' });
    }
  }

  // A sync brought news: whatever the list shows is old.
  useEvent('products.changed', (event) => {
    if (event.account === account && found.status !== 'pending') {
      void load({ filteringText: found.text, firstPage: true, samePage: false });
    }
  });

  return {
    ...found,
    isFiltered: found.text !== '',
    load: (request: LoadRequest) => void load(request),
  };
}
