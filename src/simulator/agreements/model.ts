/** What the Agreement service keeps beside the agreements: requests about them. Plain JSON throughout; instants as ISO text. */

export type PaymentRequestStatus =
  'VALIDATING' | 'VALIDATION_FAILED' | 'PENDING_APPROVAL' | 'APPROVED' | 'REJECTED' | 'CANCELLED';

export interface PaymentRequest {
  readonly id: string;
  readonly agreementId: string;
  readonly termId: string;
  readonly name: string;
  readonly description: string | null;
  readonly chargeAmount: string;
  readonly currencyCode: string;
  readonly status: PaymentRequestStatus;
  readonly statusMessage: string | null;
  /** Set once approved. */
  readonly chargeId: string | null;
  readonly purchaseOrderReference: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When it is approved without an answer; null = never. */
  readonly approvedAt: string | null;
}

export type CancellationStatus = 'PENDING_APPROVAL' | 'APPROVED' | 'REJECTED' | 'CANCELLED' | 'VALIDATION_FAILED';

export interface CancellationRequest {
  readonly id: string;
  readonly agreementId: string;
  readonly reasonCode: string;
  readonly description: string | null;
  readonly status: CancellationStatus;
  readonly statusMessage: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type AdjustmentStatus = 'PENDING' | 'COMPLETED' | 'VALIDATION_FAILED';

export interface BillingAdjustment {
  readonly id: string;
  readonly agreementId: string;
  readonly originalInvoiceId: string;
  readonly adjustmentAmount: string;
  readonly currencyCode: string;
  readonly reasonCode: string;
  readonly description: string | null;
  readonly status: AdjustmentStatus;
  readonly statusMessage: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a client token was first used for, and what was answered. */
export interface TokenUse {
  readonly payload: string;
  readonly resultId: string;
  readonly usedAt: string;
}

/** How the buyer wants payment requests handled. */
export interface PaymentApproval {
  readonly strategy: 'AUTO_APPROVE_ON_EXPIRATION' | 'WAIT_FOR_APPROVAL';
  readonly expirationDuration: string | null;
}

export interface AgreementState {
  /** By agreement id; absent = every request waits for an answer. */
  readonly approvals: Readonly<Record<string, PaymentApproval>>;
  /** Agreements whose seller has opted out of the renewal. */
  readonly sellerOptOuts: readonly string[];
  readonly paymentRequests: readonly PaymentRequest[];
  readonly cancellationRequests: readonly CancellationRequest[];
  readonly adjustments: readonly BillingAdjustment[];
  /** Used tokens by account, operation and token. */
  readonly tokens: Readonly<Record<string, TokenUse>>;
  /** Future dated agreements whose start has not been announced yet. */
  readonly awaitingStart: readonly string[];
}

export const NO_REQUESTS: AgreementState = {
  approvals: {},
  sellerOptOuts: [],
  paymentRequests: [],
  cancellationRequests: [],
  adjustments: [],
  tokens: {},
  awaitingStart: [],
};
