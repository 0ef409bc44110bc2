/** The payment schedule (PaymentScheduleTerm) against itself, the expiry and the service. */
import { addDays, compareDates } from '../../dates/plain-date.ts';
import { isZeroAmount } from '../../money/amount.ts';
import { MAX_INSTALLMENTS } from '../../payment-schedule/request.ts';
import type { ChargeFact, OfferFacts } from './facts.ts';
import { amountRules } from './line-rules.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'schedule';
const path = 'installments.schedule';

function eachCharge(facts: OfferFacts, isWrong: (charge: ChargeFact) => boolean, params?: Problem['params']) {
  return facts.charges.flatMap((charge) =>
    problemIf(isWrong(charge), `${charge.rowPath}.date`, { value: charge.date, ...params }),
  );
}

/** Charges on or before the expiry beyond the first one, in order of date. */
function lateAcceptanceCharges({ charges, expiry }: OfferFacts): ChargeFact[] {
  if (expiry === null) return [];
  return charges
    .filter(({ date, dateIsValid }) => dateIsValid && date <= expiry)
    .toSorted((a, b) => compareDates(a.date, b.date))
    .slice(1);
}

/** The latest expiry that leaves one charge at most on or before it. */
export function expiryBeforeSecondCharge(facts: OfferFacts): string | null {
  const [second] = lateAcceptanceCharges(facts);
  if (!second) return null;
  const expiry = addDays(second.date, -1);
  return expiry >= facts.context.today ? expiry : null;
}

const dateRules: readonly Rule[] = [
  {
    id: 'charge-date-missing',
    severity: 'error',
    step,
    source: '3.2 ChargeDate YYYY-MM-DD',
    stage: 'request',
    check: (facts) => eachCharge(facts, ({ date }) => date.trim() === ''),
  },
  {
    id: 'charge-date-invalid',
    severity: 'error',
    step,
    source: '3.2 ChargeDate YYYY-MM-DD (INVALID_CHARGE_DATES)',
    stage: 'request',
    check: (facts) => eachCharge(facts, ({ date, dateIsValid }) => date.trim() !== '' && !dateIsValid),
  },
  {
    id: 'charge-date-duplicate',
    severity: 'error',
    step,
    source: '3.2 ChargeDate unique (DUPLICATE_CHARGE_DATES)',
    stage: 'request',
    fix: 'merge-same-dates',
    canFix: ({ charges }) => charges.every(({ amount }) => amount !== null),
    check: (facts) => {
      const seen = new Set<string>();
      return eachCharge(facts, ({ date, dateIsValid }) => {
        const isRepeated = dateIsValid && seen.has(date);
        seen.add(date);
        return isRepeated;
      });
    },
  },
  {
    id: 'charge-date-past',
    severity: 'error',
    step,
    source: '3.7 FPS: no charge date in the past at release',
    stage: 'release',
    check: (facts) => eachCharge(facts, ({ date, dateIsValid }) => dateIsValid && date < facts.context.today),
  },
  {
    id: 'charges-before-expiry',
    severity: 'error',
    step,
    source: '3.7 FPS vs availability: at most one charge date on or before it (TOO_MANY_BACKDATED_CHARGES)',
    stage: 'release',
    onReleased: true,
    fix: 'expire-before-second-charge',
    canFix: (facts) => expiryBeforeSecondCharge(facts) !== null,
    check: (facts) =>
      lateAcceptanceCharges(facts).flatMap(({ rowPath, date }) =>
        problemIf(true, `${rowPath}.date`, { value: date, date: facts.expiry ?? '' }),
      ),
  },
  {
    id: 'charge-after-service',
    severity: 'error',
    step,
    source: '3.7 FPS: all charge dates before the agreement’s end',
    stage: 'release',
    check: (facts) => {
      const { lastServiceDay } = facts;
      if (lastServiceDay === null) return [];
      return eachCharge(facts, ({ date, dateIsValid }) => dateIsValid && date > lastServiceDay, {
        date: lastServiceDay,
      });
    },
  },
];

export const scheduleRules: readonly Rule[] = [
  {
    id: 'schedule-missing',
    severity: 'error',
    step,
    source: '3.3 FixedUpfront only with PaymentSchedule',
    stage: 'release',
    check: ({ paid, charges }) => problemIf(paid && charges.length === 0, path),
  },
  {
    id: 'charges-too-many',
    severity: 'error',
    step,
    source: '3.2 PaymentScheduleTerm Schedule 1–60 (TOO_MANY_CHARGES)',
    stage: 'request',
    check: ({ charges }) => problemIf(charges.length > MAX_INSTALLMENTS, path, { max: MAX_INSTALLMENTS }),
  },
  {
    id: 'charge-amount-missing',
    severity: 'error',
    step,
    source: '3.2 ChargeAmount',
    stage: 'request',
    check: ({ charges }) => charges.flatMap((charge) => problemIf(charge.problem === 'empty', charge.path)),
  },
  ...amountRules({
    prefix: 'charge-amount',
    step,
    source: {
      number: '3.2 amounts are decimal strings',
      range: '3.2 ChargeAmount 0 and above',
      decimals: '3.2 ChargeAmount ≤2 decimals; JPY whole',
    },
    amounts: ({ charges }) => charges,
  }),
  {
    id: 'schedule-total-zero',
    severity: 'error',
    step,
    source: 'Own rule: a price of zero is an explicit choice',
    stage: 'release',
    fix: 'allow-zero-prices',
    check: ({ draft, charges }) => {
      const isFree = charges.length > 0 && charges.every(({ amount }) => amount !== null && isZeroAmount(amount));
      return problemIf(isFree && !draft.allowZeroPrices, path);
    },
  },
  ...dateRules,
];
