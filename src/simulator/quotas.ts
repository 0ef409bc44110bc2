/** Token buckets by account and operation, from the published quotas of the Marketplace and Partner Central APIs. */
import { sellingQuota } from './selling/quotas.ts';

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

/** Operations of one group spend from one bucket; some have a budget for any 24 hours too. */
export interface QuotaGroup {
  readonly name: string;
  readonly perSecond: number;
  readonly perDay: number | null;
}

export interface Quotas {
  enforce(enforced: boolean): void;
  /** Whether one more call is within the quota; spends it if so. */
  admit(call: QuotaSubject): boolean;
}

export interface QuotaSubject {
  readonly accountId: string;
  /** As the wire layer names it. */
  readonly service: string;
  readonly operation: string;
}

interface TokenBucket {
  tokens: number;
  filledAt: number;
  /** When the calls of the last 24 hours came; kept only where a day has a budget. */
  spent: number[];
}

const DAY_MS = 86_400_000;

export function createQuotas(options: { enforced: boolean; speed: number; realNow: () => number }): Quotas {
  const buckets = new Map<string, TokenBucket>();
  let isEnforced = options.enforced;
  return {
    enforce(enforced) {
      isEnforced = enforced;
      buckets.clear();
    },
    admit({ accountId, ...call }) {
      const group = groupOf(call);
      if (!isEnforced || group === null) return true;
      const perSecond = group.perSecond * options.speed;
      const now = options.realNow();
      const key = `${accountId}/${group.name}`;
      const bucket = buckets.get(key) ?? { tokens: perSecond, filledAt: now, spent: [] };
      bucket.tokens = Math.min(Math.max(1, perSecond), bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond);
      bucket.filledAt = now;
      buckets.set(key, bucket);
      if (bucket.tokens < 1 || isDaySpent(bucket, group, now - DAY_MS / options.speed)) return false;
      bucket.tokens -= 1;
      if (group.perDay !== null) bucket.spent.push(now);
      return true;
    },
  };
}

function isDaySpent(bucket: TokenBucket, { perDay }: QuotaGroup, since: number): boolean {
  if (perDay === null) return false;
  const first = bucket.spent.findIndex((at) => at > since);
  bucket.spent.splice(0, first === -1 ? bucket.spent.length : first);
  return bucket.spent.length >= perDay;
}

function groupOf({ service, operation }: Omit<QuotaSubject, 'accountId'>): QuotaGroup | null {
  if (service === 'partner-central-selling') return sellingQuota(operation);
  const perSecond = CALLS_PER_SECOND[operation];
  return perSecond === undefined ? null : { name: operation, perSecond, perDay: null };
}
