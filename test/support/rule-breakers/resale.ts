/** Breaks rules about offers from an authorization: each makes a valid resale first, then breaks the one rule. */
import { addDays } from '../../../src/shared/domain/dates/plain-date.ts';
import type { ReceivedAuthorization } from '../../../src/shared/domain/offer/received-authorization.ts';
import type { Breakable, Breaker } from './breaker.ts';
import { amendResold } from './replacement.ts';

/** The draft as an offer with a markup, within everything that its authorization allows. */
function resell({ draft, context }: Breakable, changes: Partial<ReceivedAuthorization> = {}, ownPrices = false): void {
  const { schedule } = draft.installments;
  draft.markup = '5';
  draft.eula = { kind: 'held-by-aws' };
  draft.source = {
    kind: 'resale',
    authorizationId: 'resaleauthz-1111111111111',
    ownPrices,
    received: {
      name: 'Gold',
      state: 'authorized',
      seller: '111122223333',
      sellerName: 'Lanternfish',
      endDate: '',
      latestStartDate: '',
      netPayment: '',
      buyers: [],
      schedule: draft.installments.enabled ? schedule.map(({ date, amount }) => ({ date, amount })) : [],
      readAt: `${context.today}T00:00:00Z`,
      ...changes,
    },
  };
}

const paid = (breakIn: (all: Breakable) => void): Breaker => ({
  kind: 'saas-contract',
  installments: true,
  serviceMode: 'duration',
  changes: 'own',
  breakIn,
});

const plain = (breakIn: (all: Breakable) => void): Breaker => ({
  ...paid(breakIn),
  installments: false,
  serviceMode: 'buyer-choice',
});

export const resaleBreakers: Readonly<Record<string, Breaker>> = {
  'resale-unknown': plain((all) => {
    resell(all);
    all.draft.source = { kind: 'resale', authorizationId: 'resaleauthz-1111111111111' };
  }),
  'resale-not-usable': plain((all) => resell(all, { state: 'deactivated' })),
  'resale-buyers': plain((all) => resell(all, { buyers: ['000000000002'] })),
  'resale-markup-invalid': plain((all) => {
    resell(all);
    all.draft.markup = 'five';
  }),
  'resale-markup-missing': plain((all) => {
    resell(all);
    all.draft.markup = '';
  }),
  'resale-own-prices': plain((all) => resell(all, {}, true)),
  'resale-amount-invalid': paid((all) => {
    resell(all, {}, true);
    all.draft.installments.schedule = all.draft.installments.schedule.map(({ date }) => ({ date, amount: 'much' }));
  }),
  'resale-schedule-dates': paid((all) => {
    resell(all, {}, true);
    const [first, ...rest] = all.draft.installments.schedule;
    if (first) all.draft.installments.schedule = [{ ...first, date: addDays(first.date, -1) }, ...rest];
  }),
  'resale-schedule-total': paid((all) => {
    resell(all, {}, true);
    all.draft.installments.schedule = all.draft.installments.schedule.map(({ date }) => ({ date, amount: '0.00' }));
  }),
  'resale-start-late': {
    ...plain((all) => resell(all, { latestStartDate: all.context.today })),
    serviceMode: 'dates',
  },
  'resale-charge-after-end': paid((all) => {
    const { draft, context } = all;
    // A charge of its own: one of today or tomorrow would leave no day before it on which an agreement may end.
    draft.installments.schedule = [{ date: addDays(context.today, 10), amount: '100.00' }];
    amendResold(all);
    draft.service = { mode: 'end-date', endDate: addDays(context.today, 9) };
    draft.availabilityEndDate = context.today;
  }),
  'resale-net-payment': plain((all) => {
    resell(all, { netPayment: 'P30D' });
    all.draft.netPayment = 'P90D';
  }),
};
