/** What a markup makes of inherited prices and charges. AWS does not say how it rounds: these are estimates. */
import { isAmount, multiplyAmount, parseAmount, roundAmount, sumAmounts } from '../money/amount.ts';
import { decimalsFor, type AmountUse } from '../money/currency.ts';
import { MARKUP_DECIMALS } from './compile-resale.ts';
import type { OfferDraft } from './draft.ts';
import { OFFER_KIND_FACTS, paysInInstallments } from './kinds.ts';
import { resaleOf } from './received-authorization.ts';

export interface MarkedUpRow {
  readonly kind: 'usage' | 'contract' | 'charge';
  /** Key of the dimension, or date of the charge. */
  readonly key: string;
  readonly duration: string | null;
  readonly wholesale: string;
  /** null while the markup is no number. */
  readonly retail: string | null;
}

export function markedUpRows(draft: OfferDraft): MarkedUpRow[] {
  if (draft.kind === null) return [];
  const facts = OFFER_KIND_FACTS[draft.kind];
  const paid = paysInInstallments(draft);
  // Amounts that the partner typed for prices of its own are no wholesale prices.
  const schedule = resaleOf(draft)?.received?.schedule ?? draft.installments.schedule;
  const row = (base: Omit<MarkedUpRow, 'retail'>, use: AmountUse): MarkedUpRow[] =>
    isAmount(base.wholesale) ? [{ ...base, retail: raise(draft, base.wholesale, use) }] : [];
  return [
    ...(facts.contract && !paid
      ? draft.contract.rateCards.flatMap(({ duration, prices }) =>
          prices.flatMap(({ dimensionKey, price }) =>
            row({ kind: 'contract', key: dimensionKey, duration, wholesale: price }, 'contract'),
          ),
        )
      : []),
    ...(paid
      ? schedule.flatMap(({ date, amount }) =>
          row({ kind: 'charge', key: date, duration: null, wholesale: amount }, 'schedule'),
        )
      : []),
    ...(facts.usagePrices
      ? draft.usagePrices.flatMap(({ dimensionKey, price }) =>
          row({ kind: 'usage', key: dimensionKey, duration: null, wholesale: price }, 'usage'),
        )
      : []),
  ];
}

function raise({ markup, currency }: OfferDraft, wholesale: string, use: AmountUse): string | null {
  const parsed = parseAmount(markup, { decimals: MARKUP_DECIMALS });
  if (!parsed.ok) return null;
  const factor = sumAmounts(['1', multiplyAmount(parsed.amount, '0.01')]);
  return roundAmount(multiplyAmount(wholesale, factor), decimalsFor(use, currency));
}
