/** Automatic renewal as it is offered to the buyer. */
import { problemIf, type Rule } from './rule.ts';

const step = 'expiry';

export const renewalTermRules: readonly Rule[] = [
  {
    id: 'renewal-term-price-increase-missing',
    severity: 'error',
    step,
    source: '3.9 RenewalTerm of a private offer carries PriceIncrease (MISSING_PRICE_INCREASE)',
    stage: 'release',
    fix: 'drop-renewal-term',
    check: ({ draft }) => problemIf(draft.renewalTerm?.priceIncrease.kind === 'none', 'renewalTerm.priceIncrease.kind'),
  },
  {
    id: 'renewal-term-template-missing',
    severity: 'error',
    step,
    source: '3.9 RenewalTerm with a payment schedule needs TermTemplates (MISSING_PAYMENT_SCHEDULE_TERM_TEMPLATE)',
    stage: 'release',
    fix: 'drop-renewal-term',
    check: ({ draft, paid }) =>
      problemIf(paid && draft.renewalTerm?.template.charges.length === 0, 'renewalTerm.template.charges'),
  },
];
