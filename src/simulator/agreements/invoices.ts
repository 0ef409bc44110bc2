/** Invoices: issued when a charge falls due; credit memos for adjustments that went through. */
import { compareAmounts, formatAmount, multiplyAmount, sumAmounts } from '../../shared/domain/money/amount.ts';
import { minorUnits } from '../../shared/domain/money/currency.ts';
import type { AgreementRecord } from '../catalog/model.ts';
import { chargesOf } from './charges.ts';
import type { BillingAdjustment } from './model.ts';
import type { AgreementStore } from './store.ts';

export interface Invoice {
  readonly id: string;
  readonly type: 'INVOICE' | 'CREDIT_MEMO';
  readonly amount: string;
  /** What may still be taken off. */
  readonly maxAdjustmentAmount: string;
  readonly currencyCode: string;
  readonly issuedAt: string;
}

export function invoicesOf(agreement: AgreementRecord, store: AgreementStore, now: string): Invoice[] {
  const adjustments = store.adjustmentsOf(agreement.id);
  const invoices = chargesOf(agreement, store.paymentRequestsOf(agreement.id))
    .filter(({ time, amount }) => Date.parse(time) <= Date.parse(now) && compareAmounts(amount, '0') > 0)
    .map(({ id, time, amount, currencyCode }): Invoice => {
      const invoiceId = invoiceIdOf(id);
      return {
        id: invoiceId,
        type: 'INVOICE',
        amount: plain(amount, currencyCode),
        maxAdjustmentAmount: plain(leftOf(amount, invoiceId, adjustments), currencyCode),
        currencyCode,
        issuedAt: time,
      };
    });
  return [...invoices, ...adjustments.filter(({ status }) => status === 'COMPLETED').map(creditMemo)];
}

/** Ten digits, as on AWS's own invoices; the same charge always has the same. */
function invoiceIdOf(chargeId: string): string {
  let number = 7;
  for (const character of chargeId) number = (number * 31 + character.charCodeAt(0)) % 9_000_000_000;
  return String(1_000_000_000 + number);
}

function creditMemo(adjustment: BillingAdjustment): Invoice {
  return {
    id: invoiceIdOf(adjustment.id),
    type: 'CREDIT_MEMO',
    amount: plain(negative(adjustment.adjustmentAmount), adjustment.currencyCode),
    maxAdjustmentAmount: plain('0', adjustment.currencyCode),
    currencyCode: adjustment.currencyCode,
    issuedAt: adjustment.updatedAt,
  };
}

/** Adjustments that are under way count as if they had gone through. */
function leftOf(amount: string, invoiceId: string, adjustments: readonly BillingAdjustment[]): string {
  const taken = adjustments
    .filter(({ originalInvoiceId, status }) => originalInvoiceId === invoiceId && status !== 'VALIDATION_FAILED')
    .map(({ adjustmentAmount }) => negative(adjustmentAmount));
  return sumAmounts([amount, ...taken]);
}

export function negative(amount: string): string {
  return multiplyAmount(amount, '-1');
}

function plain(amount: string, currencyCode: string): string {
  return formatAmount(amount, minorUnits(currencyCode));
}
