/** Rows chosen in a list, over all its pages and filters; another account begins anew. */
import { useState } from 'react';
import { useActiveAccount } from '../stores/active-account.ts';

interface Listed {
  readonly account: string;
  readonly id: string;
}

export const listedKey = ({ account, id }: Listed): string => `${account} ${id}`;

export interface ListSelection<T extends Listed> {
  readonly items: readonly T[];
  /** Takes what is selected on one page; the other pages keep theirs. */
  setOnPage(selected: readonly T[], page: readonly T[]): void;
  setAll(items: readonly T[]): void;
  clear(): void;
}

export function useListSelection<T extends Listed>(): ListSelection<T> {
  const account = useActiveAccount();
  const [kept, setKept] = useState<{ account: string | null; items: readonly T[] }>({ account, items: [] });
  const items = kept.account === account ? kept.items : [];
  return {
    items,
    setOnPage(selected, page) {
      const onPage = new Set(page.map(listedKey));
      const others = items.filter((item) => !onPage.has(listedKey(item)));
      setKept({ account, items: [...others, ...selected.filter((item) => onPage.has(listedKey(item)))] });
    },
    setAll: (chosen) => setKept({ account, items: chosen }),
    clear: () => setKept({ account, items: [] }),
  };
}
