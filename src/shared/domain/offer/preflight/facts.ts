/** What the rules look at, worked out once for all of them: only parts that would be sent. */
import { lastDayOf, parseDuration } from '../../dates/duration.ts';
import { isPlainDate } from '../../dates/plain-date.ts';
import { canonicalAmount, parseAmount, type AmountProblem } from '../../money/amount.ts';
import { decimalsFor, type AmountUse } from '../../money/currency.ts';
import type { Dimension, Product } from '../../product/product.ts';
import type { OfferDraft, PriceLine } from '../draft.ts';
import {
  contractDimensions,
  OFFER_KIND_FACTS,
  paysInInstallments,
  usageDimensions,
  type OfferKindFacts,
} from '../kinds.ts';
import { withNewDimensions } from '../new-dimensions.ts';
import type { PreflightContext } from './rule.ts';

/** An amount as typed, with what it means. */
export interface AmountFact {
  readonly path: string;
  readonly text: string;
  /** Canonical; null where `problem` says why. */
  readonly amount: string | null;
  readonly problem: AmountProblem | null;
  readonly decimals: number;
}

export interface PriceFact extends AmountFact {
  readonly dimensionKey: string;
}

export interface RateCardFact {
  readonly path: string;
  readonly duration: string;
  readonly prices: readonly PriceFact[];
}

export interface ChargeFact extends AmountFact {
  readonly rowPath: string;
  readonly date: string;
  readonly dateIsValid: boolean;
}

export interface GrantFact {
  readonly path: string;
  readonly dimensionKey: string;
  readonly quantity: string;
}

export interface OfferFacts {
  readonly draft: OfferDraft;
  readonly product: Product | null;
  readonly context: PreflightContext;
  readonly kind: OfferKindFacts | null;
  /** Fixed units paid in instalments take the place of contract prices. */
  readonly paid: boolean;
  /** Keys of all dimensions of the product; null where it is not known. */
  readonly dimensionKeys: ReadonlySet<string> | null;
  /** What the product has without the draft. */
  readonly storedDimensions: readonly Dimension[];
  readonly usageKeys: ReadonlySet<string> | null;
  readonly contractKeys: ReadonlySet<string> | null;
  readonly usagePrices: readonly PriceFact[];
  readonly rateCards: readonly RateCardFact[];
  readonly grants: readonly GrantFact[];
  readonly charges: readonly ChargeFact[];
  /** Last day of service if the buyer accepts today; null where it cannot be said. */
  readonly lastServiceDay: string | null;
  /** The expiry as a real date, or null. */
  readonly expiry: string | null;
}

export function gatherFacts(draft: OfferDraft, stored: Product | null, context: PreflightContext): OfferFacts {
  const product = stored && withNewDimensions(stored, draft);
  const kind = draft.kind && OFFER_KIND_FACTS[draft.kind];
  const paid = paysInInstallments(draft);
  const keys = (dimensions: readonly { key: string }[]) => new Set(dimensions.map(({ key }) => key));
  return {
    draft,
    product,
    context,
    kind,
    paid,
    dimensionKeys: product && keys(product.dimensions),
    storedDimensions: stored?.dimensions ?? [],
    usageKeys: product && keys(usageDimensions(product)),
    contractKeys: product && draft.kind && keys(contractDimensions(product, draft.kind)),
    usagePrices: kind?.usagePrices ? priceFacts(draft, draft.usagePrices, 'usagePrices', 'usage') : [],
    rateCards: kind?.contract && !paid ? rateCardFacts(draft) : [],
    grants: paid ? grantFacts(draft) : [],
    charges: paid ? chargeFacts(draft) : [],
    lastServiceDay: lastServiceDay(draft, context.today),
    expiry: isPlainDate(draft.availabilityEndDate) ? draft.availabilityEndDate : null,
  };
}

export function isPositiveDuration(text: string): boolean {
  const duration = parseDuration(text);
  return duration !== null && duration.years + duration.months + duration.days > 0;
}

function amountFact(text: string, path: string, use: AmountUse, currency: string): AmountFact {
  const decimals = decimalsFor(use, currency);
  const parsed = parseAmount(text, { decimals });
  return parsed.ok
    ? { path, text, decimals, amount: canonicalAmount(parsed.amount), problem: null }
    : { path, text, decimals, amount: null, problem: parsed.problem };
}

/** An empty price leaves its dimension out, so it is no fact. */
function priceFacts({ currency }: OfferDraft, lines: readonly PriceLine[], path: string, use: AmountUse): PriceFact[] {
  return lines.flatMap(({ dimensionKey, price }, index) =>
    price.trim() === '' ? [] : [{ dimensionKey, ...amountFact(price, `${path}.${index}.price`, use, currency) }],
  );
}

function rateCardFacts(draft: OfferDraft): RateCardFact[] {
  return draft.contract.rateCards.map(({ duration, prices }, index) => {
    const path = `contract.rateCards.${index}`;
    return { path, duration, prices: priceFacts(draft, prices, `${path}.prices`, 'contract') };
  });
}

function grantFacts({ installments }: OfferDraft): GrantFact[] {
  return installments.grants.flatMap(({ dimensionKey, quantity }, index) =>
    quantity.trim() === '' ? [] : [{ path: `installments.grants.${index}.quantity`, dimensionKey, quantity }],
  );
}

/** A row that is empty altogether is not sent. */
function chargeFacts({ installments, currency }: OfferDraft): ChargeFact[] {
  return installments.schedule.flatMap(({ date, amount }, index) => {
    if (date.trim() === '' && amount.trim() === '') return [];
    const rowPath = `installments.schedule.${index}`;
    const fact = amountFact(amount, `${rowPath}.amount`, 'schedule', currency);
    return [{ rowPath, date, dateIsValid: isPlainDate(date), ...fact }];
  });
}

function lastServiceDay({ service }: OfferDraft, today: string): string | null {
  switch (service.mode) {
    case 'buyer-choice':
      return null;
    case 'duration':
      return isPositiveDuration(service.duration) ? lastDayOf(today, service.duration) : null;
    case 'dates':
    case 'end-date':
      return isPlainDate(service.endDate) ? service.endDate : null;
  }
}
