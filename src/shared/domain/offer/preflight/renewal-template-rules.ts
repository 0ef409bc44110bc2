/** The payment schedule of a renewed agreement: shares of the price at distances from its start. */
import { compareAmounts, parseAmount, sumAmounts } from '../../money/amount.ts';
import type { TemplateCharge } from '../draft-terms.ts';
import { isCount } from './extra-rules.ts';
import type { OfferFacts } from './facts.ts';
import { problemIf, type Problem, type Rule } from './rule.ts';

const step = 'terms';
const path = 'renewalTerm.template.charges';
const MAX_CHARGES = 86;

interface ChargeRow {
  readonly charge: TemplateCharge;
  readonly path: string;
}

/** A row that is empty altogether is not sent. */
function rowsOf({ draft }: OfferFacts): ChargeRow[] {
  return (draft.renewalTerm?.template.charges ?? []).flatMap((charge, index) =>
    [charge.offset, charge.percentage, charge.dayOfMonth].some((text) => text.trim() !== '')
      ? [{ charge, path: `${path}.${index}` }]
      : [],
  );
}

function eachRow(facts: OfferFacts, member: keyof TemplateCharge, isWrong: (charge: TemplateCharge) => boolean) {
  return rowsOf(facts).flatMap(({ charge, path: row }): Problem[] =>
    problemIf(isWrong(charge), `${row}.${member}`, { value: charge[member] }),
  );
}

function shareOf({ percentage }: TemplateCharge): string | null {
  const parsed = parseAmount(percentage, { decimals: 2 });
  const fits = parsed.ok && compareAmounts(parsed.amount, '0.01') >= 0 && compareAmounts(parsed.amount, '100') <= 0;
  return fits ? parsed.amount : null;
}

function sumOf(facts: OfferFacts): string | null {
  const shares = rowsOf(facts).map(({ charge }) => shareOf(charge));
  return shares.length === 0 || shares.includes(null) ? null : sumAmounts(shares.filter((share) => share !== null));
}

const offsetOf = ({ offset }: TemplateCharge) => offset.normalize('NFKC').trim();

export const templateRules: readonly Rule[] = [
  {
    id: 'renewal-term-template-missing',
    severity: 'error',
    step,
    source: '3.9 RenewalTerm with a payment schedule needs TermTemplates (MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE)',
    stage: 'release',
    fix: 'drop-renewal-term',
    check: (facts) => problemIf(facts.paid && facts.draft.renewalTerm !== null && rowsOf(facts).length === 0, path),
  },
  {
    id: 'renewal-template-unneeded',
    severity: 'info',
    step,
    source: '3.9 TermTemplates go with a payment schedule',
    stage: 'release',
    check: (facts) => problemIf(!facts.paid && rowsOf(facts).length > 0, path),
  },
  {
    id: 'renewal-template-unverified',
    severity: 'info',
    step,
    source: '3.9 RenewalTerm with PaymentScheduleTerm: an older page refuses it',
    stage: 'release',
    check: ({ draft, paid }) => problemIf(paid && draft.renewalTerm !== null, path),
  },
  {
    id: 'renewal-template-too-long',
    severity: 'error',
    step,
    source: '3.2 TermTemplates: Schedule 1–86',
    stage: 'request',
    check: (facts) => problemIf(rowsOf(facts).length > MAX_CHARGES, path, { max: MAX_CHARGES }),
  },
  {
    id: 'renewal-template-offset-invalid',
    severity: 'error',
    step,
    source: '3.2 ChargeDateOffset P#M or P#D (INVALID_CHARGE_DATE_OFFSETS)',
    stage: 'request',
    check: (facts) => eachRow(facts, 'offset', ({ offset }) => !isCount(offset, 0)),
  },
  {
    id: 'renewal-template-offset-duplicate',
    severity: 'error',
    step,
    source: '3.14 UpdateRenewalTerms: DUPLICATE_CHARGE_DATE_OFFSETS',
    stage: 'request',
    check: (facts) => {
      const seen = new Set<number>();
      return eachRow(facts, 'offset', (charge) => {
        if (!isCount(charge.offset, 0)) return false;
        const offset = Number(offsetOf(charge));
        const isRepeated = seen.has(offset);
        seen.add(offset);
        return isRepeated;
      });
    },
  },
  {
    id: 'renewal-template-percentage-invalid',
    severity: 'error',
    step,
    source: '3.2 ChargePercentage 0.01–100 (INVALID_CHARGE_PERCENTAGES)',
    stage: 'request',
    check: (facts) => eachRow(facts, 'percentage', (charge) => shareOf(charge) === null),
  },
  {
    id: 'renewal-template-sum',
    severity: 'error',
    step,
    source: '3.2 ChargePercentage: 100 in sum (INVALID_CHARGE_PERCENTAGES)',
    stage: 'request',
    check: (facts) => {
      const sum = sumOf(facts);
      return problemIf(sum !== null && compareAmounts(sum, '100') !== 0, path, { value: sum ?? '' });
    },
  },
  {
    id: 'renewal-template-day-invalid',
    severity: 'error',
    step,
    source: '3.2 DayOfMonth 1–31, only with months (INVALID_DAY_OF_MONTH)',
    stage: 'request',
    fix: 'clear-template-days',
    check: (facts) =>
      eachRow(facts, 'dayOfMonth', ({ dayOfMonth }) => {
        if (dayOfMonth.trim() === '') return false;
        const isDay = isCount(dayOfMonth, 1) && Number(dayOfMonth.normalize('NFKC')) <= 31;
        return !isDay || facts.draft.renewalTerm?.template.unit === 'days';
      }),
  },
];
