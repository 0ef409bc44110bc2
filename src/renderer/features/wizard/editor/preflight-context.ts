/** What the rules need to know beside the draft and its product. */
import type { Account } from '../../../../shared/domain/account/account.ts';
import type { PreflightContext } from '../../../../shared/domain/offer/preflight/index.ts';

export function preflightContextOf(account: Account | null, today: string): PreflightContext {
  return {
    today,
    sellerAccountId: account?.awsAccountId ?? null,
    eulaBucketConfigured: (account?.eulaBucket ?? null) !== null,
  };
}
