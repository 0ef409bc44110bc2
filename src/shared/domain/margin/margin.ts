/**
 * From list price over discount, wholesale and markup to the price the buyer pays, and back: what each side keeps, and which markup or
 * discount leads to what one side wants. An estimate: taxes, regional fees and terms of one's own are not in it.
 */
import { compareAmounts, isZeroAmount, multiplyAmount, sumAmounts } from '../money/amount.ts';
import { addPercent, percentOf, roundAmount, subtractAmount, toPercent, wholeOf } from '../money/percent.ts';
import { feeBands, type FeeTable } from './fees.ts';

/** AWS's pages do not say for every deal from whose share the fee is taken: the person chooses. */
export type FeePayer = 'isv' | 'partner';

export interface Deal {
  /** Total contract value at list price. */
  readonly list: string;
  /** Percent off the list price that the authorization gives. */
  readonly discount: string;
  /** Percent that the channel partner puts on top of the wholesale price. */
  readonly markup: string;
  readonly isRenewal: boolean;
  readonly feePayer: FeePayer;
}

export interface Margin {
  readonly list: string;
  readonly wholesale: string;
  readonly retail: string;
  readonly feePercent: string;
  readonly fee: string;
  /** What the partner keeps, and how much of the buyer's price that is; null where the price is zero. */
  readonly partner: string;
  readonly partnerPercent: string | null;
  /** What the ISV keeps, and how much of its list price that is. */
  readonly isv: string;
  readonly isvPercent: string | null;
}

/** Percentages are shown, and asked of AWS, with this many decimals. */
export const PERCENT_DECIMALS = 4;
const AMOUNT_DECIMALS = 2;
const NOTHING = '0';

export function computeMargin(deal: Deal, fees: FeeTable): Margin {
  const wholesale = addPercent(deal.list, negate(deal.discount));
  const retail = addPercent(wholesale, deal.markup);
  const feePercent = feeFor(retail, deal.isRenewal, fees);
  const fee = percentOf(retail, feePercent);
  const share = (who: FeePayer) => (deal.feePayer === who ? fee : NOTHING);
  const partner = subtractAmount(subtractAmount(retail, wholesale), share('partner'));
  const isv = subtractAmount(wholesale, share('isv'));
  return {
    list: deal.list,
    wholesale: roundAmount(wholesale, AMOUNT_DECIMALS),
    retail: roundAmount(retail, AMOUNT_DECIMALS),
    feePercent,
    fee: roundAmount(fee, AMOUNT_DECIMALS),
    partner: roundAmount(partner, AMOUNT_DECIMALS),
    partnerPercent: toPercent(partner, retail, PERCENT_DECIMALS),
    isv: roundAmount(isv, AMOUNT_DECIMALS),
    isvPercent: toPercent(isv, deal.list, PERCENT_DECIMALS),
  };
}

/** The fee on a channel partner's offer of this value. */
export function feeFor(value: string, isRenewal: boolean, fees: FeeTable): string {
  const bands = feeBands(fees, isRenewal);
  const band = bands.findLast(({ from }) => compareAmounts(from, value) <= 0) ?? bands[0];
  return sumAmounts([band?.percent ?? NOTHING, fees.channelPartner]);
}

export type Goal =
  /** Percent of the buyer's price that the partner keeps. */
  | { readonly kind: 'partner-percent'; readonly value: string }
  /** What the buyer pays. */
  | { readonly kind: 'retail'; readonly value: string }
  /** What the ISV keeps. */
  | { readonly kind: 'isv-amount'; readonly value: string };

/**
 * `markup` for the partner's percentage and the buyer's price, `discount` for what the ISV keeps; null where no markup or discount of 0
 * or more leads there. The fee depends on the price that is looked for, so each of its bands is tried.
 */
export function solveMargin(
  deal: Deal,
  goal: Goal,
  fees: FeeTable,
): { field: 'markup' | 'discount'; percent: string } | null {
  const bands = feeBands(fees, deal.isRenewal);
  for (const { percent } of bands) {
    const fee = sumAmounts([percent, fees.channelPartner]);
    const found = solveWithFee(deal, goal, fee);
    if (found === null) continue;
    const { retail } = computeMargin({ ...deal, [found.field]: found.percent }, fees);
    if (isSame(feeFor(retail, deal.isRenewal, fees), fee)) return found;
  }
  return null;
}

function solveWithFee(deal: Deal, goal: Goal, fee: string): { field: 'markup' | 'discount'; percent: string } | null {
  const wholesale = addPercent(deal.list, negate(deal.discount));
  switch (goal.kind) {
    case 'partner-percent': {
      // retail × (100 - goal - the partner's fee) / 100 = wholesale
      const kept = subtractAmount(subtractAmount('100', goal.value), deal.feePayer === 'partner' ? fee : NOTHING);
      const retail = wholeOf(wholesale, kept, 30);
      return retail === null ? null : toMarkup(wholesale, retail);
    }
    case 'retail': {
      // A price without markup is shown rounded, which may be a fraction of a coin below the wholesale price.
      const isShownWholesale = isSame(goal.value, roundAmount(wholesale, AMOUNT_DECIMALS));
      return toMarkup(wholesale, isShownWholesale ? wholesale : goal.value);
    }
    case 'isv-amount': {
      // wholesale × (1 - fee × (1 + markup)) = goal, or wholesale itself where the partner bears the fee
      const onWholesale = multiplyAmount(fee, addPercent('1', deal.markup));
      const kept = deal.feePayer === 'isv' ? subtractAmount('100', onWholesale) : '100';
      const wanted = wholeOf(goal.value, kept, 30);
      return wanted === null ? null : toDiscount(deal.list, wanted);
    }
  }
}

function toMarkup(wholesale: string, retail: string) {
  const percent = toPercent(subtractAmount(retail, wholesale), wholesale, PERCENT_DECIMALS);
  return percent === null || compareAmounts(percent, NOTHING) < 0 ? null : { field: 'markup' as const, percent };
}

function toDiscount(list: string, wholesale: string) {
  const percent = toPercent(subtractAmount(list, wholesale), list, PERCENT_DECIMALS);
  if (percent === null || compareAmounts(percent, NOTHING) < 0 || compareAmounts(percent, '100') > 0) return null;
  return { field: 'discount' as const, percent };
}

function isSame(a: string, b: string): boolean {
  return compareAmounts(a, b) === 0;
}

function negate(percent: string): string {
  return isZeroAmount(percent) ? percent : subtractAmount(NOTHING, percent);
}
