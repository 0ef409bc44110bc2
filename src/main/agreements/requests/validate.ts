/** What can be said about a request before it is sent, at the field that is wrong. */
import type { AccountSettings } from '../../../shared/domain/account/account.ts';
import type { AgreementDetail, AgreementSummary } from '../../../shared/domain/agreement/agreement.ts';
import { REQUEST_LIMITS, type AgreementRequest } from '../../../shared/domain/agreement/request.ts';
import {
  compareAmounts,
  isAmount,
  isZeroAmount,
  parseAmount,
  sumAmounts,
} from '../../../shared/domain/money/amount.ts';
import { fail, type FieldError } from '../../../shared/errors/app-error.ts';

const field = (path: string, key: string, params: FieldError['params'] = {}): FieldError => ({
  path,
  messageKey: `requests:field.${key}`,
  params,
});

export function refuseFields(fields: readonly FieldError[]): void {
  if (fields.length > 0) fail('invalid-input', { fields });
}

/** Money moves only for somebody who knows which account it is. */
export function checkLastFour({ awsAccountId }: AccountSettings, lastFour: string): FieldError[] {
  return lastFour.trim() === awsAccountId.slice(-4) ? [] : [field('lastFour', 'lastFour')];
}

export function checkOwn(summary: AgreementSummary, { awsAccountId }: AccountSettings): FieldError[] {
  if (summary.proposer !== awsAccountId) return [field('agreementId', 'notOurs')];
  return [];
}

export function checkActive({ status }: AgreementSummary): FieldError[] {
  return status === 'ACTIVE' ? [] : [field('agreementId', 'notActive', { status })];
}

export function checkText(path: string, text: string, { min = 0, max }: { min?: number; max: number }): FieldError[] {
  const length = [...text.trim()].length;
  if (length < min) return [field(path, length === 0 ? 'missing' : 'tooShort', { min })];
  return length > max ? [field(path, 'tooLong', { max })] : [];
}

export interface Amount {
  readonly amount: string;
  readonly problems: readonly FieldError[];
}

export function readAmount(text: string, decimals: number): Amount {
  const parsed = parseAmount(text, { decimals });
  if (!parsed.ok) return { amount: '0', problems: [field('amount', `amount.${parsed.problem}`, { decimals })] };
  const isNothing = isZeroAmount(parsed.amount);
  return { amount: parsed.amount, problems: isNothing ? [field('amount', 'amount.zero')] : [] };
}

/** The variable payment term: how much may be asked for altogether, and what has been asked for. */
export interface VariableTerm {
  readonly id: string;
  readonly currency: string;
  readonly max: string | null;
  /** After how long a request is approved by itself; null where AWS waits for the buyer. */
  readonly expiration: string | null;
}

export function checkRemaining(amount: string, term: VariableTerm, made: readonly AgreementRequest[]): FieldError[] {
  if (term.max === null || !isAmount(term.max)) return [];
  const spent = made
    .filter(({ kind, status }) => kind === 'payment' && ['APPROVED', 'PENDING_APPROVAL', 'VALIDATING'].includes(status))
    .flatMap((request) => (request.amount !== null && isAmount(request.amount) ? [request.amount] : []));
  const total = sumAmounts([...spent, amount]);
  if (compareAmounts(total, term.max) <= 0) return [];
  return [field('amount', 'amount.overMaximum', { max: term.max, spent: sumAmounts(spent), currency: term.currency })];
}

export function checkAdjustable(amount: string, invoiceId: string, { invoices }: AgreementDetail): FieldError[] {
  const invoice = invoices.find(({ id }) => id === invoiceId);
  if (!invoice) return [field('invoiceId', 'noInvoice')];
  const max = invoice.maxAdjustment ?? invoice.amount;
  if (!isAmount(max) || compareAmounts(amount, max) <= 0) return [];
  return [field('amount', 'amount.overInvoice', { max, currency: invoice.currency })];
}

export function checkReason(reason: string, description: string): FieldError[] {
  return reason === 'OTHER' && description.trim() === '' ? [field('description', 'describe')] : [];
}

export function checkCancellation(description: string): FieldError[] {
  return checkText('description', description, { max: REQUEST_LIMITS.cancellationDescription });
}
