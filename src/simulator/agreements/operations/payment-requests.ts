/** Payment requests: the seller asks for money within a variable payment term, the buyer answers. */
import { compareAmounts, sumAmounts } from '../../../shared/domain/money/amount.ts';
import { addDuration, toInstant } from '../../catalog/instants.ts';
import type { AgreementRecord, Term } from '../../catalog/model.ts';
import { termId } from '../accepted-terms.ts';
import { findTerm } from '../choices.ts';
import { once } from '../client-tokens.ts';
import {
  agreementFor,
  agreementOf,
  dateOf,
  nowOf,
  requireActive,
  type AgreementContext,
  type Operation,
  type OperationInput,
} from '../context.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { negative } from '../invoices.ts';
import type { PaymentRequest } from '../model.ts';
import { pageOf } from '../paging.ts';
import { approval } from '../put-request.ts';
import { listFilter, optionalText, requiredText } from '../request-inputs.ts';

const STATUSES = ['VALIDATING', 'VALIDATION_FAILED', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'CANCELLED'];

export const sendAgreementPaymentRequest: Operation = (input, caller, context) => {
  const agreement = agreementOf('Proposer', input, caller, context);
  const tokened = { operation: 'SendAgreementPaymentRequest', resourceType: 'PaymentRequest', input, caller } as const;
  const id = once(tokened, context, () => {
    const failure = context.controls.takeFailure(caller.accountId, 'payment');
    const request = newRequest(agreement, input, { failure, context });
    context.store.paymentRequests.set(request.id, request);
    if (failure !== null) context.lifeCycle.process(request.id, failure);
    return request.id;
  });
  const { chargeId: _chargeId, updatedAt: _updatedAt, statusMessage: _message, ...rest } = described(byId(id, context));
  return rest;
};

function newRequest(
  agreement: AgreementRecord,
  input: OperationInput,
  { failure, context }: { readonly failure: string | null; readonly context: AgreementContext },
): PaymentRequest {
  requireActive(agreement);
  const term = findTerm(agreement, 'VariablePaymentTerm');
  if (!term || input['termId'] !== termId(agreement, 'VariablePaymentTerm')) {
    const message = `'${String(input['termId'])}' is no variable payment term of agreement ${agreement.id}.`;
    throw invalid({ reason: 'INVALID_TERM_ID', field: 'termId', message });
  }
  const name = requiredText(input, 'name', { reason: 'INVALID_NAME', min: 5, max: 64 });
  const description = optionalText(input, 'description', { reason: 'INVALID_DESCRIPTION', min: 1, max: 2000 });
  const chargeAmount = readAmount(input, remainingOf(agreement, term, context));
  const now = nowOf(context);
  return {
    id: `pr-${context.deps.randomId(25)}`,
    agreementId: agreement.id,
    termId: String(input['termId']),
    name,
    description,
    chargeAmount,
    currencyCode: String(term['CurrencyCode']),
    status: failure === null ? 'PENDING_APPROVAL' : 'VALIDATING',
    statusMessage: null,
    chargeId: null,
    purchaseOrderReference: null,
    createdAt: now,
    updatedAt: now,
    approvedAt: silentApproval(agreement, now, context),
  };
}

/** When nobody answers: approved at the end of the period, or never, as the buyer chose in the term. */
function silentApproval({ id }: AgreementRecord, now: string, { store }: AgreementContext): string | null {
  const approval = store.approvals.get(id);
  if (approval?.strategy !== 'AUTO_APPROVE_ON_EXPIRATION' || approval.expirationDuration === null) return null;
  return `${addDuration(now.slice(0, 10), approval.expirationDuration)}${now.slice(10)}`;
}

/** What is neither charged nor asked for yet. */
function remainingOf(agreement: AgreementRecord, term: Term, { store }: AgreementContext): string {
  const taken = store
    .paymentRequestsOf(agreement.id)
    .filter(({ status }) => ['VALIDATING', 'PENDING_APPROVAL', 'APPROVED'].includes(status))
    .map(({ chargeAmount }) => negative(chargeAmount));
  return sumAmounts([String(term['MaxTotalChargeAmount']), ...taken]);
}

function readAmount(input: OperationInput, remaining: string): string {
  const amount = String(input['chargeAmount']);
  const fail = (message: string) => invalid({ reason: 'INVALID_CHARGE_AMOUNT', field: 'chargeAmount', message });
  if (!/^\d{1,12}(\.\d{1,8})?$/.test(amount) || compareAmounts(amount, '0') <= 0) {
    throw fail('chargeAmount must be a positive decimal with at most 8 decimals.');
  }
  if (compareAmounts(amount, remaining) > 0) {
    throw fail(`chargeAmount exceeds the remaining ${remaining} of the variable payment term.`);
  }
  return amount;
}

export const getAgreementPaymentRequest: Operation = (input, caller, context) => {
  agreementFor(input, caller, context);
  return described(requestOf(input, context));
};

export const listAgreementPaymentRequests: Operation = (input, caller, context) => {
  const filter = listFilter(input, caller, context, { statuses: STATUSES });
  const items = [...context.store.paymentRequests.values()].filter(filter);
  const page = pageOf({ items, key: ({ createdAt }) => createdAt, id: ({ id }) => id, descending: true }, input);
  return { items: page.items.map(described), nextToken: page.nextToken };
};

export const cancelAgreementPaymentRequest: Operation = (input, caller, context) => {
  agreementOf('Proposer', input, caller, context);
  return answered(input, context, { status: 'CANCELLED' });
};

export const acceptAgreementPaymentRequest: Operation = (input, caller, context) => {
  const agreement = agreementOf('Acceptor', input, caller, context);
  requireActive(agreement);
  const rule = { reason: 'INVALID_PURCHASE_ORDER_REFERENCE', min: 1, max: 200 };
  const purchaseOrderReference = optionalText(input, 'purchaseOrderReference', rule);
  return answered(input, context, { ...approval(context), purchaseOrderReference });
};

export const rejectAgreementPaymentRequest: Operation = (input, caller, context) => {
  agreementOf('Acceptor', input, caller, context);
  const rule = { reason: 'INVALID_REJECTION_REASON', min: 1, max: 250 };
  return answered(input, context, { status: 'REJECTED', statusMessage: optionalText(input, 'rejectionReason', rule) });
};

function answered(
  input: OperationInput,
  context: AgreementContext,
  change: Partial<PaymentRequest>,
): Record<string, unknown> {
  const request = requestOf(input, context);
  if (request.status !== 'PENDING_APPROVAL') {
    const message = `Payment request ${request.id} is ${request.status}; only a pending one can be changed.`;
    throw conflict('PaymentRequest', request.id, message);
  }
  const changed: PaymentRequest = { ...request, ...change, updatedAt: toInstant(context.deps.clock.now()) };
  context.store.paymentRequests.set(changed.id, changed);
  return described(changed);
}

function requestOf(input: OperationInput, context: AgreementContext): PaymentRequest {
  const id = String(input['paymentRequestId']);
  if (!/^pr-[a-zA-Z0-9]{1,64}$/.test(id)) {
    const message = `'${id}' is not a payment request id.`;
    throw invalid({ reason: 'INVALID_PAYMENT_REQUEST_ID', field: 'paymentRequestId', message });
  }
  const request = context.store.paymentRequests.get(id);
  if (request && request.agreementId === input['agreementId']) return request;
  throw notFound('PaymentRequest', id);
}

function byId(id: string, { store }: AgreementContext): PaymentRequest {
  const request = store.paymentRequests.get(id);
  if (!request) throw notFound('PaymentRequest', id);
  return request;
}

function described(request: PaymentRequest): Record<string, unknown> {
  return {
    paymentRequestId: request.id,
    agreementId: request.agreementId,
    status: request.status,
    statusMessage: request.statusMessage ?? undefined,
    name: request.name,
    description: request.description ?? undefined,
    chargeId: request.chargeId ?? undefined,
    chargeAmount: request.chargeAmount,
    currencyCode: request.currencyCode,
    createdAt: dateOf(request.createdAt),
    updatedAt: dateOf(request.updatedAt),
  };
}
