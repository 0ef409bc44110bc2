/** Deals of the seed world that are in force or over: the offers behind them, who accepted and what became of them since. */
import type { AgreementRecord, OfferTerms, PricingModel, Term } from '../catalog/model.ts';
import { BUYER, OTHER_BUYERS } from './private-offers.ts';
import * as terms from './terms.ts';
import type { Today } from './today.ts';

const [LARK, MOLE, NEWT] = OTHER_BUYERS;

export interface Deal {
  /** Names the deal, its offer and its agreement. */
  readonly slug: string;
  readonly product: string;
  readonly name: string;
  readonly buyer: string;
  readonly acceptedDaysAgo: number;
  /** Absent = accepted from the product's public offer. */
  readonly private?: { readonly model: PricingModel; readonly terms: Partial<OfferTerms> };
  readonly quantities?: Readonly<Record<string, number>>;
  readonly autoRenew?: boolean;
  /** What became of it. */
  readonly since?: Partial<AgreementRecord>;
  /** A term beside those of the offer: no offer can have it by the API, yet an agreement can. */
  readonly variablePayment?: Term;
  /** The deal that this one replaced or renewed. */
  readonly follows?: string;
}

type Charges = readonly (readonly [dayOffset: number, amount: string])[];

function installments(today: Today, grants: Readonly<Record<string, number>>, charges: Charges, currency = 'USD') {
  return {
    pricing: [terms.fixed(grants, { currency })],
    validity: [terms.validFor('P12M')],
    schedule: [
      terms.schedule(
        charges.map(([offset, amount]) => [today.day(offset), amount] as const),
        currency,
      ),
    ],
  };
}

export function pastDeals(today: Today): readonly Deal[] {
  return [...running(today), ...renewing(today), ...ending(), ...over(today), ...replaced(today), ...byUse()];
}

function running(today: Today): Deal[] {
  const harbor = installments(today, { seats: 40 }, [
    [-90, '12000.00'],
    [90, '12000.00'],
  ]);
  return [
    {
      slug: 'atlas installments',
      product: 'atlas',
      name: 'Atlas in five payments',
      buyer: LARK,
      acceptedDaysAgo: 200,
      private: {
        model: 'Contract',
        terms: installments(today, { users: 80, sites: 6 }, [
          [-200, '9000.00'],
          [-100, '9000.00'],
          [-1, '9000.00'],
          [12, '9000.00'],
          [100, '9000.00'],
        ]),
      },
    },
    {
      slug: 'harbor consumption',
      product: 'harbor',
      name: 'Harbor with consumption',
      buyer: MOLE,
      acceptedDaysAgo: 90,
      private: {
        model: 'Contract',
        terms: {
          ...harbor,
          pricing: [...harbor.pricing, terms.usage({ api_calls: '0.0001', gb_scanned: '0.04' })],
          netPayment: [terms.netPayment('P45D')],
        },
      },
    },
    {
      slug: 'beacon yen running',
      product: 'beacon',
      name: 'Beacon for the Sendai office',
      buyer: NEWT,
      acceptedDaysAgo: 40,
      private: {
        model: 'Contract',
        terms: installments(
          today,
          { gold: 1 },
          [
            [-40, '450000'],
            [20, '450000'],
          ],
          'JPY',
        ),
      },
    },
    {
      slug: 'cells next season',
      product: 'cells',
      name: 'Cell Planner from next season',
      buyer: NEWT,
      acceptedDaysAgo: 10,
      private: {
        model: 'Contract',
        terms: {
          pricing: [terms.fixed({ cell_001: 2 }), terms.usage(traffic())],
          validity: [terms.validBetween(today.day(45), today.day(409))],
          schedule: [terms.schedule([[today.day(45), '4800.00']])],
        },
      },
    },
    {
      slug: 'shoal milestones',
      product: 'shoal',
      name: 'Shoal migration by milestones',
      buyer: BUYER,
      acceptedDaysAgo: 100,
      private: {
        model: 'Contract',
        terms: installments(today, { users: 25 }, [[-100, '2000.00']]),
      },
      variablePayment: { Type: 'VariablePaymentTerm', CurrencyCode: 'USD', MaxTotalChargeAmount: '12000.00' },
    },
  ];
}

/** A contract with consumption prices all of the product's metered dimensions. */
function traffic(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`traffic_${String(index + 1).padStart(2, '0')}`, '0.01']),
  );
}

function renewing(today: Today): Deal[] {
  return [
    {
      slug: 'beacon uplift',
      product: 'beacon',
      name: 'Beacon with agreed renewal',
      buyer: LARK,
      acceptedDaysAgo: 290,
      private: {
        model: 'Contract',
        terms: {
          pricing: [terms.contract({ P12M: { silver: '3100', gold: '8200' } }, { tiers: true })],
          renewal: [
            {
              Type: 'RenewalTerm',
              LockoutPeriod: 'P30D',
              AdjustmentDeadline: 'P60D',
              MaxRenewals: 3,
              PriceIncrease: {
                Type: 'PercentageRange',
                Range: { MinValue: '0.00', MaxValue: '8.00', DefaultValue: '4.00' },
              },
            },
          ],
        },
      },
      autoRenew: true,
    },
    {
      slug: 'atlas yearly',
      product: 'atlas',
      name: 'Atlas by the year',
      buyer: NEWT,
      acceptedDaysAgo: 300,
      private: {
        model: 'Contract',
        terms: {
          pricing: [terms.contract({ P12M: { users: '430', sites: '1750' } })],
          renewal: [
            { Type: 'RenewalTerm', LockoutPeriod: 'P15D', PriceIncrease: { Type: 'FixedPercentage', Value: '3.00' } },
          ],
        },
      },
      quantities: { users: 35, sites: 2 },
      autoRenew: true,
    },
    {
      slug: 'logbook first year',
      product: 'logbook',
      name: 'Logbook from the public offer',
      buyer: MOLE,
      acceptedDaysAgo: 480,
      quantities: { ReadOnlyUsers: 20 },
      autoRenew: true,
      since: { status: 'RENEWED' },
    },
    {
      slug: 'logbook second year',
      product: 'logbook',
      name: 'Logbook from the public offer, renewed',
      buyer: MOLE,
      acceptedDaysAgo: 480,
      quantities: { ReadOnlyUsers: 20 },
      autoRenew: true,
      follows: 'logbook first year',
      since: { intent: 'RENEW' },
    },
    {
      slug: 'inkwell public',
      product: 'inkwell',
      name: 'Inkwell from the public offer',
      buyer: LARK,
      acceptedDaysAgo: 320,
      quantities: { vault_users: 12 },
      autoRenew: false,
      since: { updatedAt: today.instant(-5) },
    },
  ];
}

/** Contracts that end within 7, 30 and 90 days. */
function ending(): Deal[] {
  const priced = (pricing: OfferTerms['pricing']) => ({ model: 'Contract' as const, terms: { pricing } });
  return [
    {
      slug: 'relay-a last week',
      product: 'relay-a',
      name: 'Signal Relay, one year',
      buyer: LARK,
      acceptedDaysAgo: 361,
      private: priced([terms.contract({ P12M: { channels: '54' } })]),
      quantities: { channels: 30 },
    },
    {
      slug: 'krill last month',
      product: 'krill',
      name: 'Krill Gateway, one year',
      buyer: MOLE,
      acceptedDaysAgo: 343,
      private: priced([terms.contract({ P12M: { ReqPerHour: '0.27', Clusters: '3600' } })]),
      quantities: { ReqPerHour: 5000 },
    },
    {
      slug: 'fenland last quarter',
      product: 'fenland',
      name: 'Fenland Mesh, one year',
      buyer: NEWT,
      acceptedDaysAgo: 290,
      private: priced([terms.contract({ P12M: { Nodes: '1400' } })]),
      quantities: { Nodes: 8 },
    },
  ];
}

function over(today: Today): Deal[] {
  return [
    {
      slug: 'beacon ended',
      product: 'beacon',
      name: 'Beacon of last year',
      buyer: BUYER,
      acceptedDaysAgo: 430,
      private: {
        model: 'Contract',
        terms: { pricing: [terms.contract({ P12M: { silver: '3300', gold: '8800' } }, { tiers: true })] },
      },
      since: { status: 'EXPIRED' },
    },
    {
      slug: 'relay-b cancelled',
      product: 'relay-b',
      name: 'Signal Relay, given up',
      buyer: BUYER,
      acceptedDaysAgo: 150,
      private: {
        model: 'Contract',
        terms: installments(today, { channels: 40 }, [
          [-150, '1500.00'],
          [30, '1500.00'],
        ]),
      },
      since: { status: 'CANCELLED', endTime: today.instant(-60), updatedAt: today.instant(-60) },
    },
    {
      slug: 'plankton unpaid',
      product: 'plankton',
      name: 'Plankton, ended by AWS',
      buyer: NEWT,
      acceptedDaysAgo: 210,
      since: { status: 'TERMINATED', endTime: today.instant(-31), updatedAt: today.instant(-31) },
    },
  ];
}

function replaced(today: Today): Deal[] {
  return [
    {
      slug: 'harbor first',
      product: 'harbor',
      name: 'Harbor, first year',
      buyer: LARK,
      acceptedDaysAgo: 130,
      private: {
        model: 'Contract',
        terms: {
          pricing: [
            terms.contract({ P12M: { seats: '700' } }),
            terms.usage({ api_calls: '0.00012', gb_scanned: '0.045' }),
          ],
        },
      },
      quantities: { seats: 10 },
      since: { status: 'REPLACED', endTime: today.instant(-50), updatedAt: today.instant(-50) },
    },
    {
      slug: 'harbor larger',
      product: 'harbor',
      name: 'Harbor, more seats',
      buyer: LARK,
      acceptedDaysAgo: 50,
      private: {
        model: 'Contract',
        terms: {
          pricing: [
            terms.contract({ P12M: { seats: '680' } }),
            terms.usage({ api_calls: '0.00011', gb_scanned: '0.042' }),
          ],
        },
      },
      quantities: { seats: 25 },
      follows: 'harbor first',
      since: { intent: 'REPLACE' },
    },
  ];
}

/** Without an end: they go on until somebody leaves. */
function byUse(): Deal[] {
  return [
    { slug: 'tidepool open', product: 'tidepool', name: 'Tidepool by use', buyer: BUYER, acceptedDaysAgo: 300 },
    { slug: 'sounding open', product: 'sounding', name: 'Sounding by the month', buyer: BUYER, acceptedDaysAgo: 75 },
    { slug: 'heather open', product: 'heather', name: 'Heather by use', buyer: BUYER, acceptedDaysAgo: 33 },
  ];
}
