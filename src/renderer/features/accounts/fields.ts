/** What every group of account fields gets. */
import type { Account } from '../../../shared/domain/account/account.ts';
import type { AccountForm } from './account-form.ts';
import type { ErrorAt } from './field-errors.ts';

export interface FieldsProps {
  readonly form: AccountForm;
  readonly change: (patch: Partial<AccountForm>) => void;
  readonly errorAt: ErrorAt;
  /** The other accounts of this machine. */
  readonly others: readonly Account[];
}
