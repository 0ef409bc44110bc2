/** What will happen at an agreement's end: computed from its renewal term and from what the parties have said. */
import type { AgreementRecord } from '../catalog/model.ts';
import { findTerm } from './choices.ts';
import type { AgreementContext } from './context.ts';
import type { AgreementLedger } from './ledger.ts';

export interface EndTimeBehavior {
  readonly type: 'RENEW' | 'EXPIRE';
  readonly reasonCode?:
    'PROPOSER_RENEW_OPTED_OUT' | 'ACCEPTOR_RENEW_OPTED_OUT' | 'NO_RENEWAL_TERM' | 'RENEWAL_LIMIT_EXHAUSTED';
  readonly renewalSummary?: { readonly offerId: string };
}

/** Null where no end is set. */
export function endTimeBehavior(
  agreement: AgreementRecord,
  { ledger, store }: Pick<AgreementContext, 'ledger' | 'store'>,
): EndTimeBehavior | null {
  if (agreement.endTime === null) return null;
  const renewalSummary = { offerId: agreement.offerId };
  const term = findTerm(agreement, 'RenewalTerm');
  if (store.sellerOptOuts.has(agreement.id)) {
    return { type: 'EXPIRE', reasonCode: 'PROPOSER_RENEW_OPTED_OUT', renewalSummary };
  }
  if (!term) return { type: 'EXPIRE', reasonCode: 'NO_RENEWAL_TERM' };
  if (agreement.autoRenew !== true) {
    return { type: 'EXPIRE', reasonCode: 'ACCEPTOR_RENEW_OPTED_OUT', renewalSummary };
  }
  const limit = term['MaxRenewals'];
  if (typeof limit === 'number' && renewalsUpTo(agreement, ledger) >= limit) {
    return { type: 'EXPIRE', reasonCode: 'RENEWAL_LIMIT_EXHAUSTED' };
  }
  return { type: 'RENEW', renewalSummary };
}

/** Renewals in the chain up to this agreement, itself included. */
function renewalsUpTo(agreement: AgreementRecord, ledger: AgreementLedger): number {
  if (agreement.intent !== 'RENEW') return 0;
  const chain = agreement.initialAgreementId;
  let count = 0;
  for (const other of ledger.agreements()) {
    if (other.intent === 'RENEW' && other.initialAgreementId === chain && other.startTime <= agreement.startTime)
      count += 1;
  }
  return count;
}
