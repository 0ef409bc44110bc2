/** What the accepted terms say in numbers: value, currency, what the buyer chose, what is to be paid when. */
import { isAmount, multiplyAmount, sumAmounts } from '../money/amount.ts';
import type { OfferTerm } from '../offer/entity.ts';
import { findCurrency, sumCharges } from '../offer/readable.ts';
import type { AgreementDetail } from './agreement.ts';
import { CONFIGURATION } from './accepted-terms.ts';

type Chosen = AgreementDetail['chosen'];

interface Dated {
  readonly date: string;
  readonly amount: string;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const termOf = (terms: readonly OfferTerm[], type: string): OfferTerm | undefined =>
  terms.find((term) => term.Type === type);

export function chosenOf(terms: readonly OfferTerm[]): Chosen {
  const contract = members(termOf(terms, 'ConfigurableUpfrontPricingTerm')?.[CONFIGURATION]);
  const renewal = members(termOf(terms, 'RenewalTerm')?.[CONFIGURATION]);
  return {
    duration: text(contract['SelectorValue']),
    quantities: list(contract['Dimensions']).flatMap((dimension) => {
      const { DimensionKey: key, DimensionValue: quantity } = members(dimension);
      return typeof key === 'string' && typeof quantity === 'number' ? [{ dimensionKey: key, quantity }] : [];
    }),
    autoRenew: typeof renewal['EnableAutoRenew'] === 'boolean' ? renewal['EnableAutoRenew'] : null,
  };
}

/** The scheduled charges in order of their days. */
export function scheduleOf(terms: readonly OfferTerm[]): Dated[] {
  const schedule = list(termOf(terms, 'PaymentScheduleTerm')?.['Schedule']);
  return schedule
    .flatMap((charge) => {
      const { ChargeDate: date, ChargeAmount: amount } = members(charge);
      return typeof date === 'string' && typeof amount === 'string' ? [{ date, amount }] : [];
    })
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

export interface AgreementValue {
  readonly currency: string | null;
  readonly value: string | null;
}

/** The sum of the schedule, else the fixed price, else what the buyer chose at its price; null for pay as you go. */
export function valueOf(terms: readonly OfferTerm[]): AgreementValue {
  const currency = findCurrency(terms);
  return { currency, value: sumCharges(terms) ?? fixedPrice(terms) ?? chosenPrice(terms) };
}

function fixedPrice(terms: readonly OfferTerm[]): string | null {
  const price = text(termOf(terms, 'FixedUpfrontPricingTerm')?.['Price']);
  return price !== null && isAmount(price) ? price : null;
}

function chosenPrice(terms: readonly OfferTerm[]): string | null {
  const contract = termOf(terms, 'ConfigurableUpfrontPricingTerm');
  const chosen = chosenOf(terms);
  const cards = list(contract?.['RateCards']).map(members);
  const card = cards.find(({ Selector }) => members(Selector)['Value'] === chosen.duration) ?? cards[0];
  if (!card || chosen.quantities.length === 0) return null;
  const prices = new Map(
    list(card['RateCard']).map((rate) => [members(rate)['DimensionKey'], text(members(rate)['Price'])]),
  );
  const parts = chosen.quantities.map(({ dimensionKey, quantity }) => {
    const price = prices.get(dimensionKey);
    return price && isAmount(price) ? multiplyAmount(price, String(quantity)) : null;
  });
  return parts.every((part) => part !== null) ? sumAmounts(parts) : null;
}
