/** The operations of the Agreement API as its SDK client describes them. */
import {
  AcceptAgreementCancellationRequest$,
  AcceptAgreementPaymentRequest$,
  BatchCreateBillingAdjustmentRequest$,
  CancelAgreement$,
  CancelAgreementCancellationRequest$,
  CancelAgreementPaymentRequest$,
  DescribeAgreement$,
  GetAgreementCancellationRequest$,
  GetAgreementEntitlements$,
  GetAgreementPaymentRequest$,
  GetAgreementTerms$,
  GetBillingAdjustmentRequest$,
  ListAgreementCancellationRequests$,
  ListAgreementCharges$,
  ListAgreementInvoiceLineItems$,
  ListAgreementPaymentRequests$,
  ListBillingAdjustmentRequests$,
  RejectAgreementCancellationRequest$,
  RejectAgreementPaymentRequest$,
  SearchAgreements$,
  SendAgreementCancellationRequest$,
  SendAgreementPaymentRequest$,
} from '@aws-sdk/client-marketplace-agreement';
import { ServiceError } from '../types.ts';
import { jsonOperations, type ShapeProblem } from './model-codec.ts';

/** The reason that the API has for a required member that is absent. */
const REASONS: Readonly<Record<string, string>> = {
  agreementId: 'MISSING_AGREEMENT_ID',
  partyType: 'MISSING_PARTY_TYPE',
  paymentRequestId: 'MISSING_PAYMENT_REQUEST_ID',
  agreementCancellationRequestId: 'MISSING_AGREEMENT_CANCELLATION_REQUEST_ID',
  termId: 'MISSING_TERM_ID',
  name: 'MISSING_NAME',
  chargeAmount: 'MISSING_CHARGE_AMOUNT',
  reasonCode: 'MISSING_REASON_CODE',
  cancellationReason: 'MISSING_REASON',
  rejectionReason: 'MISSING_REASON',
  billingAdjustmentRequestEntries: 'MISSING_BILLING_ADJUSTMENT_REQUEST_ENTRY',
};

export const agreementOperations = jsonOperations(
  [
    AcceptAgreementCancellationRequest$,
    AcceptAgreementPaymentRequest$,
    BatchCreateBillingAdjustmentRequest$,
    CancelAgreement$,
    CancelAgreementCancellationRequest$,
    CancelAgreementPaymentRequest$,
    DescribeAgreement$,
    GetAgreementCancellationRequest$,
    GetAgreementEntitlements$,
    GetAgreementPaymentRequest$,
    GetAgreementTerms$,
    GetBillingAdjustmentRequest$,
    ListAgreementCancellationRequests$,
    ListAgreementCharges$,
    ListAgreementInvoiceLineItems$,
    ListAgreementPaymentRequests$,
    ListBillingAdjustmentRequests$,
    RejectAgreementCancellationRequest$,
    RejectAgreementPaymentRequest$,
    SearchAgreements$,
    SendAgreementCancellationRequest$,
    SendAgreementPaymentRequest$,
  ],
  refuseShape,
);

function refuseShape(problem: ShapeProblem): ServiceError {
  switch (problem.kind) {
    case 'unreadable':
      return new ServiceError('SerializationException', 400, problem.message);
    case 'wrong-type':
      return new ServiceError('SerializationException', 400, `${problem.path} ${problem.message}.`);
    case 'missing': {
      const message = `${problem.member} is required.`;
      return new ServiceError('ValidationException', 400, message, {
        reason: REASONS[problem.member] ?? 'OTHER',
        fields: [{ name: problem.member, message }],
      });
    }
  }
}
