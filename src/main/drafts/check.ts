/** The rules, asked with today's date and what this machine knows about the account. */
import { preflight } from '../../shared/domain/offer/preflight/index.ts';
import type { Clock } from '../ports.ts';
import type { DraftCheck } from '../sources.ts';

export function createDraftCheck(clock: Clock): DraftCheck {
  return (draft, product, { account, held }) =>
    preflight(draft, product, {
      today: new Date(clock.now()).toISOString().slice(0, 10),
      sellerAccountId: account.awsAccountId,
      eulaBucketConfigured: account.eulaBucket !== null,
      held,
    });
}
