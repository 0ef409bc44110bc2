/** What the Agreement service announces, each party in its role. Ends and renewals are told as the catalog tells them. */
import type { AgreementRecord, ProductEntity } from '../catalog/model.ts';
import type { SimulatedEvent } from '../types.ts';
import { licenseArn } from './entitlements.ts';
import type { BillingAdjustment, CancellationRequest, CancellationStatus } from './model.ts';

export type Role = 'Proposer' | 'Manufacturer' | 'Acceptor';

interface Announcement {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources?: readonly string[];
  readonly time: string;
}

const EVERYBODY: readonly Role[] = ['Proposer', 'Manufacturer', 'Acceptor'];

/** Who sold its own product is told once, as proposer. */
function announce(
  agreement: AgreementRecord,
  { name, roles, detail, resources, time }: Announcement,
): SimulatedEvent[] {
  const { proposer, manufacturer, acceptor } = agreement;
  const accounts: Readonly<Record<Role, string>> = {
    Proposer: proposer,
    Manufacturer: manufacturer,
    Acceptor: acceptor,
  };
  const told = roles.filter(
    (role) => role !== 'Manufacturer' || manufacturer !== proposer || !roles.includes('Proposer'),
  );
  return told.map((role) => ({
    accountId: accounts[role],
    source: 'aws.agreement-marketplace',
    detailType: `${name} - ${role}`,
    resources: resources ?? [],
    detail,
    time,
  }));
}

const STATUS_WORDS: Readonly<Record<CancellationStatus, string>> = {
  PENDING_APPROVAL: 'Pending Approval',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
  VALIDATION_FAILED: 'Validation Failed',
};

export function cancellationEvents(
  agreement: AgreementRecord,
  request: CancellationRequest,
  requestId: string,
): SimulatedEvent[] {
  return announce(agreement, {
    name: `Agreement Cancellation Request ${STATUS_WORDS[request.status]}`,
    // What failed validation never reached the buyer.
    roles: request.status === 'VALIDATION_FAILED' ? ['Proposer'] : EVERYBODY,
    time: request.updatedAt,
    detail: {
      requestId,
      catalog: 'AWSMarketplace',
      agreement: {
        id: agreement.id,
        acceptorId: agreement.acceptor,
        productId: agreement.productId,
        offerId: agreement.offerId,
      },
      agreementCancellationRequest: {
        id: request.id,
        reasonCode: request.reasonCode,
        reasonMessage: request.description,
        statusCode: request.status,
        statusMessage: request.statusMessage,
        createdAt: request.createdAt,
        updatedAt: request.updatedAt,
      },
    },
  });
}

/** The amount is told as what it takes off. */
export function adjustmentEvents(
  agreement: AgreementRecord,
  adjustment: BillingAdjustment,
  requestId: string,
): SimulatedEvent[] {
  const isDone = adjustment.status === 'COMPLETED';
  return announce(agreement, {
    name: `Purchase Agreement Billing Adjustment ${isDone ? 'Completed' : 'Failed'}`,
    roles: isDone ? EVERYBODY : ['Proposer'],
    time: adjustment.updatedAt,
    detail: {
      requestId,
      catalog: 'AWSMarketplace',
      agreement: { id: agreement.id },
      billingAdjustmentRequest: {
        id: adjustment.id,
        adjustmentAmount: `-${adjustment.adjustmentAmount}`,
        currencyCode: adjustment.currencyCode,
        adjustmentReasonCode: adjustment.reasonCode,
      },
      invoice: { originalInvoiceId: adjustment.originalInvoiceId },
    },
  });
}

export interface AgreementNews {
  readonly requestId: string;
  readonly time: string;
}

/** The buyer has changed what it had chosen, e.g. whether the agreement renews. */
export function amendedEvents(agreement: AgreementRecord, { requestId, time }: AgreementNews): SimulatedEvent[] {
  const { id, status, acceptedAt, startTime, endTime, resaleAuthorizationId } = agreement;
  return announce(agreement, {
    name: 'Purchase Agreement Amended',
    roles: EVERYBODY,
    resources: [`arn:aws:aws-marketplace::aws:agreement:${id}`],
    time,
    detail: {
      requestId,
      catalog: 'AWSMarketplace',
      agreement: { id, intent: 'AMEND', status, acceptanceTime: acceptedAt, startTime, endTime },
      resaleAuthorization: resaleAuthorizationId === null ? null : { id: resaleAuthorizationId },
      acceptor: { accountId: agreement.acceptor },
      proposer: { accountId: agreement.proposer },
      offer: { id: agreement.offerId },
    },
  });
}

export function licenseEvents(
  agreement: AgreementRecord,
  product: ProductEntity | undefined,
  { requestId, time, kind }: AgreementNews & { readonly kind: 'Updated' | 'Deprovisioned' },
): SimulatedEvent[] {
  return announce(agreement, {
    name: `License ${kind}`,
    roles: ['Manufacturer'],
    resources: [`arn:aws:aws-marketplace::aws:agreement:${agreement.id}`],
    time,
    detail: {
      requestId,
      catalog: 'AWSMarketplace',
      agreement: { id: agreement.id },
      product: { id: agreement.productId, code: product?.productCode ?? null },
      license: { arn: licenseArn(agreement) },
      acceptor: { accountId: agreement.acceptor },
      proposer: { accountId: agreement.proposer },
      offer: { id: agreement.offerId },
    },
  });
}
