/** Cancellation requests: the seller asks to end an agreement, the buyer answers within a week; CancelAgreement is the buyer's own. */
import type { AgreementRecord } from '../../catalog/model.ts';
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
import type { CancellationRequest } from '../model.ts';
import { pageOf } from '../paging.ts';
import { putCancellationRequest } from '../put-request.ts';
import { listFilter, optionalText, requiredText } from '../request-inputs.ts';

const REASON_CODES = [
  'INCORRECT_TERMS_ACCEPTED',
  'REPLACING_AGREEMENT',
  'TEST_AGREEMENT',
  'ALTERNATIVE_PROCUREMENT_CHANNEL',
  'PRODUCT_DISCONTINUED',
  'UNINTENDED_RENEWAL',
  'BUYER_DISSATISFACTION',
  'OTHER',
];
const STATUSES = ['PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'CANCELLED', 'VALIDATION_FAILED'];

export const sendAgreementCancellationRequest: Operation = (input, caller, context) => {
  const agreement = agreementOf('Proposer', input, caller, context);
  const operation = 'SendAgreementCancellationRequest';
  const tokened = { operation, resourceType: 'AgreementCancellationRequest', input, caller } as const;
  const id = once(tokened, context, () => {
    const request = newRequest(agreement, input, context);
    putCancellationRequest(request, agreement, context);
    const failure = context.controls.takeFailure(caller.accountId, 'cancellation');
    if (failure !== null) context.lifeCycle.process(request.id, failure);
    return request.id;
  });
  return described(storedRequest(id, context));
};

function newRequest(agreement: AgreementRecord, input: OperationInput, context: AgreementContext): CancellationRequest {
  requireActive(agreement);
  const reasonCode = String(input['reasonCode']);
  if (!REASON_CODES.includes(reasonCode)) {
    const message = `reasonCode must be one of ${REASON_CODES.join(', ')}.`;
    throw invalid({ reason: 'INVALID_REASON_CODE', field: 'reasonCode', message });
  }
  const description = optionalText(input, 'description', { reason: 'INVALID_DESCRIPTION', min: 1, max: 2000 });
  if (reasonCode === 'OTHER' && description === null) {
    const message = 'description is required with reasonCode OTHER.';
    throw invalid({ reason: 'MISSING_DESCRIPTION', field: 'description', message });
  }
  const pending = [...context.store.cancellationRequests.values()].find(
    (other) => other.agreementId === agreement.id && other.status === 'PENDING_APPROVAL',
  );
  if (pending) {
    const message = `Agreement ${agreement.id} has a pending cancellation request already.`;
    throw conflict('AgreementCancellationRequest', pending.id, message);
  }
  const id = `acr-${context.deps.randomId(25)}`;
  const now = nowOf(context);
  return {
    id,
    agreementId: agreement.id,
    reasonCode,
    description,
    status: 'PENDING_APPROVAL',
    statusMessage: null,
    createdAt: now,
    updatedAt: now,
  };
}

export const getAgreementCancellationRequest: Operation = (input, caller, context) => {
  agreementFor(input, caller, context);
  return described(requestOf(input, context));
};

export const listAgreementCancellationRequests: Operation = (input, caller, context) => {
  const filter = listFilter(input, caller, context, { statuses: STATUSES });
  const items = [...context.store.cancellationRequests.values()].filter(filter);
  const page = pageOf({ items, key: ({ createdAt }) => createdAt, id: ({ id }) => id, descending: true }, input);
  return {
    items: page.items.map((request) => ({
      ...described(request),
      agreementType: 'PurchaseAgreement',
      catalog: 'AWSMarketplace',
    })),
    nextToken: page.nextToken,
  };
};

export const cancelAgreementCancellationRequest: Operation = (input, caller, context) => {
  const agreement = agreementOf('Proposer', input, caller, context);
  const rule = { reason: 'INVALID_REASON', min: 1, max: 2000 };
  const statusMessage = requiredText(input, 'cancellationReason', rule);
  return answered(input, agreement, { status: 'CANCELLED', statusMessage }, context);
};

export const acceptAgreementCancellationRequest: Operation = (input, caller, context) => {
  const agreement = agreementOf('Acceptor', input, caller, context);
  requireActive(agreement);
  const answer = answered(input, agreement, { status: 'APPROVED' }, context);
  context.lifeCycle.end(agreement, { status: 'CANCELLED', at: nowOf(context) });
  return answer;
};

export const rejectAgreementCancellationRequest: Operation = (input, caller, context) => {
  const agreement = agreementOf('Acceptor', input, caller, context);
  const rule = { reason: 'INVALID_REJECTION_REASON', min: 1, max: 2000 };
  const statusMessage = requiredText(input, 'rejectionReason', rule);
  return answered(input, agreement, { status: 'REJECTED', statusMessage }, context);
};

/** What commits to nothing can be left at once; a contract ends by a request that its seller sends. */
export const cancelAgreement: Operation = (input, caller, context) => {
  const agreement = agreementOf('Acceptor', input, caller, context);
  requireActive(agreement);
  if (agreement.pricingModel === 'Contract') {
    const message = `Agreement ${agreement.id} is a contract; its seller can send a cancellation request.`;
    throw invalid({ reason: 'UNSUPPORTED_ACTION', field: 'agreementId', message });
  }
  context.lifeCycle.end(agreement, { status: 'CANCELLED', at: nowOf(context) });
  return {};
};

function answered(
  input: OperationInput,
  agreement: AgreementRecord,
  change: Partial<CancellationRequest>,
  context: AgreementContext,
): Record<string, unknown> {
  const request = requestOf(input, context);
  if (request.status !== 'PENDING_APPROVAL') {
    const message = `Cancellation request ${request.id} is ${request.status}; only a pending one can be changed.`;
    throw conflict('AgreementCancellationRequest', request.id, message);
  }
  const changed: CancellationRequest = { ...request, ...change, updatedAt: nowOf(context) };
  putCancellationRequest(changed, agreement, context);
  return described(changed);
}

function requestOf(input: OperationInput, context: AgreementContext): CancellationRequest {
  const id = String(input['agreementCancellationRequestId']);
  if (!/^acr-[a-zA-Z0-9]{1,64}$/.test(id)) {
    const message = `'${id}' is not a cancellation request id.`;
    const field = 'agreementCancellationRequestId';
    throw invalid({ reason: 'INVALID_AGREEMENT_CANCELLATION_REQUEST_ID', field, message });
  }
  const request = storedRequest(id, context);
  if (request.agreementId !== input['agreementId']) throw notFound('AgreementCancellationRequest', id);
  return request;
}

function storedRequest(id: string, { store }: AgreementContext): CancellationRequest {
  const request = store.cancellationRequests.get(id);
  if (!request) throw notFound('AgreementCancellationRequest', id);
  return request;
}

function described(request: CancellationRequest): Record<string, unknown> {
  return {
    agreementCancellationRequestId: request.id,
    agreementId: request.agreementId,
    status: request.status,
    statusMessage: request.statusMessage ?? undefined,
    reasonCode: request.reasonCode,
    description: request.description ?? undefined,
    createdAt: dateOf(request.createdAt),
    updatedAt: dateOf(request.updatedAt),
  };
}
