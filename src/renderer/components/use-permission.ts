/** Whether an account's persona does something, and whether AWS has refused its credentials to do it. */
import { findRefused, plainAction } from '../../shared/domain/account/permissions.ts';
import { mayDo, type Deed, type Persona } from '../../shared/domain/account/persona.ts';
import { useActiveAccount } from '../stores/active-account.ts';
import { useAccounts } from './use-accounts.ts';

export type Permission =
  | { readonly state: 'allowed' }
  | { readonly state: 'not-for-persona' }
  /** `action` is what AWS refused, narrowed to a change type where it was. */
  | { readonly state: 'refused'; readonly account: string; readonly action: string };

/** For null: the active account, or all accounts; refused only when every one of them was. */
export function usePermission(
  account: string | readonly string[] | null,
  actions: readonly string[],
  deed?: Deed,
): Permission {
  const concerned = useConcerned(account);
  if (concerned.length === 0) return { state: 'allowed' };
  const doing = deed === undefined ? concerned : concerned.filter(({ persona }) => mayDo(persona, deed));
  const [first] = doing;
  if (!first) return { state: 'not-for-persona' };
  const refused = doing.map(({ capabilities }) => findRefused(capabilities, actions));
  const [action] = refused;
  return action && refused.every((each) => each !== null)
    ? { state: 'refused', account: first.key, action }
    : { state: 'allowed' };
}

/** The IAM action that AWS has refused to the account, for menus, whose items say why they are greyed out by themselves. */
export function useRefusedAction(account: string, actions: readonly string[]): string | null {
  const permission = usePermission(account, actions);
  return permission.state === 'refused' ? plainAction(permission.action) : null;
}

/** The personas of the active account, or of all. */
export function useActivePersonas(): readonly Persona[] {
  return useConcerned(null).map(({ persona }) => persona);
}

function useConcerned(account: string | readonly string[] | null) {
  const active = useActiveAccount();
  const { accounts } = useAccounts();
  const keys = account ?? active;
  if (keys === null) return accounts;
  return accounts.filter(({ key }) => (typeof keys === 'string' ? key === keys : keys.includes(key)));
}
