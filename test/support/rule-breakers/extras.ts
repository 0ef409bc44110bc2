/** Breaks rules about the terms beside price, service and EULA. */
import { EMPTY_RENEWAL_TERM, type RenewalTerm } from '../../../src/shared/domain/offer/draft-terms.ts';
import type { Breakable, Breaker } from './breaker.ts';

const plain = (breakIn: (all: Breakable) => void, changes: Breaker['changes'] = 'draft'): Breaker => ({
  kind: 'saas-contract',
  installments: false,
  serviceMode: 'buyer-choice',
  changes,
  breakIn,
});

const FIXED: RenewalTerm = {
  ...EMPTY_RENEWAL_TERM,
  priceIncrease: { ...EMPTY_RENEWAL_TERM.priceIncrease, kind: 'fixed', value: '5' },
};

export const extraBreakers: Readonly<Record<string, Breaker>> = {
  'renewal-term-price-increase-missing': plain(({ draft }) => (draft.renewalTerm = EMPTY_RENEWAL_TERM)),
  'renewal-term-template-missing': {
    ...plain(({ draft }) => (draft.renewalTerm = FIXED)),
    installments: true,
    serviceMode: 'duration',
  },
};
