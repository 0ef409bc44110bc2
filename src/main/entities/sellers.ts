/** Name and 12-digit id of seller accounts, as far as the copies of their entities need them. */
import { accountSettingsSchema } from '../../shared/domain/account/account.ts';
import { fail } from '../../shared/errors/app-error.ts';
import type { Database } from '../storage/database.ts';

export interface Seller {
  readonly name: string;
  readonly awsAccountId: string;
}

const sellerSchema = accountSettingsSchema.pick({ name: true, awsAccountId: true });

/** Fails as `not-found` for an account that is not (or no longer) set up here. */
export function getSeller(database: Database, account: string): Seller {
  const row = database.get<{ settings: string }>('SELECT settings FROM accounts WHERE key = ?', account);
  if (!row) fail('not-found', { params: { name: account } });
  return sellerSchema.parse(JSON.parse(row.settings));
}
