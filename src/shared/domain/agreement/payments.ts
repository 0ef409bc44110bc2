/** The schedule of an agreement against its invoices: what is invoiced, what is due, what is still to come. */
import { compareAmounts, isAmount } from '../money/amount.ts';
import type { Invoice, Payment } from './agreement.ts';

interface Scheduled {
  readonly date: string;
  readonly amount: string;
}

/**
 * AWS links no invoice to a scheduled charge: one of the same amount, issued on or after the charge's day, is taken for it, each invoice
 * once. Without an invoice a charge whose day has come is due; what comes after the agreement's end was cancelled with it.
 */
export function matchPayments(
  schedule: readonly Scheduled[],
  invoices: readonly Invoice[],
  about: { readonly currency: string; readonly today: string; readonly endedOn: string | null },
): Payment[] {
  const open = invoices
    .filter(({ type }) => type === 'INVOICE')
    .toSorted((one, other) => ((one.issuedAt ?? '') < (other.issuedAt ?? '') ? -1 : 1));
  return schedule.map(({ date, amount }) => {
    const index = open.findIndex((invoice) => isFor(invoice, { date, amount }));
    const [invoice] = index < 0 ? [] : open.splice(index, 1);
    return {
      date,
      amount,
      currency: about.currency,
      invoiceId: invoice?.id ?? null,
      state: invoice ? 'invoiced' : stateWithout(date, about),
    };
  });
}

/** The charges that no invoice covers yet: what an amendment would cancel, and what it therefore has to carry over. */
export function pendingPayments(payments: readonly Payment[]): Payment[] {
  return payments.filter(({ state }) => state === 'coming');
}

function isFor(invoice: Invoice, { date, amount }: Scheduled): boolean {
  if (!isAmount(invoice.amount) || !isAmount(amount)) return false;
  return compareAmounts(invoice.amount, amount) === 0 && (invoice.issuedAt ?? '').slice(0, 10) >= date;
}

function stateWithout(date: string, about: { today: string; endedOn: string | null }): Payment['state'] {
  if (about.endedOn !== null && date >= about.endedOn) return 'cancelled';
  return date <= about.today ? 'due' : 'coming';
}
