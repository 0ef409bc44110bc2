/** An account's colour and name, the same everywhere. */
import './account-colour.css';
import type { Account } from '../../shared/domain/account/account.ts';

export type AccountColour = Account['colour'];

export function AccountDot({ colour }: { colour: AccountColour }) {
  return (
    <svg className={`account-dot account-colour-${colour}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
    </svg>
  );
}

export function AccountBadge({ account }: { account: Pick<Account, 'name' | 'colour'> }) {
  return (
    <span className="account-badge">
      <AccountDot colour={account.colour} />
      <span>{account.name}</span>
    </span>
  );
}
