/** Invoices due later. */
import { isPrivate } from '../model.ts';
import { netPaymentTerms } from './offer-terms.ts';
import type { OfferRule } from './rule.ts';
import { isReleased, violation } from './rule.ts';

export const DUE_PERIODS = ['P15D', 'P30D', 'P45D', 'P60D', 'P90D', 'P120D'];

export const netPayment: OfferRule = (subject) => {
  const on = 'UpdateNetPaymentTerms';
  const terms = netPaymentTerms(subject.after);
  return [
    ...violation(terms.length > 1, 'DUPLICATE_TERM_TYPES', on, 'Terms holds NetPaymentTerm twice.'),
    ...terms.flatMap(({ PaymentDuePeriod: period }) =>
      violation(
        !DUE_PERIODS.includes(period),
        'INVALID_PAYMENT_DUE_PERIOD',
        on,
        `PaymentDuePeriod ${period} must be one of ${DUE_PERIODS.join(', ')}.`,
      ),
    ),
    ...violation(
      terms.length > 0 && isReleased(subject) && !isPrivate(subject.after),
      'INCOMPATIBLE_TERMS',
      on,
      'NetPaymentTerm is for private offers only.',
    ),
  ];
};
