/** The review of the terms beside price, service and EULA. */
import type { RenewalTerm } from '../draft-terms.ts';
import type { OfferDraft } from '../draft.ts';
import { isPublicOffer } from '../public-offer.ts';
import type { ReviewLine, ReviewValue } from './review.ts';

const text = (value: string): ReviewValue => ({ kind: 'text', text: value });
const key = (value: string): ReviewValue => ({ kind: 'key', key: value });

export function describeTerms(draft: OfferDraft): (ReviewLine | null)[] {
  const { netPayment, refundPolicy, renewalTerm, customerVerification, offerSetId } = draft;
  const refunds: ReviewLine = {
    label: 'refundPolicy',
    path: 'refundPolicy',
    value: refundPolicy.trim() === '' ? key('refundPolicy.none') : text(refundPolicy),
  };
  if (isPublicOffer(draft)) return [refunds];
  return [
    {
      label: 'netPayment',
      path: 'netPayment',
      value: netPayment.trim() === '' ? key('netPayment.none') : { kind: 'duration', duration: netPayment },
    },
    refunds,
    { label: 'renewalTerm', path: 'renewalTerm', value: key(renewalTerm === null ? 'no' : 'yes') },
    ...(renewalTerm === null ? [] : describeRenewal(renewalTerm)),
    customerVerification === null
      ? null
      : {
          label: 'verification',
          path: 'customerVerification',
          value:
            customerVerification.days.trim() === ''
              ? key('yes')
              : { kind: 'duration' as const, duration: `P${customerVerification.days.trim()}D` },
        },
    offerSetId === null ? null : { label: 'offerSet', path: 'offerSetId', value: text(offerSetId) },
  ];
}

function describeRenewal(term: RenewalTerm): (ReviewLine | null)[] {
  const { priceIncrease: increase, template } = term;
  const days = (label: 'lockoutDays' | 'adjustmentDays') =>
    term[label].trim() === ''
      ? null
      : {
          label,
          path: `renewalTerm.${label}`,
          value: { kind: 'duration' as const, duration: `P${term[label].trim()}D` },
        };
  return [
    { label: 'priceIncrease', path: 'renewalTerm.priceIncrease.kind', value: text(increaseText(increase)) },
    days('adjustmentDays'),
    days('lockoutDays'),
    {
      label: 'maxRenewals',
      path: 'renewalTerm.maxRenewals',
      value: term.maxRenewals.trim() === '' ? key('renewalTerm.unlimited') : text(term.maxRenewals),
    },
    template.charges.length === 0
      ? null
      : {
          label: 'renewalTemplate',
          path: 'renewalTerm.template.charges',
          value: { kind: 'texts', texts: template.charges.map((charge) => chargeText(charge, template.unit)) },
        },
  ];
}

/** Numbers and signs only, so that it reads the same in every language: `5 %`, `0 – 8 % (5 %)`. */
function increaseText({ kind, value, min, max, usual }: RenewalTerm['priceIncrease']): string {
  if (kind === 'fixed') return value.trim() === '' ? '' : `${value} %`;
  if (kind === 'none' || [min, max, usual].every((entry) => entry.trim() === '')) return '';
  return `${min} – ${max} % (${usual} %)`;
}

function chargeText({ offset, percentage, dayOfMonth }: RenewalTerm['template']['charges'][number], unit: string) {
  const at = `P${offset}${unit === 'months' ? 'M' : 'D'}`;
  return `${at}: ${percentage} %${dayOfMonth.trim() === '' ? '' : ` (${dayOfMonth})`}`;
}
