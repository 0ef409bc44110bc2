/** What is loading in one account never shows in another. */
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useCallQuery } from '../../../../src/renderer/bridge/hooks.tsx';
import { keysOf } from '../../../../src/renderer/bridge/invalidation.ts';
import { callKey, isSameScope } from '../../../../src/renderer/bridge/query-keys.ts';
import { useActiveAccount } from '../../../../src/renderer/stores/active-account.ts';
import { renderInApp } from '../support/render.tsx';

function Titles({ page }: { page: number }) {
  const account = useActiveAccount();
  const query = useCallQuery('products.list', { account, page }, { keepPrevious: true });
  return <output>{query.data ? query.data.items.map(({ title }) => title).join() : 'nothing yet'}</output>;
}

function product(account: string, title: string) {
  return {
    account,
    id: `prod-${title}`,
    type: 'SaaSProduct' as const,
    title,
    visibility: 'Public' as const,
    lastModifiedAt: '2026-01-01T00:00:00Z',
    syncedAt: '2026-01-01T00:00:00Z',
    dimensionCount: 1,
  };
}

describe('the active account', () => {
  it('shows nothing of the previous account while the next one loads, and drops late answers', async () => {
    const waiting = new Map<string, () => void>();
    const { stores } = await renderInApp(<Titles page={1} />, {
      preferences: { activeAccount: 'a' },
      handlers: {
        'products.list': async ({ account }) => {
          await new Promise<void>((resolve) => waiting.set(String(account), resolve));
          return { items: [product(String(account), `of ${account}`)], total: 1, syncedAt: null };
        },
      },
    });
    const answer = (account: string) => act(async () => waiting.get(account)?.());

    await waitFor(() => expect(waiting.has('a')).toBe(true));
    await answer('a');
    expect(await screen.findByText('of a')).toBeTruthy();

    act(() => stores.activeAccount.getState().choose('b'));
    expect(screen.getByRole('status').textContent).toBe('nothing yet');

    // Back and forth while b is still loading: its late answer must not land in c.
    await waitFor(() => expect(waiting.has('b')).toBe(true));
    act(() => stores.activeAccount.getState().choose('c'));
    await answer('b');
    expect(screen.getByRole('status').textContent).toBe('nothing yet');
    await waitFor(() => expect(waiting.has('c')).toBe(true));
    await answer('c');
    expect(await screen.findByText('of c')).toBeTruthy();
  });

  it('shows what an event has changed while the first answer was still on its way', async () => {
    const first = Promise.withResolvers<void>();
    let asked = 0;
    const { transport } = await renderInApp(<Titles page={1} />, {
      preferences: { activeAccount: 'a' },
      handlers: {
        'products.list': async () => {
          asked += 1;
          const title = asked === 1 ? 'before' : 'after';
          if (asked === 1) await first.promise;
          return { items: [product('a', title)], total: 1, syncedAt: null };
        },
      },
    });
    await waitFor(() => expect(asked).toBe(1));
    act(() => transport.emit('products.changed', { account: 'a' }));
    await act(async () => first.resolve());
    expect(await screen.findByText('after')).toBeTruthy();
    expect(asked).toBe(2);
  });
});

describe('query keys', () => {
  it('carry the account, also from inside a filter', () => {
    expect(callKey('products.list', { account: 'a' })[1]).toBe('a');
    expect(callKey('offers.list', { filter: { account: 'b' } })[1]).toBe('b');
    expect(callKey('products.list', { account: null })[1]).toBe('*');
    expect(callKey('accounts.list', {})[1]).toBe('*');
  });

  it('let only the same account and method stand in for each other', () => {
    const first = callKey('products.list', { account: 'a', page: 1 });
    expect(isSameScope(first, callKey('products.list', { account: 'a', page: 2 }))).toBe(true);
    expect(isSameScope(first, callKey('products.list', { account: 'b', page: 1 }))).toBe(false);
    expect(isSameScope(first, callKey('products.list', { account: null }))).toBe(false);
    expect(isSameScope(undefined, first)).toBe(false);
  });
});

describe('events', () => {
  it('make stale the account they name and the lists over all accounts, not the others', () => {
    const keys = keysOf({ name: 'products.changed', payload: { account: 'a' } });
    expect(keys).toEqual([
      ['products', 'a'],
      ['products', '*'],
      // Offers show the titles of their products.
      ['offers', 'a'],
      ['offers', '*'],
      // A dashboard counts over all accounts.
      ['dashboards'],
    ]);
  });

  it('never ask again what brings the copy up to date by being asked', () => {
    const plan = callKey('offers.plan', { account: 'a', offerId: 'offer-1', action: { kind: 'cancel' } });
    const stale = keysOf({ name: 'offers.changed', payload: { account: 'a' } });
    expect(stale.filter((key) => key.every((part, index) => part === plan[index]))).toEqual([]);
  });

  it('refresh what is on screen', async () => {
    let title = 'old';
    const { transport } = await renderInApp(<Titles page={1} />, {
      preferences: { activeAccount: 'a' },
      handlers: {
        'products.list': ({ account }) => ({ items: [product(String(account), title)], total: 1, syncedAt: null }),
      },
    });
    expect(await screen.findByText('old')).toBeTruthy();
    title = 'new';
    const reads = () => transport.calls.filter(({ method }) => method === 'products.list').length;
    await act(async () => transport.emit('products.changed', { account: 'b' }));
    expect(reads()).toBe(1);
    await act(async () => transport.emit('products.changed', { account: 'a' }));
    expect(await screen.findByText('new')).toBeTruthy();
    expect(reads()).toBe(2);
  });
});
