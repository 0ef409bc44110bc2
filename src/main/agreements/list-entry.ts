/** One agreement as the list columns of the local copy hold it, from AWS's search or from its description. */
import type { AgreementViewSummary, DescribeAgreementOutput } from '@aws-sdk/client-marketplace-agreement';
import type { AgreementRole } from '../../shared/domain/agreement/agreement.ts';
import { foldText } from '../../shared/domain/text/fold.ts';

export interface AgreementRow {
  readonly id: string;
  readonly role: AgreementRole;
  readonly status: string;
  readonly productId: string;
  readonly productType: string;
  readonly offerId: string;
  readonly offerSetId: string | null;
  readonly acceptor: string;
  readonly proposer: string;
  readonly acceptedAt: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** null where AWS does not say: a description has no time of its last update. */
  readonly updatedAt: string | null;
  readonly endBehavior: string | null;
  readonly endReason: string | null;
  readonly initialAgreementId: string | null;
}

/** null for an entry without an id or without the time of its last update. */
export function toListedAgreement(entry: AgreementViewSummary): AgreementRow | null {
  const updatedAt = toInstantText(entry.lastUpdateTime);
  if (!entry.agreementId || updatedAt === null) return null;
  return {
    ...parties(entry, entry.agreementId),
    updatedAt,
    endBehavior: entry.endTimeBehaviorType ?? null,
    endReason: entry.endTimeBehaviorReasonCode ?? null,
  };
}

export function toDescribedAgreement(description: DescribeAgreementOutput, id: string): AgreementRow {
  return {
    ...parties(description, id),
    updatedAt: null,
    endBehavior: description.endTimeBehavior?.type ?? null,
    endReason: description.endTimeBehavior?.reasonCode ?? null,
  };
}

function parties(
  from: AgreementViewSummary | DescribeAgreementOutput,
  id: string,
): Omit<AgreementRow, 'updatedAt' | 'endBehavior' | 'endReason'> {
  const [resource] = from.proposalSummary?.resources ?? [];
  return {
    id,
    role: 'proposer',
    status: from.status ?? 'UNKNOWN',
    productId: resource?.id ?? '',
    productType: resource?.type ?? '',
    offerId: from.proposalSummary?.offerId ?? '',
    offerSetId: from.proposalSummary?.offerSetId ?? null,
    acceptor: from.acceptor?.accountId ?? '',
    proposer: from.proposer?.accountId ?? '',
    acceptedAt: toInstantText(from.acceptanceTime),
    startsAt: toInstantText(from.startTime),
    endsAt: toInstantText(from.endTime),
    initialAgreementId: from.initialAgreementId ?? null,
  };
}

/** Whole seconds: texts then compare as times do. */
export function toInstantText(time: Date | undefined): string | null {
  return time && !Number.isNaN(time.getTime()) ? `${time.toISOString().slice(0, 19)}Z` : null;
}

/** What a text filter looks into; titles of products and names of offers are looked up on their own. */
export function searchTextOf({ id, offerId, acceptor, proposer }: AgreementRow): string {
  return foldText([id, offerId, acceptor, proposer].join('\n'));
}
