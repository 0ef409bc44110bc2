/** DescribeAgreement, GetAgreementTerms, GetAgreementEntitlements: one agreement for either of its parties. */
import type { AgreementRecord } from '../../catalog/model.ts';
import { acceptedTerms } from '../accepted-terms.ts';
import { estimatedCharges } from '../charges.ts';
import { agreementFor, dateOf, nowOf, partyOf, type Operation } from '../context.ts';
import { endTimeBehavior } from '../end-time.ts';
import { entitlementOf } from '../entitlements.ts';
import { pageOf } from '../paging.ts';

export const describeAgreement: Operation = (input, caller, context) => {
  const agreement = agreementFor(input, caller, context);
  return {
    agreementId: agreement.id,
    acceptor: { accountId: agreement.acceptor },
    proposer: { accountId: agreement.proposer },
    startTime: dateOf(agreement.startTime),
    endTime: dateOf(agreement.endTime),
    acceptanceTime: dateOf(agreement.acceptedAt),
    agreementType: 'PurchaseAgreement',
    estimatedCharges: estimatedCharges(agreement, context.store.paymentRequestsOf(agreement.id)),
    proposalSummary: proposalSummary(agreement),
    status: agreement.status,
    initialAgreementId: agreement.initialAgreementId,
    endTimeBehavior: endTimeBehavior(agreement, context) ?? undefined,
  };
};

export const getAgreementTerms: Operation = (input, caller, context) => {
  const agreement = agreementFor(input, caller, context);
  const surroundings = { clock: context.deps.clock, approval: context.store.approvals.get(agreement.id) };
  const items = acceptedTerms(agreement, surroundings).map((term, index) => ({ term, place: place(index) }));
  const page = pageOf({ items, key: (item) => item.place, id: (item) => item.place }, input);
  return { acceptedTerms: page.items.map(({ term }) => term), nextToken: page.nextToken };
};

export const getAgreementEntitlements: Operation = (input, caller, context) => {
  const agreement = agreementFor(input, caller, context);
  const entitlement = entitlementOf(agreement, nowOf(context), partyOf(agreement, caller) ?? 'Proposer');
  const page = pageOf({ items: [entitlement], key: () => '', id: () => '' }, input);
  return { agreementEntitlements: page.items, nextToken: page.nextToken };
};

export function proposalSummary(agreement: AgreementRecord): Record<string, unknown> {
  return {
    resources: [{ id: agreement.productId, type: agreement.productType }],
    offerId: agreement.offerId,
    offerSetId: agreement.offerSetId ?? undefined,
  };
}

/** Keeps the order of the terms as text. */
function place(index: number): string {
  return String(index).padStart(4, '0');
}
