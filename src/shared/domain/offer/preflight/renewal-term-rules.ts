/** Automatic renewal as it is offered to the buyer: price increase, periods, schedule of the renewed agreement. */
import { compareAmounts, parseAmount } from '../../money/amount.ts';
import type { RenewalTerm } from '../draft-terms.ts';
import { isCount } from './extra-rules.ts';
import type { OfferFacts } from './facts.ts';
import { shortestAgreementDays } from './agreement-length.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';
import { templateRules } from './renewal-template-rules.ts';

const step = 'terms';
const INCREASE = 'renewalTerm.priceIncrease';

type Check = (term: RenewalTerm, facts: OfferFacts) => readonly Problem[];

const ofTerm =
  (check: Check): Rule['check'] =>
  (facts) =>
    facts.draft.renewalTerm === null ? [] : check(facts.draft.renewalTerm, facts);

const isEmpty = (text: string) => text.trim() === '';

/** A percentage of 0 to 100 with two decimals at most; null where the text is none. */
export function toPercentage(text: string): string | null {
  const parsed = parseAmount(text, { decimals: 2 });
  return parsed.ok && compareAmounts(parsed.amount, '100') <= 0 ? parsed.amount : null;
}

function chosenValues({ priceIncrease }: RenewalTerm): ('value' | 'min' | 'max' | 'usual')[] {
  if (priceIncrease.kind === 'none') return [];
  return priceIncrease.kind === 'fixed' ? ['value'] : ['min', 'max', 'usual'];
}

function hasNoIncrease(term: RenewalTerm): boolean {
  return chosenValues(term).every((member) => isEmpty(term.priceIncrease[member]));
}

function isOrdered({ min, max, usual }: RenewalTerm['priceIncrease']): boolean {
  const low = toPercentage(min);
  const high = toPercentage(max);
  const middle = toPercentage(usual);
  if (low === null || high === null || middle === null) return true;
  return compareAmounts(low, high) < 0 && compareAmounts(low, middle) <= 0 && compareAmounts(middle, high) <= 0;
}

/** Days of a period as typed; null where nothing, or no number, was typed. */
const daysOf = (text: string) => (isCount(text, 1) ? Number(text.normalize('NFKC').trim()) : null);

const PERIODS = ['lockoutDays', 'adjustmentDays'] as const;

const increaseRules: readonly Rule[] = [
  {
    id: 'renewal-term-price-increase-missing',
    severity: 'error',
    step,
    source: '3.9 RenewalTerm of a private offer carries PriceIncrease (MISSING_PRICE_INCREASE)',
    stage: 'release',
    fix: 'drop-renewal-term',
    check: ofTerm((term) => problemIf(hasNoIncrease(term), `${INCREASE}.kind`)),
  },
  {
    id: 'renewal-term-percentage-invalid',
    severity: 'error',
    step,
    source: '3.2 PriceIncrease "0.00"–"100.00"',
    stage: 'request',
    check: ofTerm((term) =>
      hasNoIncrease(term)
        ? []
        : chosenValues(term).flatMap((member) => {
            const value = term.priceIncrease[member];
            return problemIf(toPercentage(value) === null, `${INCREASE}.${member}`, { value });
          }),
    ),
  },
  {
    id: 'renewal-term-range-order',
    severity: 'error',
    step,
    source: '3.2 PriceIncrease: Range (INVALID_PERCENTAGE_RANGE)',
    stage: 'request',
    check: ofTerm(({ priceIncrease }) =>
      problemIf(priceIncrease.kind === 'range' && !isOrdered(priceIncrease), `${INCREASE}.usual`),
    ),
  },
];

const periodRules: readonly Rule[] = [
  {
    id: 'renewal-term-days-invalid',
    severity: 'error',
    step,
    source: '3.2 LockoutPeriod, AdjustmentDeadline P<n>D',
    stage: 'request',
    check: ofTerm((term) =>
      PERIODS.flatMap((member) =>
        problemIf(!isEmpty(term[member]) && daysOf(term[member]) === null, `renewalTerm.${member}`, {
          value: term[member],
        }),
      ),
    ),
  },
  {
    id: 'renewal-term-adjustment-missing',
    severity: 'error',
    step,
    source: '3.2 AdjustmentDeadline with a range (MISSING_ADJUSTMENT_DEADLINE)',
    stage: 'request',
    check: ofTerm(({ priceIncrease, adjustmentDays }) =>
      problemIf(priceIncrease.kind === 'range' && isEmpty(adjustmentDays), 'renewalTerm.adjustmentDays'),
    ),
  },
  {
    id: 'renewal-term-adjustment-unneeded',
    severity: 'error',
    step,
    source: '3.2 AdjustmentDeadline only with a range (INVALID_ADJUSTMENT_DEADLINE)',
    stage: 'request',
    fix: 'clear-adjustment-days',
    check: ofTerm(({ priceIncrease, adjustmentDays }) =>
      problemIf(priceIncrease.kind === 'fixed' && !isEmpty(adjustmentDays), 'renewalTerm.adjustmentDays'),
    ),
  },
  {
    id: 'renewal-term-adjustment-short',
    severity: 'error',
    step,
    source: '3.2 AdjustmentDeadline at least LockoutPeriod + 1 day (INVALID_ADJUSTMENT_DEADLINE)',
    stage: 'request',
    fix: 'lengthen-adjustment',
    check: ofTerm(({ priceIncrease, lockoutDays, adjustmentDays }) => {
      const lockout = daysOf(lockoutDays);
      const adjustment = daysOf(adjustmentDays);
      const isShort = lockout !== null && adjustment !== null && adjustment <= lockout;
      return problemIf(priceIncrease.kind === 'range' && isShort, 'renewalTerm.adjustmentDays', {
        days: (lockout ?? 0) + 1,
      });
    }),
  },
  {
    id: 'renewal-term-period-too-long',
    severity: 'error',
    step,
    source: '3.2 LockoutPeriod, AdjustmentDeadline below the agreement duration',
    stage: 'request',
    check: ofTerm((term, facts) => {
      const length = shortestAgreementDays(facts);
      return PERIODS.flatMap((member) => {
        const days = daysOf(term[member]);
        const isLong = length !== null && days !== null && days >= length;
        return problemIf(isLong, `renewalTerm.${member}`, { days: length ?? 0 });
      });
    }),
  },
  {
    id: 'renewal-term-max-invalid',
    severity: 'error',
    step,
    source: '3.2 MaxRenewals ≥1',
    stage: 'request',
    check: ofTerm(({ maxRenewals }) =>
      problemIf(!isEmpty(maxRenewals) && !isCount(maxRenewals, 1), 'renewalTerm.maxRenewals', { value: maxRenewals }),
    ),
  },
];

export const renewalTermRules: readonly Rule[] = [...increaseRules, ...periodRules, ...templateRules];
