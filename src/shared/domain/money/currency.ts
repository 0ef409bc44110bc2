/** Currencies that AWS Marketplace names for private offers, and how many decimals each use of an amount may have. */

export const CURRENCIES = ['USD', 'EUR', 'GBP', 'AUD', 'JPY'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** They appear in AWS's schemas or console, but no page promises them through the API. */
export const UNVERIFIED_CURRENCIES = ['CAD', 'INR'] as const;

const MINOR_UNITS: Readonly<Record<Currency, number>> = { USD: 2, EUR: 2, GBP: 2, AUD: 2, JPY: 0 };

export function isCurrency(code: string): code is Currency {
  return (CURRENCIES as readonly string[]).includes(code);
}

export function isUnverifiedCurrency(code: string): boolean {
  return (UNVERIFIED_CURRENCIES as readonly string[]).includes(code);
}

/** Decimals of the smallest coin; 2 for a code we do not know, as most currencies have. */
export function minorUnits(currency: string): number {
  return isCurrency(currency) ? MINOR_UNITS[currency] : 2;
}

/** What an amount is for: price of one metered unit, contract or fixed price, scheduled charge. */
export type AmountUse = 'usage' | 'contract' | 'schedule';

const DECIMALS: Readonly<Record<AmountUse, number>> = { usage: 8, contract: 3, schedule: 2 };

/** Decimals that AWS takes for this use; none at all in a currency without a minor unit. */
export function decimalsFor(use: AmountUse, currency: string): number {
  return minorUnits(currency) === 0 ? 0 : DECIMALS[use];
}
