/** What the account switcher offers for a search text, and where the window goes after a switch. */
import type { Account } from '../../shared/domain/account/account.ts';

type Searchable = Pick<Account, 'key' | 'name' | 'prefix' | 'awsAccountId' | 'colour'>;

/** Accounts whose name, prefix or id contains every word; null stands for all accounts, offered while nothing is typed. */
export function findChoices<A extends Searchable>(accounts: readonly A[], text: string): readonly (A | null)[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [null, ...accounts];
  return accounts.filter((account) => {
    const haystack = `${account.name} ${account.prefix} ${account.awsAccountId}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** A page about one thing of the previous account (an offer, a draft) gives way to its list. */
export function toPathAfterSwitch(pathname: string): string {
  const [place = '', ...rest] = pathname.split('/').filter(Boolean);
  const isBound = rest.length > 0 && place !== 'accounts' && place !== 'settings';
  return isBound ? `/${place}` : pathname;
}
