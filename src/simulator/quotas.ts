/** Token buckets by account and operation, from the published quotas of the Marketplace APIs. */

/** Calls per second and account. Sources: "Service quotas for AWS Marketplace Catalog API", "… Agreement API". */
const CALLS_PER_SECOND: Readonly<Record<string, number>> = {
  ListEntities: 10,
  DescribeEntity: 20,
  // Unpublished; counted like single reads.
  BatchDescribeEntities: 20,
  StartChangeSet: 5,
  ListChangeSets: 5,
  CancelChangeSet: 5,
  DescribeChangeSet: 10,
  TagResource: 5,
  UntagResource: 5,
  ListTagsForResource: 5,
  PutResourcePolicy: 5,
  GetResourcePolicy: 5,
  DeleteResourcePolicy: 5,
  SearchAgreements: 5,
  DescribeAgreement: 5,
  GetAgreementTerms: 10,
  GetAgreementEntitlements: 10,
  ListAgreementPaymentRequests: 5,
  GetAgreementPaymentRequest: 5,
  ListAgreementCancellationRequests: 5,
  GetAgreementCancellationRequest: 5,
  ListAgreementInvoiceLineItems: 10,
  ListBillingAdjustmentRequests: 5,
  GetBillingAdjustmentRequest: 5,
  ListAgreementCharges: 15,
  SendAgreementPaymentRequest: 5,
  CancelAgreementPaymentRequest: 5,
  SendAgreementCancellationRequest: 2,
  CancelAgreementCancellationRequest: 2,
  BatchCreateBillingAdjustmentRequest: 2,
  CancelAgreement: 3,
  AcceptAgreementPaymentRequest: 5,
  RejectAgreementPaymentRequest: 5,
  AcceptAgreementCancellationRequest: 2,
  RejectAgreementCancellationRequest: 2,
};

export interface Quotas {
  enforce(enforced: boolean): void;
  /** Whether one more call is within the quota; spends it if so. */
  admit(accountId: string, operation: string): boolean;
}

interface TokenBucket {
  tokens: number;
  filledAt: number;
}

export function createQuotas(options: { enforced: boolean; speed: number; realNow: () => number }): Quotas {
  const buckets = new Map<string, TokenBucket>();
  let isEnforced = options.enforced;
  return {
    enforce(enforced) {
      isEnforced = enforced;
      buckets.clear();
    },
    admit(accountId, operation) {
      const limit = CALLS_PER_SECOND[operation];
      if (!isEnforced || limit === undefined) return true;
      const perSecond = limit * options.speed;
      const now = options.realNow();
      const key = `${accountId}/${operation}`;
      const bucket = buckets.get(key) ?? { tokens: perSecond, filledAt: now };
      bucket.tokens = Math.min(perSecond, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond);
      bucket.filledAt = now;
      buckets.set(key, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}
