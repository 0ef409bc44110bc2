/** Billing adjustments: money given back on an invoice; each entry of a batch stands for itself. */
import { compareAmounts } from '../../../shared/domain/money/amount.ts';
import { minorUnits } from '../../../shared/domain/money/currency.ts';
import { ServiceError, type Caller } from '../../types.ts';
import { once } from '../client-tokens.ts';
import {
  agreementFor,
  agreementOf,
  checkScope,
  dateOf,
  nowOf,
  type AgreementContext,
  type Operation,
  type OperationInput,
} from '../context.ts';
import { invalid, notFound } from '../errors.ts';
import { invoicesOf } from '../invoices.ts';
import type { BillingAdjustment } from '../model.ts';
import { pageOf } from '../paging.ts';
import { optionalText } from '../request-inputs.ts';

const REASON_CODES = [
  'INCORRECT_TERMS_ACCEPTED',
  'INCORRECT_METERING',
  'TEST_ENVIRONMENT_CHARGES',
  'ALTERNATIVE_PROCUREMENT_CHANNEL',
  'UNINTENDED_RENEWAL',
  'BUYER_DISSATISFACTION',
  'OTHER',
];
const STATUSES = ['PENDING', 'COMPLETED', 'VALIDATION_FAILED'];

const ERROR_CODES: Readonly<Record<string, string>> = {
  ValidationException: 'VALIDATION_EXCEPTION',
  ResourceNotFoundException: 'RESOURCE_NOT_FOUND_EXCEPTION',
  AccessDeniedException: 'RESOURCE_NOT_FOUND_EXCEPTION',
  ConflictException: 'CONFLICT_EXCEPTION',
};

export const batchCreateBillingAdjustmentRequest: Operation = (input, caller, context) => {
  const entries = (input['billingAdjustmentRequestEntries'] ?? []) as readonly OperationInput[];
  const field = 'billingAdjustmentRequestEntries';
  if (entries.length === 0) {
    const reason = 'MISSING_BILLING_ADJUSTMENT_REQUEST_ENTRY';
    throw invalid({ reason, field, message: 'At least one entry is required.' });
  }
  if (new Set(entries.map(({ agreementId }) => agreementId)).size > 1) {
    throw invalid({ reason: 'MULTIPLE_AGREEMENT_IDS', field, message: 'All entries must be of one agreement.' });
  }
  if (entries.some(({ clientToken }) => typeof clientToken !== 'string' || clientToken === '')) {
    const message = 'Each entry needs a clientToken of its own.';
    throw invalid({ reason: 'INVALID_CLIENT_TOKEN', field, message });
  }
  const items: Record<string, unknown>[] = [];
  const errors: Record<string, unknown>[] = [];
  for (const entry of entries) {
    const { clientToken } = entry;
    try {
      items.push({ billingAdjustmentRequestId: create(entry, caller, context), clientToken });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      errors.push({ code: ERROR_CODES[error.code] ?? 'INTERNAL_FAILURE', message: error.message, clientToken });
    }
  }
  return { items, errors };
};

function create(entry: OperationInput, caller: Caller, context: AgreementContext): string {
  const operation = 'BatchCreateBillingAdjustmentRequest';
  const tokened = { operation, resourceType: 'BillingAdjustmentRequest', input: entry, caller } as const;
  return once(tokened, context, () => {
    const adjustment = newAdjustment(entry, caller, context);
    context.store.adjustments.set(adjustment.id, adjustment);
    context.lifeCycle.process(adjustment.id, context.controls.takeFailure(caller.accountId, 'adjustment'));
    return adjustment.id;
  });
}

function newAdjustment(entry: OperationInput, caller: Caller, context: AgreementContext): BillingAdjustment {
  const agreement = agreementOf('Proposer', entry, caller, context);
  const now = nowOf(context);
  const invoice = invoicesOf(agreement, context.store, now).find(
    ({ id, type }) => id === entry['originalInvoiceId'] && type === 'INVOICE',
  );
  if (!invoice) throw notFound('Invoice', String(entry['originalInvoiceId']));
  const { adjustmentAmount, currencyCode, adjustmentReasonCode } = entry;
  if (currencyCode !== invoice.currencyCode) {
    const message = `currencyCode must be ${invoice.currencyCode}, the currency of the invoice.`;
    throw invalid({ reason: 'INVALID_CURRENCY_CODE', field: 'currencyCode', message });
  }
  if (!REASON_CODES.includes(String(adjustmentReasonCode))) {
    const message = `adjustmentReasonCode must be one of ${REASON_CODES.join(', ')}.`;
    throw invalid({ reason: 'INVALID_REASON_CODE', field: 'adjustmentReasonCode', message });
  }
  const description = optionalText(entry, 'description', { reason: 'INVALID_DESCRIPTION', min: 1, max: 500 });
  checkAmount(String(adjustmentAmount), invoice);
  return {
    id: `ba-${context.deps.randomId(25)}`,
    agreementId: agreement.id,
    originalInvoiceId: invoice.id,
    adjustmentAmount: String(adjustmentAmount),
    currencyCode: invoice.currencyCode,
    reasonCode: String(adjustmentReasonCode),
    description,
    status: 'PENDING',
    statusMessage: null,
    createdAt: now,
    updatedAt: now,
  };
}

function checkAmount(amount: string, invoice: { currencyCode: string; maxAdjustmentAmount: string }): void {
  const decimals = minorUnits(invoice.currencyCode);
  const field = 'adjustmentAmount';
  const [, fraction = ''] = amount.split('.');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(amount) || fraction.length > decimals || compareAmounts(amount, '0') <= 0) {
    const message = `adjustmentAmount must be a positive decimal with at most ${decimals} decimals.`;
    throw invalid({ reason: 'INVALID_ADJUSTMENT_AMOUNT', field, message });
  }
  if (compareAmounts(amount, invoice.maxAdjustmentAmount) > 0) {
    const message = `adjustmentAmount exceeds the ${invoice.maxAdjustmentAmount} that may still be adjusted.`;
    throw invalid({ reason: 'EXCEEDED_MAXIMUM_ADJUSTMENT_AMOUNT', field, message });
  }
}

export const getBillingAdjustmentRequest: Operation = (input, caller, context) => {
  const agreement = agreementFor(input, caller, context);
  const id = String(input['billingAdjustmentRequestId']);
  const adjustment = context.store.adjustments.get(id);
  if (adjustment?.agreementId !== agreement.id) throw notFound('BillingAdjustmentRequest', id);
  const { agreementType: _type, catalog: _catalog, ...rest } = described(adjustment);
  return {
    ...rest,
    adjustmentReasonCode: adjustment.reasonCode,
    description: adjustment.description ?? undefined,
    statusMessage: adjustment.statusMessage ?? undefined,
  };
};

export const listBillingAdjustmentRequests: Operation = (input, caller, context) => {
  checkScope(input);
  const { agreementId, status, createdAfter, createdBefore } = input;
  if (status !== undefined && status !== null && !STATUSES.includes(String(status))) {
    const message = `status must be one of ${STATUSES.join(', ')}.`;
    throw invalid({ reason: 'INVALID_STATUS', field: 'status', message });
  }
  const items = [...context.store.adjustments.values()].filter((adjustment) => {
    const created = Date.parse(adjustment.createdAt);
    return (
      context.ledger.agreement(adjustment.agreementId)?.proposer === caller.accountId &&
      (agreementId ?? adjustment.agreementId) === adjustment.agreementId &&
      (status ?? adjustment.status) === adjustment.status &&
      (!(createdAfter instanceof Date) || created > createdAfter.getTime()) &&
      (!(createdBefore instanceof Date) || created < createdBefore.getTime())
    );
  });
  const page = pageOf({ items, key: ({ createdAt }) => createdAt, id: ({ id }) => id, descending: true }, input);
  return { items: page.items.map(described), nextToken: page.nextToken };
};

function described(adjustment: BillingAdjustment): Record<string, unknown> {
  return {
    billingAdjustmentRequestId: adjustment.id,
    agreementId: adjustment.agreementId,
    originalInvoiceId: adjustment.originalInvoiceId,
    adjustmentAmount: adjustment.adjustmentAmount,
    currencyCode: adjustment.currencyCode,
    status: adjustment.status,
    createdAt: dateOf(adjustment.createdAt),
    updatedAt: dateOf(adjustment.updatedAt),
    agreementType: 'PurchaseAgreement',
    catalog: 'AWSMarketplace',
  };
}
