/** ListAgreementCharges for the buyer, ListAgreementInvoiceLineItems for the seller. */
import type { AgreementRecord } from '../../catalog/model.ts';
import { chargesOf } from '../charges.ts';
import { agreementOf, checkScope, dateOf, nowOf, type Operation, type OperationInput } from '../context.ts';
import { invalid } from '../errors.ts';
import { invoicesOf, type Invoice } from '../invoices.ts';
import { pageOf } from '../paging.ts';

/** Without an agreement: the charges of all that the caller has accepted. */
export const listAgreementCharges: Operation = (input, caller, context) => {
  checkScope(input);
  const { agreementId } = input;
  const agreements =
    agreementId === undefined || agreementId === null
      ? [...context.ledger.agreements()].filter(({ acceptor }) => acceptor === caller.accountId)
      : [agreementOf('Acceptor', input, caller, context)];
  const items = agreements.flatMap((agreement) =>
    chargesOf(agreement, context.store.paymentRequestsOf(agreement.id)).map((charge) => ({ ...charge, agreement })),
  );
  const page = pageOf({ items, key: ({ time }) => new Date(time).toISOString(), id: ({ id }) => id }, input);
  return {
    items: page.items.map(({ id, amount, currencyCode, time, purchaseOrderReference, agreement }) => ({
      id,
      revision: 1,
      agreementId: agreement.id,
      agreementType: 'PurchaseAgreement',
      purchaseOrderReference: purchaseOrderReference ?? undefined,
      currencyCode,
      amount,
      time: dateOf(time),
    })),
    nextToken: page.nextToken,
  };
};

export const listAgreementInvoiceLineItems: Operation = (input, caller, context) => {
  const agreement = agreementOf('Proposer', input, caller, context);
  if (input['groupBy'] !== 'INVOICE_ID') {
    throw invalid({ reason: 'OTHER', field: 'groupBy', message: 'groupBy must be INVOICE_ID.' });
  }
  const matches = invoiceFilter(input);
  const items = invoicesOf(agreement, context.store, nowOf(context)).filter(matches);
  const page = pageOf({ items, key: ({ issuedAt }) => new Date(issuedAt).toISOString(), id: ({ id }) => id }, input);
  return {
    agreementInvoiceLineItemGroupSummaries: page.items.map((invoice) => described(agreement, invoice)),
    nextToken: page.nextToken,
  };
};

function invoiceFilter(input: OperationInput): (invoice: Invoice) => boolean {
  const { invoiceId, invoiceType, invoiceBillingPeriod, beforeIssuedTime, afterIssuedTime } = input;
  if (invoiceType !== undefined && invoiceType !== 'INVOICE' && invoiceType !== 'CREDIT_MEMO') {
    throw invalid({ reason: 'OTHER', field: 'invoiceType', message: 'invoiceType must be INVOICE or CREDIT_MEMO.' });
  }
  const period = invoiceBillingPeriod as { month: number; year: number } | undefined;
  return (invoice) => {
    const issued = new Date(invoice.issuedAt);
    const { month, year } = periodOf(issued);
    return (
      (invoiceId ?? invoice.id) === invoice.id &&
      (invoiceType ?? invoice.type) === invoice.type &&
      (!period || (period.month === month && period.year === year)) &&
      (!(beforeIssuedTime instanceof Date) || issued < beforeIssuedTime) &&
      (!(afterIssuedTime instanceof Date) || issued > afterIssuedTime)
    );
  };
}

function periodOf(issued: Date): { month: number; year: number } {
  return { month: issued.getUTCMonth() + 1, year: issued.getUTCFullYear() };
}

function described(agreement: AgreementRecord, invoice: Invoice): Record<string, unknown> {
  return {
    agreementId: agreement.id,
    invoiceId: invoice.id,
    pricingCurrencyAmount: {
      amount: invoice.amount,
      maxAdjustmentAmount: invoice.maxAdjustmentAmount,
      currencyCode: invoice.currencyCode,
    },
    invoiceBillingPeriod: periodOf(new Date(invoice.issuedAt)),
    issuedTime: dateOf(invoice.issuedAt),
    invoiceType: invoice.type,
    invoicingEntity: { legalName: 'Amazon Web Services, Inc.' },
  };
}
