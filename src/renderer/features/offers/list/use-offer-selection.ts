/** Offers chosen in the list, over all its pages; another account begins anew. */
import { useState } from 'react';
import type { OfferSummary } from '../../../../shared/domain/offer/offer.ts';
import { useActiveAccount } from '../../../stores/active-account.ts';

const offerKey = ({ account, id }: Pick<OfferSummary, 'account' | 'id'>): string => `${account} ${id}`;

export interface OfferSelection {
  readonly items: readonly OfferSummary[];
  /** Takes what is selected on one page; the other pages keep theirs. */
  setOnPage(selected: readonly OfferSummary[], page: readonly OfferSummary[]): void;
  clear(): void;
}

export function useOfferSelection(): OfferSelection {
  const account = useActiveAccount();
  const [kept, setKept] = useState<{ account: string | null; items: readonly OfferSummary[] }>({ account, items: [] });
  const items = kept.account === account ? kept.items : [];
  return {
    items,
    setOnPage(selected, page) {
      const onPage = new Set(page.map(offerKey));
      const others = items.filter((item) => !onPage.has(offerKey(item)));
      setKept({ account, items: [...others, ...selected.filter((item) => onPage.has(offerKey(item)))] });
    },
    clear: () => setKept({ account, items: [] }),
  };
}
