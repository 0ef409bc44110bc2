/** The rules, asked with today's date and what this machine knows about the account. */
import type { OfferDraft } from '../../shared/domain/offer/draft.ts';
import type { Finding } from '../../shared/domain/offer/finding.ts';
import { preflight } from '../../shared/domain/offer/preflight/index.ts';
import { fail } from '../../shared/errors/app-error.ts';
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

const NOTHING_KNOWN = { today: '', sellerAccountId: null, eulaBucketConfigured: true };

/** What the first of these rules that finds something says; they look at what the draft is made from alone. */
export function findRefusal(ruleIds: readonly string[], draft: OfferDraft): Finding | null {
  const findings = preflight(draft, null, NOTHING_KNOWN);
  const [first] = ruleIds.flatMap((id) => findings.filter(({ ruleId }) => ruleId === id));
  return first ?? null;
}

/** Refuses a draft before it is begun. */
export function refuseBy(ruleIds: readonly string[], draft: OfferDraft): void {
  const refused = findRefusal(ruleIds, draft);
  if (!refused) return;
  const { path, messageKey, params } = refused;
  fail('preflight-failed', { params: { count: 1 }, fields: [{ path, messageKey, params }] });
}
