/** Short ways to write the terms of seeded offers, exactly as they would travel to AWS. */
import type { Term } from '../catalog/model.ts';

/** Prices by dimension key. */
export type Prices = Readonly<Record<string, string>>;

const rates = (prices: Prices) => Object.entries(prices).map(([DimensionKey, Price]) => ({ DimensionKey, Price }));

export function usage(prices: Prices): Term {
  return { Type: 'UsageBasedPricingTerm', CurrencyCode: 'USD', RateCards: [{ RateCard: rates(prices) }] };
}

export interface ContractChoice {
  readonly currency?: string;
  /** Units: the buyer sets quantities. Tiers: the buyer picks one. */
  readonly tiers?: boolean;
}

/** One rate card a duration. */
export function contract(cards: Readonly<Record<string, Prices>>, { currency, tiers }: ContractChoice = {}): Term {
  const choice = tiers === true ? 'Disallowed' : 'Allowed';
  return {
    Type: 'ConfigurableUpfrontPricingTerm',
    CurrencyCode: currency ?? 'USD',
    RateCards: Object.entries(cards).map(([duration, prices]) => ({
      Selector: { Type: 'Duration', Value: duration },
      Constraints: { MultipleDimensionSelection: choice, QuantityConfiguration: choice },
      RateCard: rates(prices),
    })),
  };
}

export interface FixedChoice {
  readonly currency?: string;
  readonly duration?: string;
}

/** Granted quantities by dimension key; the money is in the schedule. */
export function fixed(grants: Readonly<Record<string, number>>, { currency, duration }: FixedChoice = {}): Term {
  return {
    Type: 'FixedUpfrontPricingTerm',
    CurrencyCode: currency ?? 'USD',
    Price: '0.0',
    ...(duration === undefined ? {} : { Duration: duration }),
    Grants: Object.entries(grants).map(([DimensionKey, MaxQuantity]) => ({ DimensionKey, MaxQuantity })),
  };
}

export function schedule(charges: readonly (readonly [date: string, amount: string])[], currency = 'USD'): Term {
  return {
    Type: 'PaymentScheduleTerm',
    CurrencyCode: currency,
    Schedule: charges.map(([ChargeDate, ChargeAmount]) => ({ ChargeDate, ChargeAmount })),
  };
}

export const validFor = (duration: string): Term => ({ Type: 'ValidityTerm', AgreementDuration: duration });

export const validBetween = (start: string, end: string): Term => ({
  Type: 'ValidityTerm',
  AgreementStartDate: start,
  AgreementEndDate: end,
});

export const standardEula = (): Term => ({
  Type: 'LegalTerm',
  Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }],
});

export const customEula = (url: string): Term => ({ Type: 'LegalTerm', Documents: [{ Type: 'CustomEula', Url: url }] });

export const refunds = (): Term => ({ Type: 'SupportTerm', RefundPolicy: 'Full refund within 30 days of purchase.' });

/** The same term as an authorization has it. */
export const resale = (term: Term): Term => ({ ...term, Type: `Resale${term.Type}` });

export const buyerEula = (url?: string): Term => ({
  ...(url === undefined ? standardEula() : customEula(url)),
  Type: 'BuyerLegalTerm',
});

export const resellerContract = (url?: string): Term => ({
  Type: 'ResaleLegalTerm',
  Documents: [url === undefined ? { Type: 'StandardResellerContract' } : { Type: 'CustomResellerContract', Url: url }],
});

export const netPayment = (period: string): Term => ({ Type: 'NetPaymentTerm', PaymentDuePeriod: period });

export const forBuyers = (...accountIds: string[]): Term => ({
  Type: 'BuyerTargetingTerm',
  PositiveTargeting: { BuyerAccounts: accountIds },
});

export const startsBy = (day: string): Term => ({ Type: 'BuyerValidityTerm', MaximumAgreementStartDate: day });
