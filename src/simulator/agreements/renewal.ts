/** The agreement that continues one which has reached its end: the same deal for as long again, at the price that the renewal term says. */
import {
  canonicalAmount,
  formatAmount,
  multiplyAmount,
  splitAmount,
  sumAmounts,
} from '../../shared/domain/money/amount.ts';
import { minorUnits } from '../../shared/domain/money/currency.ts';
import { addDays, addDuration, addMonths, daysBetween, endOfDay, startOfDay } from '../catalog/instants.ts';
import type { AgreementRecord, OfferTerms, Term } from '../catalog/model.ts';
import { findTerm } from './choices.ts';

const PRICE_DECIMALS = 3;

export function renewed(agreement: AgreementRecord, { id, at }: { id: string; at: string }): AgreementRecord {
  const end = agreement.endTime ?? at;
  const firstDay = addDays(end.slice(0, 10), 1);
  const duration = durationOf(agreement);
  const length = daysBetween(agreement.startTime.slice(0, 10), end.slice(0, 10));
  const lastDay = duration === null ? addDays(firstDay, length) : addDays(addDuration(firstDay, duration), -1);
  return {
    ...agreement,
    id,
    intent: 'RENEW',
    status: 'ACTIVE',
    acceptedAt: at,
    startTime: startOfDay(firstDay),
    endTime: endOfDay(lastDay),
    updatedAt: at,
    sourceAgreementId: agreement.id,
    terms: renewedTerms(agreement, firstDay),
  };
}

function durationOf(agreement: AgreementRecord): string | null {
  const stated = findTerm(agreement, 'ValidityTerm')?.['AgreementDuration'];
  const fixed = findTerm(agreement, 'FixedUpfrontPricingTerm')?.['Duration'];
  const duration = stated ?? fixed ?? agreement.choice?.duration;
  return typeof duration === 'string' ? duration : null;
}

function renewedTerms(agreement: AgreementRecord, firstDay: string): OfferTerms {
  const factor = increaseFactor(findTerm(agreement, 'RenewalTerm'));
  const { terms } = agreement;
  return {
    ...terms,
    pricing: terms.pricing.map((term) => dearer(term, factor)),
    // Dates of the first agreement say nothing of the next one.
    validity: terms.validity.flatMap(({ AgreementStartDate: _start, AgreementEndDate: _end, ...term }) =>
      term['AgreementDuration'] === undefined ? [] : [{ ...term, Type: 'ValidityTerm' }],
    ),
    schedule: terms.schedule.map((term) =>
      term.Type === 'PaymentScheduleTerm' ? renewedSchedule(term, agreement, { factor, firstDay }) : term,
    ),
  };
}

/** 1 without an increase; the default of a range that the seller did not settle. */
function increaseFactor(term: Term | undefined): string {
  const increase = term?.['PriceIncrease'] as { Value?: string; Range?: { DefaultValue: string } } | undefined;
  const percent = increase?.Value ?? increase?.Range?.DefaultValue ?? '0';
  return sumAmounts(['1', multiplyAmount(percent, '0.01')]);
}

function dearer(term: Term, factor: string): Term {
  const raise = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(raise);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === 'Price'
          ? canonicalAmount(formatAmount(multiplyAmount(String(inner), factor), PRICE_DECIMALS))
          : raise(inner),
      ]),
    );
  };
  // Consumption keeps its price: the increase is agreed for the commitment.
  return term.Type === 'UsageBasedPricingTerm' ? term : (raise(term) as Term);
}

interface TemplateEntry {
  readonly ChargeDateOffset: string;
  readonly ChargePercentage: string;
  readonly DayOfMonth?: number;
}

interface ScheduleEntry {
  readonly ChargeDate: string;
  readonly ChargeAmount: string;
}

function renewedSchedule(
  term: Term,
  agreement: AgreementRecord,
  { factor, firstDay }: { factor: string; firstDay: string },
): Term {
  const charges = (term['Schedule'] ?? []) as readonly ScheduleEntry[];
  const decimals = minorUnits(String(term['CurrencyCode']));
  const before = sumAmounts(charges.map(({ ChargeAmount }) => ChargeAmount));
  const total = formatAmount(multiplyAmount(before, factor), decimals);
  const templates = findTerm(agreement, 'RenewalTerm')?.['TermTemplates'] as
    { Schedule: TemplateEntry[] }[] | undefined;
  const template = templates?.[0]?.Schedule;
  const dates = template
    ? template.map((entry) => chargeDay(firstDay, entry))
    : charges.map(({ ChargeDate }) => addDays(firstDay, daysBetween(agreement.startTime.slice(0, 10), ChargeDate)));
  const weights = template
    ? template.map(({ ChargePercentage }) => ChargePercentage)
    : charges.map(({ ChargeAmount }) => ChargeAmount);
  const amounts = splitAmount({ total, weights, decimals, remainder: 'last' });
  return {
    ...term,
    Schedule: dates.map((ChargeDate, index) => ({ ChargeDate, ChargeAmount: amounts[index] ?? '0' })),
  };
}

function chargeDay(firstDay: string, { ChargeDateOffset, DayOfMonth }: TemplateEntry): string {
  const day = addDuration(firstDay, ChargeDateOffset);
  if (DayOfMonth === undefined) return day;
  const month = day.slice(0, 7);
  const lastDay = addDays(addMonths(`${month}-01`, 1), -1);
  const wanted = `${month}-${String(DayOfMonth).padStart(2, '0')}`;
  return wanted > lastDay ? lastDay : wanted;
}
