/** The form of the margin page: what was typed, what is wrong with it, and the deal that it makes. */
import type { Deal, FeePayer } from '../../../shared/domain/margin/margin.ts';
import { compareAmounts, parseAmount } from '../../../shared/domain/money/amount.ts';

export interface MarginForm {
  readonly currency: string;
  readonly list: string;
  readonly discount: string;
  readonly markup: string;
  readonly isRenewal: boolean;
  readonly feePayer: FeePayer;
}

export type MarginField = 'list' | 'discount' | 'markup';
export type FieldProblem = 'amount' | 'percent' | 'discount';

const LARGEST_MARKUP = '1000';

/** From the address, so that an authorization or an offer can open the page filled in. */
export function initialForm(params: URLSearchParams): MarginForm {
  const decimal = (name: string, fallback: string) => {
    const text = params.get(name) ?? '';
    return /^\d{1,12}(\.\d{1,8})?$/.test(text) ? text : fallback;
  };
  const currency = params.get('currency') ?? '';
  return {
    currency: /^[A-Z]{3}$/.test(currency) ? currency : 'USD',
    list: decimal('list', '100000'),
    discount: decimal('discount', '20'),
    markup: decimal('markup', '10'),
    isRenewal: params.get('renewal') === 'yes',
    feePayer: 'isv',
  };
}

export function checkForm(form: MarginForm): Partial<Record<MarginField, FieldProblem>> {
  const problems: Partial<Record<MarginField, FieldProblem>> = {};
  if (!parseAmount(form.list, { decimals: 2, max: '1000000000' }).ok) problems.list = 'amount';
  if (!parseAmount(form.markup, { decimals: 4, max: LARGEST_MARKUP }).ok) problems.markup = 'percent';
  if (!parseAmount(form.discount, { decimals: 4, max: '100' }).ok) problems.discount = 'discount';
  return problems;
}

/** null while something in it is wrong. */
export function toDeal(form: MarginForm): Deal | null {
  if (Object.keys(checkForm(form)).length > 0) return null;
  const plain = (text: string, decimals: number) => {
    const parsed = parseAmount(text, { decimals, max: '1000000000' });
    return parsed.ok ? parsed.amount : '0';
  };
  return {
    list: plain(form.list, 2),
    discount: plain(form.discount, 4),
    markup: plain(form.markup, 4),
    isRenewal: form.isRenewal,
    feePayer: form.feePayer,
  };
}

export function isLoss(amount: string): boolean {
  return compareAmounts(amount, '0') < 0;
}
