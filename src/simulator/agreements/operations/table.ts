/** The operations of the Agreement API that the simulator serves. */
import type { Operation } from '../context.ts';
import {
  batchCreateBillingAdjustmentRequest,
  getBillingAdjustmentRequest,
  listBillingAdjustmentRequests,
} from './billing-adjustments.ts';
import {
  acceptAgreementCancellationRequest,
  cancelAgreement,
  cancelAgreementCancellationRequest,
  getAgreementCancellationRequest,
  listAgreementCancellationRequests,
  rejectAgreementCancellationRequest,
  sendAgreementCancellationRequest,
} from './cancellation-requests.ts';
import { listAgreementCharges, listAgreementInvoiceLineItems } from './charges.ts';
import { describeAgreement, getAgreementEntitlements, getAgreementTerms } from './describe-agreement.ts';
import {
  acceptAgreementPaymentRequest,
  cancelAgreementPaymentRequest,
  getAgreementPaymentRequest,
  listAgreementPaymentRequests,
  rejectAgreementPaymentRequest,
  sendAgreementPaymentRequest,
} from './payment-requests.ts';
import { searchAgreements } from './search-agreements.ts';

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  SearchAgreements: searchAgreements,
  DescribeAgreement: describeAgreement,
  GetAgreementTerms: getAgreementTerms,
  GetAgreementEntitlements: getAgreementEntitlements,
  ListAgreementCharges: listAgreementCharges,
  ListAgreementInvoiceLineItems: listAgreementInvoiceLineItems,
  SendAgreementPaymentRequest: sendAgreementPaymentRequest,
  GetAgreementPaymentRequest: getAgreementPaymentRequest,
  ListAgreementPaymentRequests: listAgreementPaymentRequests,
  CancelAgreementPaymentRequest: cancelAgreementPaymentRequest,
  AcceptAgreementPaymentRequest: acceptAgreementPaymentRequest,
  RejectAgreementPaymentRequest: rejectAgreementPaymentRequest,
  SendAgreementCancellationRequest: sendAgreementCancellationRequest,
  GetAgreementCancellationRequest: getAgreementCancellationRequest,
  ListAgreementCancellationRequests: listAgreementCancellationRequests,
  CancelAgreementCancellationRequest: cancelAgreementCancellationRequest,
  AcceptAgreementCancellationRequest: acceptAgreementCancellationRequest,
  RejectAgreementCancellationRequest: rejectAgreementCancellationRequest,
  CancelAgreement: cancelAgreement,
  BatchCreateBillingAdjustmentRequest: batchCreateBillingAdjustmentRequest,
  GetBillingAdjustmentRequest: getBillingAdjustmentRequest,
  ListBillingAdjustmentRequests: listBillingAdjustmentRequests,
};
