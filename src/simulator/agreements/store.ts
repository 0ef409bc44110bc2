/** The requests about agreements, by id. */
import type {
  AgreementState,
  BillingAdjustment,
  CancellationRequest,
  PaymentApproval,
  PaymentRequest,
  TokenUse,
} from './model.ts';

export class AgreementStore {
  readonly approvals = new Map<string, PaymentApproval>();
  readonly sellerOptOuts = new Set<string>();
  readonly paymentRequests = new Map<string, PaymentRequest>();
  readonly cancellationRequests = new Map<string, CancellationRequest>();
  readonly adjustments = new Map<string, BillingAdjustment>();
  readonly tokens = new Map<string, TokenUse>();
  readonly awaitingStart = new Set<string>();

  constructor(state: AgreementState) {
    this.load(state);
  }

  paymentRequestsOf(agreementId: string): PaymentRequest[] {
    return [...this.paymentRequests.values()].filter((request) => request.agreementId === agreementId);
  }

  adjustmentsOf(agreementId: string): BillingAdjustment[] {
    return [...this.adjustments.values()].filter((adjustment) => adjustment.agreementId === agreementId);
  }

  save(): AgreementState {
    return {
      approvals: Object.fromEntries(this.approvals),
      sellerOptOuts: [...this.sellerOptOuts],
      paymentRequests: [...this.paymentRequests.values()],
      cancellationRequests: [...this.cancellationRequests.values()],
      adjustments: [...this.adjustments.values()],
      tokens: Object.fromEntries(this.tokens),
      awaitingStart: [...this.awaitingStart],
    };
  }

  load(state: AgreementState): void {
    this.approvals.clear();
    for (const [id, approval] of Object.entries(state.approvals)) this.approvals.set(id, approval);
    this.sellerOptOuts.clear();
    for (const id of state.sellerOptOuts) this.sellerOptOuts.add(id);
    fill(this.paymentRequests, state.paymentRequests);
    fill(this.cancellationRequests, state.cancellationRequests);
    fill(this.adjustments, state.adjustments);
    this.tokens.clear();
    for (const [key, use] of Object.entries(state.tokens)) this.tokens.set(key, use);
    this.awaitingStart.clear();
    for (const id of state.awaitingStart) this.awaitingStart.add(id);
  }
}

function fill<T extends { readonly id: string }>(map: Map<string, T>, items: readonly T[]): void {
  map.clear();
  for (const item of items) map.set(item.id, item);
}
