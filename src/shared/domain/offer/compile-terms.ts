/** The terms of a draft in AWS's spelling. What is still empty is left out; what cannot be sent as typed is reported by field. */
import type { FieldError } from '../../errors/app-error.ts';
import { formatDuration, parseDuration } from '../dates/duration.ts';
import { isPlainDate } from '../dates/plain-date.ts';
import { formatAmount, parseAmount } from '../money/amount.ts';
import { decimalsFor, type AmountUse } from '../money/currency.ts';
import type { WireTerm } from './change-set.ts';
import type { OfferDraft, PriceLine } from './draft.ts';
import { OFFER_KIND_FACTS, paysInInstallments } from './kinds.ts';

/** Reads typed texts and remembers which fields could not be read. */
export class FieldReader {
  readonly problems: FieldError[] = [];
  private readonly currency: string;

  constructor(currency: string) {
    this.currency = currency;
  }

  refuse(path: string): void {
    this.problems.push({ path, messageKey: 'preflight:compile.not-sendable', params: {} });
  }

  amount(text: string, path: string, use: AmountUse): string {
    const parsed = parseAmount(text, { decimals: decimalsFor(use, this.currency) });
    if (!parsed.ok) this.refuse(path);
    return parsed.ok ? parsed.amount : '0';
  }

  /** Scheduled charges carry their minor unit, as in AWS's samples: `6000.00`. */
  charge(text: string, path: string): string {
    return formatAmount(this.amount(text, path, 'schedule'), decimalsFor('schedule', this.currency));
  }

  quantity(text: string, path: string): number {
    const typed = text.normalize('NFKC').trim();
    const quantity = /^\d{1,10}$/.test(typed) ? Number(typed) : 0;
    if (quantity < 1) this.refuse(path);
    return quantity;
  }

  date(text: string, path: string): string {
    if (!isPlainDate(text)) this.refuse(path);
    return text;
  }

  /** A number of days, such as `P30D`. */
  days(text: string, path: string): string {
    const plain = text.normalize('NFKC').trim();
    if (!/^P\d{1,6}D$/.test(plain)) this.refuse(path);
    return plain;
  }

  /** AWS counts contracts in months, not in years: `P1Y` is sent as `P12M`. */
  duration(text: string, path: string): string {
    const duration = parseDuration(text);
    if (!duration) {
      this.refuse(path);
      return text;
    }
    const { years, months, days } = duration;
    return formatDuration({ years: 0, months: years * 12 + months, days });
  }
}

const isFilled = (text: string) => text.trim() !== '';

/** Pricing, validity, schedule and the terms AWS keeps beside them, in the order of the API reference. */
export function compileTerms(draft: OfferDraft, reader: FieldReader): WireTerm[] {
  const trial = freeTrialTerm(draft, reader);
  if (draft.kind === null) return trial ? [trial] : [];
  const facts = OFFER_KIND_FACTS[draft.kind];
  const installments = paysInInstallments(draft);
  return [
    facts.usagePrices ? usageTerm(draft, reader) : null,
    facts.contract && !installments ? contractTerm(draft, reader) : null,
    installments ? fixedTerm(draft, reader) : null,
    trial,
    validityTerm(draft, reader),
    installments ? scheduleTerm(draft, reader) : null,
  ].filter((term) => term !== null);
}

function priceLines(lines: readonly PriceLine[], path: string, use: AmountUse, reader: FieldReader) {
  return lines.flatMap((line, index) =>
    isFilled(line.price)
      ? [{ DimensionKey: line.dimensionKey, Price: reader.amount(line.price, `${path}.${index}.price`, use) }]
      : [],
  );
}

function usageTerm({ currency, usagePrices }: OfferDraft, reader: FieldReader): WireTerm | null {
  const rateCard = priceLines(usagePrices, 'usagePrices', 'usage', reader);
  if (rateCard.length === 0) return null;
  return { Type: 'UsageBasedPricingTerm', CurrencyCode: currency, RateCards: [{ RateCard: rateCard }] };
}

function contractTerm({ currency, contract }: OfferDraft, reader: FieldReader): WireTerm | null {
  const allowed = contract.selection === 'units' ? 'Allowed' : 'Disallowed';
  const rateCards = contract.rateCards.flatMap((card, index) => {
    const path = `contract.rateCards.${index}`;
    const rateCard = priceLines(card.prices, `${path}.prices`, 'contract', reader);
    if (rateCard.length === 0) return [];
    return [
      {
        Selector: { Type: 'Duration', Value: reader.duration(card.duration, `${path}.duration`) },
        Constraints: { MultipleDimensionSelection: allowed, QuantityConfiguration: allowed },
        RateCard: rateCard,
      },
    ];
  });
  if (rateCards.length === 0) return null;
  return { Type: 'ConfigurableUpfrontPricingTerm', CurrencyCode: currency, RateCards: rateCards };
}

function fixedTerm({ currency, installments }: OfferDraft, reader: FieldReader): WireTerm | null {
  const grants = installments.grants.flatMap(({ dimensionKey, quantity }, index) =>
    isFilled(quantity)
      ? [
          {
            DimensionKey: dimensionKey,
            MaxQuantity: reader.quantity(quantity, `installments.grants.${index}.quantity`),
          },
        ]
      : [],
  );
  if (grants.length === 0) return null;
  const { duration } = installments;
  return {
    Type: 'FixedUpfrontPricingTerm',
    CurrencyCode: currency,
    // The schedule carries the price.
    Price: '0.0',
    ...(isFilled(duration) && { Duration: reader.duration(duration, 'installments.duration') }),
    Grants: grants,
  };
}

/** An empty quantity is no limit. A trial is part of public offers only; what stands in another draft is kept and not sent. */
function freeTrialTerm({ source, freeTrial }: OfferDraft, reader: FieldReader): WireTerm | null {
  if (source.kind !== 'public' || !isFilled(freeTrial.duration)) return null;
  return {
    Type: 'FreeTrialPricingTerm',
    Duration: reader.days(freeTrial.duration, 'freeTrial.duration'),
    Grants: freeTrial.grants.map(({ dimensionKey, quantity }, index) => ({
      DimensionKey: dimensionKey,
      ...(isFilled(quantity) && { MaxQuantity: reader.quantity(quantity, `freeTrial.grants.${index}.quantity`) }),
    })),
  };
}

function scheduleTerm({ currency, installments }: OfferDraft, reader: FieldReader): WireTerm | null {
  const schedule = installments.schedule.flatMap(({ date, amount }, index) => {
    const path = `installments.schedule.${index}`;
    if (!isFilled(date) && !isFilled(amount)) return [];
    return [{ ChargeDate: reader.date(date, `${path}.date`), ChargeAmount: reader.charge(amount, `${path}.amount`) }];
  });
  return schedule.length === 0 ? null : { Type: 'PaymentScheduleTerm', CurrencyCode: currency, Schedule: schedule };
}

function validityTerm({ service }: OfferDraft, reader: FieldReader): WireTerm | null {
  switch (service.mode) {
    case 'buyer-choice':
      return null;
    case 'duration':
      return isFilled(service.duration)
        ? { Type: 'ValidityTerm', AgreementDuration: reader.duration(service.duration, 'service.duration') }
        : null;
    case 'dates':
      if (!isFilled(service.startDate) && !isFilled(service.endDate)) return null;
      return {
        Type: 'ValidityTerm',
        AgreementStartDate: reader.date(service.startDate, 'service.startDate'),
        AgreementEndDate: reader.date(service.endDate, 'service.endDate'),
      };
    case 'end-date':
      return isFilled(service.endDate)
        ? { Type: 'ValidityTerm', AgreementEndDate: reader.date(service.endDate, 'service.endDate') }
        : null;
  }
}
