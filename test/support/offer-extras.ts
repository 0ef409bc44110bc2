/** Valid terms beside price, service and EULA: fast-check generators. */
import fc from 'fast-check';
import { EMPTY_RENEWAL_TERM, type RenewalTerm } from '../../src/shared/domain/offer/draft-terms.ts';
import type { OfferDraft } from '../../src/shared/domain/offer/draft.ts';
import { NET_PAYMENT_PERIODS } from '../../src/shared/domain/offer/preflight/extra-rules.ts';

export type Extras = Pick<
  OfferDraft,
  'netPayment' | 'refundPolicy' | 'renewalTerm' | 'customerVerification' | 'countryCodes'
>;

/** `renews`: an agreement that can renew; `paid`: one whose renewal needs a schedule. */
export function anyExtras({ renews, paid }: { renews: boolean; paid: boolean }): fc.Arbitrary<Extras> {
  return fc.record({
    netPayment: fc.constantFrom('', ...NET_PAYMENT_PERIODS),
    refundPolicy: fc.constantFrom(
      '',
      'No refunds after 30 days.',
      'Full refund (100 €) within\na week; ask billing@example.com ©',
    ),
    renewalTerm: renews ? fc.option(anyRenewalTerm(paid)) : fc.constant(null),
    customerVerification: fc.option(
      fc.record({ strategy: fc.constant('AutoApproveOnExpiration' as const), days: fc.constantFrom('', '3', '14') }),
      { freq: 3 },
    ),
    countryCodes: fc.uniqueArray(fc.constantFrom('US', 'DE', 'JP', 'TW', 'BR'), { maxLength: 3 }),
  });
}

/** Periods stay below the shortest agreement of the generated drafts, a month. */
function anyRenewalTerm(paid: boolean): fc.Arbitrary<RenewalTerm> {
  return fc
    .record({
      lockout: fc.option(fc.integer({ min: 1, max: 10 })),
      deadline: fc.integer({ min: 11, max: 20 }),
      maxRenewals: fc.constantFrom('', '1', '12'),
      increase: anyIncrease,
      template: paid ? anyTemplate : fc.constant(EMPTY_RENEWAL_TERM.template),
    })
    .map(({ lockout, deadline, maxRenewals, increase, template }) => ({
      lockoutDays: lockout === null ? '' : String(lockout),
      adjustmentDays: increase.kind === 'range' ? String(deadline) : '',
      maxRenewals,
      priceIncrease: increase,
      template,
    }));
}

const NO_INCREASE = EMPTY_RENEWAL_TERM.priceIncrease;

const anyIncrease: fc.Arbitrary<RenewalTerm['priceIncrease']> = fc.oneof(
  fc.constantFrom('0', '5', '7.25', '100').map((value) => ({ ...NO_INCREASE, kind: 'fixed' as const, value })),
  fc
    .constantFrom(['0', '3', '8.5'], ['2.25', '2.25', '3'], ['0', '100', '100'])
    .map(([min = '', usual = '', max = '']) => ({ ...NO_INCREASE, kind: 'range' as const, min, max, usual })),
);

const anyTemplate: fc.Arbitrary<RenewalTerm['template']> = fc
  .record({ unit: fc.constantFrom('months' as const, 'days' as const), count: fc.integer({ min: 1, max: 12 }) })
  .map(({ unit, count }) => ({
    unit,
    charges: Array.from({ length: count }, (_, index) => ({
      offset: String(index),
      // Twelfths do not divide 100: the last one takes the rest.
      percentage: index === count - 1 ? (100 - 8.25 * (count - 1)).toFixed(2) : '8.25',
      dayOfMonth: unit === 'months' && index % 2 === 0 ? '15' : '',
    })),
  }));
