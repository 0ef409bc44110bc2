/** What the fields of authorizations work with beside the shared editor: the draft as it is, and the list prices. */
import { createContext, useContext } from 'react';
import type { ListPrices } from '../../../../shared/domain/authorization/discount.ts';
import type { AuthorizationDraft } from '../../../../shared/domain/authorization/draft.ts';
import type { AuthorizationAction } from '../../../../shared/domain/authorization/wizard/reducer.ts';

export interface AuthorizationEditor {
  readonly draft: AuthorizationDraft;
  /** Prices of the product's public offer; null where none are known here. */
  readonly list: ListPrices | null;
  dispatch(action: AuthorizationAction): void;
}

export const AuthorizationContext = createContext<AuthorizationEditor | null>(null);

export function useAuthorization(): AuthorizationEditor {
  const editor = useContext(AuthorizationContext);
  if (!editor) throw new Error('The editor of authorizations is missing');
  return editor;
}
