/** What an agreement costs and when: computed from its terms, so that nothing has to be kept for the thousands that nobody asks about. */
import { multiplyAmount, sumAmounts } from '../../shared/domain/money/amount.ts';
import { addMonths, startOfDay } from '../catalog/instants.ts';
import type { AgreementRecord } from '../catalog/model.ts';
import { seedText } from '../seed/ids.ts';
import { chosenRateCard, findTerm } from './choices.ts';
import type { PaymentRequest } from './model.ts';

export interface Charge {
  readonly id: string;
  readonly amount: string;
  readonly currencyCode: string;
  readonly time: string;
  readonly purchaseOrderReference: string | null;
}

export interface EstimatedCharges {
  readonly currencyCode: string;
  readonly agreementValue: string;
}

interface ScheduledCharge {
  readonly ChargeDate: string;
  readonly ChargeAmount: string;
}

const MONTHS_LISTED = 36;

/** Charges of the past and of the future, by time. Those that an early end leaves uninvoiced are gone. */
export function chargesOf(agreement: AgreementRecord, requests: readonly PaymentRequest[]): Charge[] {
  const begin = agreement.startTime > agreement.acceptedAt ? agreement.startTime : agreement.acceptedAt;
  const charges = [...scheduled(agreement, begin), ...upfront(agreement, begin), ...recurring(agreement, begin)].map(
    ({ time, amount, label, currencyCode }) => ({
      id: `ch-${seedText(`${agreement.id} ${label}`, 25)}`,
      amount,
      currencyCode,
      time,
      purchaseOrderReference: null,
    }),
  );
  const isOver = agreement.status !== 'ACTIVE' && agreement.endTime !== null;
  const kept = charges.filter(({ time }) => !isOver || time <= String(agreement.endTime));
  return [...kept, ...approved(agreement, requests)].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** Sum of what is known at the start: the schedule where there is one, the chosen prices otherwise, nothing for usage. */
export function estimatedCharges(agreement: AgreementRecord, requests: readonly PaymentRequest[]): EstimatedCharges {
  const known = [...scheduled(agreement, ''), ...upfront(agreement, ''), ...recurring(agreement, agreement.startTime)];
  const asked = approved(agreement, requests);
  return {
    currencyCode: currencyOf(agreement),
    agreementValue: sumAmounts([...known, ...asked].map(({ amount }) => amount)),
  };
}

function currencyOf(agreement: AgreementRecord): string {
  for (const group of Object.values(agreement.terms)) {
    for (const term of group) if (typeof term['CurrencyCode'] === 'string') return term['CurrencyCode'];
  }
  return 'USD';
}

interface RawCharge {
  readonly label: string;
  readonly time: string;
  readonly amount: string;
  readonly currencyCode: string;
}

/** Dates before the start are charged with it. */
function scheduled(agreement: AgreementRecord, begin: string): RawCharge[] {
  const term = findTerm(agreement, 'PaymentScheduleTerm');
  const charges = (term?.['Schedule'] ?? []) as readonly ScheduledCharge[];
  return charges.map(({ ChargeDate, ChargeAmount }) => {
    const day = startOfDay(ChargeDate);
    return {
      label: `schedule ${ChargeDate}`,
      time: day < begin ? begin : day,
      amount: ChargeAmount,
      currencyCode: String(term?.['CurrencyCode']),
    };
  });
}

function upfront(agreement: AgreementRecord, begin: string): RawCharge[] {
  const fixed = findTerm(agreement, 'FixedUpfrontPricingTerm');
  const amounts = [...(fixed ? [String(fixed['Price'])] : []), ...chosenAmounts(agreement)];
  const amount = sumAmounts(amounts);
  return amount === '0' ? [] : [{ label: 'upfront', time: begin, amount, currencyCode: currencyOf(agreement) }];
}

function chosenAmounts(agreement: AgreementRecord): string[] {
  const card = chosenRateCard(agreement);
  return Object.entries(agreement.choice?.quantities ?? {}).map(([key, quantity]) => {
    const price = card?.RateCard.find(({ DimensionKey }) => DimensionKey === key)?.Price ?? '0';
    return multiplyAmount(price, String(quantity));
  });
}

function recurring(agreement: AgreementRecord, begin: string): RawCharge[] {
  const term = findTerm(agreement, 'RecurringPaymentTerm');
  if (!term) return [];
  const first = begin.slice(0, 10);
  return Array.from({ length: MONTHS_LISTED }, (_, month) => startOfDay(addMonths(first, month)))
    .filter((time) => agreement.endTime === null || time <= agreement.endTime)
    .map((time, month) => ({
      label: `month ${month}`,
      time: time < begin ? begin : time,
      amount: String(term['Price']),
      currencyCode: String(term['CurrencyCode']),
    }));
}

function approved(agreement: AgreementRecord, requests: readonly PaymentRequest[]): Charge[] {
  return requests
    .filter(({ agreementId, status }) => agreementId === agreement.id && status === 'APPROVED')
    .map((request) => ({
      id: request.chargeId ?? '',
      amount: request.chargeAmount,
      currencyCode: request.currencyCode,
      time: request.updatedAt,
      purchaseOrderReference: request.purchaseOrderReference,
    }));
}
