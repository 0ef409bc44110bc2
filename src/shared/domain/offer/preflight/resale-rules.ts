/** Rules for a channel partner's offer: what its authorization allows. */
import { parseDuration } from '../../dates/duration.ts';
import { compareDates, isPlainDate } from '../../dates/plain-date.ts';
import { compareAmounts, isAmount, parseAmount, sumAmounts } from '../../money/amount.ts';
import { MARKUP_DECIMALS } from '../compile-resale.ts';
import { canPriceFreely, resaleOf, type ReceivedAuthorization, type Resale } from '../received-authorization.ts';
import { replacementOf } from '../replaced-agreement.ts';
import { buyerRules } from './buyer-rules.ts';
import { detailRules } from './detail-rules.ts';
import { expiryRules } from './expiry-rules.ts';
import { extraRules } from './extra-rules.ts';
import type { OfferFacts } from './facts.ts';
import { heldRules } from './held-rules.ts';
import { replacementRules } from './replacement-rules.ts';
import { keptTrialRules } from './trial-rules.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const SOURCE = '6 CPPO';
const USABLE = ['authorized', 'reusable'];

/** Checks only drafts made from an authorization, and what is known of it. */
function ofReceived(
  check: (facts: OfferFacts, received: ReceivedAuthorization, resale: Resale) => Problem[],
): Rule['check'] {
  return (facts) => {
    const resale = resaleOf(facts.draft);
    return resale?.received ? check(facts, resale.received, resale) : [];
  };
}

/** The same, where the partner sets prices of its own. */
function ofOwnPrices(check: (facts: OfferFacts, received: ReceivedAuthorization) => Problem[]): Rule['check'] {
  return ofReceived((facts, received, { ownPrices }) => (ownPrices ? check(facts, received) : []));
}

const days = (period: string) => parseDuration(period)?.days ?? 0;
const path = 'installments.schedule';

const sourceRules: readonly Rule[] = [
  {
    id: 'resale-unknown',
    severity: 'error',
    step: 'product-buyers',
    source: SOURCE,
    stage: 'request',
    check: ({ draft }) => {
      const resale = resaleOf(draft);
      return problemIf(resale !== null && resale.received === null, 'source');
    },
  },
  {
    id: 'resale-not-usable',
    contexts: ['draft', 'consumed', 'expired', 'deactivated'],
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: refused when restricted, expired or consumed`,
    stage: 'request',
    check: ofReceived(({ draft }, { state }) => {
      // A draft at AWS is counted as the one offer already.
      const isOwnUse = state === 'consumed' && draft.target !== null;
      return problemIf(!USABLE.includes(state) && !isOwnUse, 'source', { context: state });
    }),
  },
  {
    id: 'resale-buyers',
    severity: 'error',
    step: 'product-buyers',
    source: `${SOURCE}: the buyers that the authorization names`,
    stage: 'request',
    check: ofReceived(({ draft }, { buyers }) =>
      draft.buyers.flatMap((buyer, index) =>
        problemIf(
          buyers.length > 0 && !buyers.includes(buyer.trim()),
          // The buyer of an amendment is not typed but named by the agreement.
          replacementOf(draft) === null ? `buyers.${index}` : 'buyers',
          { value: buyer },
        ),
      ),
    ),
  },
];

const priceRules: readonly Rule[] = [
  {
    id: 'resale-markup-invalid',
    severity: 'error',
    step: 'pricing',
    source: `${SOURCE}: UpdateMarkup Percentage, a decimal`,
    stage: 'request',
    check: ofReceived(({ draft }, _, { ownPrices }) => {
      const isTyped = !ownPrices && draft.markup.trim() !== '';
      return problemIf(isTyped && !parseAmount(draft.markup, { decimals: MARKUP_DECIMALS }).ok, 'markup', {
        value: draft.markup,
      });
    }),
  },
  {
    id: 'resale-markup-missing',
    severity: 'error',
    step: 'pricing',
    source: 'Own rule: selling at the wholesale price is an explicit choice',
    stage: 'release',
    check: ofReceived(({ draft }, _, { ownPrices }) => problemIf(!ownPrices && draft.markup.trim() === '', 'markup')),
  },
  {
    id: 'resale-own-prices',
    severity: 'error',
    step: 'pricing',
    source: `${SOURCE}: own prices only as FixedUpfront with a schedule`,
    stage: 'request',
    check: ofOwnPrices((_, received) => problemIf(!canPriceFreely(received), 'markup')),
  },
  {
    id: 'resale-amount-invalid',
    severity: 'error',
    step: 'schedule',
    source: '3.2 ChargeAmount: a decimal with at most 2 decimals',
    stage: 'request',
    check: ofOwnPrices(({ charges }) =>
      charges.flatMap(({ amount, path: at, text }) => problemIf(amount === null, at, { value: text })),
    ),
  },
  {
    id: 'resale-schedule-dates',
    severity: 'error',
    step: 'schedule',
    source: `${SOURCE}: charge dates stay those of the authorization`,
    stage: 'request',
    check: ofOwnPrices(({ charges }, { schedule }) => {
      const sorted = (rows: readonly { date: string }[]) => rows.map(({ date }) => date).toSorted(compareDates);
      const dates = sorted(schedule);
      return problemIf(dates.length > 0 && sorted(charges).join() !== dates.join(), path, { dates: dates.join(', ') });
    }),
  },
  {
    id: 'resale-schedule-total',
    severity: 'error',
    step: 'schedule',
    source: `${SOURCE}: the total must not fall below that of the authorization`,
    stage: 'request',
    check: ofOwnPrices(({ charges, draft }, { schedule }) => {
      const owed = sumAmounts(schedule.flatMap(({ amount }) => (isAmount(amount) ? [amount] : [])));
      if (charges.some(({ amount }) => amount === null)) return [];
      const total = sumAmounts(charges.flatMap(({ amount }) => amount ?? []));
      return problemIf(compareAmounts(total, owed) < 0, path, { total, owed, currency: draft.currency });
    }),
  },
];

const limitRules: readonly Rule[] = [
  {
    id: 'resale-start-late',
    severity: 'error',
    step: 'service',
    source: `${SOURCE}: MaximumAgreementStartDate`,
    stage: 'request',
    check: ofReceived(({ draft: { service } }, { latestStartDate }) =>
      problemIf(
        service.mode === 'dates' &&
          isPlainDate(service.startDate) &&
          latestStartDate !== '' &&
          service.startDate > latestStartDate,
        'service.startDate',
        { date: latestStartDate },
      ),
    ),
  },
  {
    id: 'resale-charge-after-end',
    severity: 'error',
    step: 'service',
    source: '3.7 FPS: all charge dates before the agreement’s end',
    stage: 'release',
    check: ofReceived(({ draft }, { schedule }) => {
      const { service } = draft;
      const last = schedule
        .map(({ date }) => date)
        .toSorted(compareDates)
        .at(-1);
      const isPast = service.mode === 'end-date' && last !== undefined && service.endDate < last;
      return problemIf(isPast && isPlainDate(service.endDate), 'service.endDate', { date: last ?? '' });
    }),
  },
  {
    id: 'resale-net-payment',
    severity: 'error',
    step: 'terms',
    source: `${SOURCE}: no longer than the authorization's`,
    stage: 'request',
    check: ofReceived(({ draft }, { netPayment }) =>
      problemIf(
        netPayment !== '' && draft.netPayment !== '' && days(draft.netPayment) > days(netPayment),
        'netPayment',
        { days: days(netPayment) },
      ),
    ),
  },
];

export const resaleRules: readonly Rule[] = [...sourceRules, ...priceRules, ...limitRules];

/** Product, prices and licence are the authorization's: what they must be like was looked at when it was made. */
const OF_ANY_OFFER: ReadonlySet<Rule> = new Set([
  ...resaleRules,
  ...replacementRules,
  ...buyerRules,
  ...detailRules,
  ...expiryRules,
  ...extraRules,
  ...heldRules,
  ...keptTrialRules,
]);
/** Asked of the seller alone; the renewal flag comes along with the authorization. */
const OF_SELLERS: readonly string[] = ['renewal-unanswered', 'currency-usage-prices', 'currency-unverified'];

export function appliesToResale(rule: Rule): boolean {
  return OF_ANY_OFFER.has(rule) && !OF_SELLERS.includes(rule.id);
}
