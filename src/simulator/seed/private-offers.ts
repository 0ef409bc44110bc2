/** Private offers of the seed world, in every state a seller meets. */
import { addDuration, addDays, addMonths } from '../catalog/instants.ts';
import type { OfferEntity } from '../catalog/model.ts';
import { seedId } from './ids.ts';
import { buildOffer, type OfferSpec } from './offer-builder.ts';
import { LANTERNFISH, QUILLMOOR } from './products.ts';
import * as terms from './terms.ts';
import type { Today } from './today.ts';

export const BUYER = '777788889999';
/** Buyers that are names only: no one signs in as them. */
export const OTHER_BUYERS = ['202020202020', '303030303030', '404040404040'] as const;

export interface PrivateOfferSeed {
  readonly offers: readonly OfferEntity[];
  readonly accepted: readonly AcceptedOffer[];
}

export interface AcceptedOffer {
  readonly offerId: string;
  readonly daysAgo: number;
  readonly buyer: string;
}

export function privateOffers(today: Today, eulaUrl: (offerId: string) => string): PrivateOfferSeed {
  const specs = [
    ...drafts(),
    ...contracts(today),
    ...installments(today),
    ...usages(today),
    ...images(today),
    ...quillmoors(today),
  ];
  const custom = customEulaOffer(today);
  const withEula = buildOffer({ ...custom, terms: { ...custom.terms, legal: [terms.customEula('')] } }, today);
  const legal = [terms.customEula(eulaUrl(withEula.id))];
  return {
    offers: [...specs.map((spec) => buildOffer(spec, today)), { ...withEula, terms: { ...withEula.terms, legal } }],
    accepted: [
      { offerId: seedId('offer', 'atlas accepted'), daysAgo: 20, buyer: BUYER },
      { offerId: seedId('offer', 'driftmeter accepted'), daysAgo: 45, buyer: BUYER },
      { offerId: seedId('offer', 'atlas schedule accepted'), daysAgo: 70, buyer: OTHER_BUYERS[1] },
    ],
  };
}

/** Fills in what private offers of one product share. */
function on(product: string, spec: Omit<OfferSpec, 'owner' | 'productId'>, owner = LANTERNFISH): OfferSpec {
  return { owner, productId: seedId('prod', product), buyers: [BUYER], ...spec };
}

function drafts(): OfferSpec[] {
  return [
    on('atlas', {
      slug: 'atlas empty draft',
      name: null,
      state: 'Draft',
      pricingModel: null,
      terms: {},
      buyers: [],
      daysAgo: 2,
    }),
    on('harbor', {
      slug: 'harbor draft',
      name: 'Oddwater 2-year Harbor proposal',
      description: 'Waiting for the discount to be approved',
      state: 'Draft',
      pricingModel: 'Contract',
      terms: {
        pricing: [
          terms.contract({ P24M: { seats: '1300' } }),
          terms.usage({ api_calls: '0.0001', gb_scanned: '0.04' }),
        ],
        legal: [terms.standardEula()],
      },
      daysAgo: 1,
    }),
  ];
}

function contracts(today: Today): OfferSpec[] {
  return [
    on('atlas', {
      slug: 'atlas active',
      name: 'Oddwater Atlas 2-year offer',
      description: 'deal 1042',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.contract({ P12M: { users: '410', sites: '1700' }, P24M: { users: '760', sites: '3100' } })],
      },
      availableUntil: today.day(30),
      daysAgo: 4,
    }),
    on('beacon', {
      slug: 'beacon expiring',
      name: 'Beacon gold, last days',
      pricingModel: 'Contract',
      terms: { pricing: [terms.contract({ P12M: { silver: '3000', gold: '8000' } }, { tiers: true })] },
      availableUntil: today.day(2),
      daysAgo: 26,
    }),
    on('atlas', {
      slug: 'atlas expired',
      name: 'Oddwater Atlas spring offer',
      pricingModel: 'Contract',
      terms: { pricing: [terms.contract({ P12M: { users: '450' } })] },
      availableUntil: today.day(-35),
      daysAgo: 70,
    }),
    on('atlas', {
      slug: 'atlas accepted',
      name: 'Oddwater Atlas starter',
      pricingModel: 'Contract',
      terms: { pricing: [terms.contract({ P12M: { users: '440' } })] },
      availableUntil: today.day(10),
      daysAgo: 24,
    }),
    on('relay-b', {
      slug: 'relay renewal',
      name: 'Signal Relay renewal',
      description: 'Renews the offer of last year',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.contract({ P12M: { channels: '66' } })],
        netPayment: [{ Type: 'NetPaymentTerm', PaymentDuePeriod: 'P45D' }],
      },
      availableUntil: today.day(14),
      renews: true,
      daysAgo: 6,
    }),
    on('relay-a', {
      slug: 'relay several buyers',
      name: 'Signal Relay group offer',
      pricingModel: 'Contract',
      terms: { pricing: [terms.contract({ P12M: { channels: '55' } }, { currency: 'EUR' })] },
      buyers: [BUYER, ...OTHER_BUYERS],
      countries: ['DE', 'FR', 'ES'],
      availableUntil: today.day(45),
      daysAgo: 9,
    }),
    on('logbook', {
      slug: 'logbook contract',
      name: 'Logbook for Oddwater',
      pricingModel: 'Contract',
      terms: { pricing: [terms.contract({ P12M: { ReadOnlyUsers: '200', AdminUsers: '800' } })] },
      availableUntil: today.day(20),
      daysAgo: 11,
    }),
    on('krill', {
      slug: 'krill contract',
      name: 'Krill Gateway for Oddwater',
      pricingModel: 'Contract',
      terms: { pricing: [terms.contract({ P12M: { ReqPerHour: '0.25' } }, { tiers: true })] },
      availableUntil: today.day(25),
      daysAgo: 13,
    }),
  ];
}

function installments(today: Today): OfferSpec[] {
  const start = today.firstOfMonth(4);
  const quarterly = [1, 4, 7, 10].map((months) => [today.firstOfMonth(months + 1), '6000.00'] as const);
  return [
    on('atlas', {
      slug: 'atlas schedule',
      name: 'Oddwater Atlas in four payments',
      description: 'deal 1077, quarterly',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.fixed({ users: 50, sites: 4 })],
        validity: [terms.validFor('P12M')],
        schedule: [terms.schedule(quarterly)],
      },
      availableUntil: today.day(21),
      daysAgo: 3,
    }),
    on('atlas', {
      slug: 'atlas schedule accepted',
      name: 'Atlas for Whitby Cafes',
      description: 'deal 1011, half-yearly',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.fixed({ users: 12 })],
        validity: [terms.validFor('P24M')],
        schedule: [
          terms.schedule([
            [today.day(-60), '2400'],
            [today.day(120), '2400'],
            [today.day(300), '2400'],
          ]),
        ],
      },
      buyers: [OTHER_BUYERS[1]],
      availableUntil: today.day(-61),
      daysAgo: 75,
    }),
    on('harbor', {
      slug: 'harbor future dated',
      name: 'Harbor from next season',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.fixed({ seats: 25 }), terms.usage({ api_calls: '0.0001', gb_scanned: '0.04' })],
        validity: [terms.validBetween(start, addDays(addDuration(start, 'P12M'), -1))],
        schedule: [
          terms.schedule([
            [start, '9000'],
            [addMonths(start, 6), '9000'],
          ]),
        ],
      },
      availableUntil: today.day(40),
      daysAgo: 2,
    }),
    on('beacon', {
      slug: 'beacon yen',
      name: 'Beacon for the Osaka office',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.fixed({ gold: 1 }, { currency: 'JPY' })],
        validity: [terms.validFor('P12M')],
        schedule: [
          terms.schedule(
            [
              [today.day(20), '700000'],
              [today.day(200), '700000'],
            ],
            'JPY',
          ),
        ],
      },
      availableUntil: today.day(30),
      daysAgo: 5,
    }),
  ];
}

function customEulaOffer(today: Today): OfferSpec {
  return on('cells', {
    slug: 'cells custom eula',
    name: 'Cell Planner enterprise',
    description: 'With the negotiated licence text',
    pricingModel: 'Contract',
    terms: {
      pricing: [
        terms.contract({ P36M: { cell_001: '100', cell_002: '101.5', cell_003: '99.125' } }),
        terms.usage(trafficPrices('0.01')),
      ],
    },
    availableUntil: today.day(60),
    daysAgo: 7,
  });
}

function usages(today: Today): OfferSpec[] {
  return [
    on('driftmeter', {
      slug: 'driftmeter active',
      name: 'Driftmeter volume price',
      pricingModel: 'Usage',
      terms: {
        pricing: [terms.usage({ WorkloadSmall: '0.11', WorkloadMedium: '0.19' })],
        validity: [terms.validFor('P365D')],
      },
      availableUntil: today.day(28),
      daysAgo: 10,
    }),
    on('driftmeter', {
      slug: 'driftmeter accepted',
      name: 'Driftmeter pilot price',
      pricingModel: 'Usage',
      terms: {
        pricing: [terms.usage({ WorkloadSmall: '0.13', WorkloadMedium: '0.21' })],
        validity: [terms.validFor('P90D')],
      },
      availableUntil: today.day(-15),
      daysAgo: 50,
    }),
    on('plankton', {
      slug: 'plankton active',
      name: 'Plankton for Oddwater',
      pricingModel: 'Usage',
      terms: {
        pricing: [terms.usage({ images_scanned: '0.0155', node_hours: '0.007' })],
        validity: [terms.validFor('P180D')],
      },
      availableUntil: today.day(12),
      daysAgo: 8,
    }),
  ];
}

function images(today: Today): OfferSpec[] {
  return [
    on('gatekeeper', {
      slug: 'gatekeeper hourly',
      name: 'Gatekeeper reduced hours',
      pricingModel: 'Usage',
      terms: { pricing: [terms.usage({ 't2.micro': '0.15' })], validity: [terms.validFor('P200D')] },
      availableUntil: today.day(15),
      daysAgo: 16,
    }),
    on('moorings', {
      slug: 'moorings annual',
      name: 'Moorings by the year',
      pricingModel: 'Usage',
      terms: {
        pricing: [
          terms.usage({ 't3.medium': '0.07', 'm5.large': '0.2', 'm5.xlarge': '0.4', 'c5.2xlarge': '0.7' }),
          terms.contract({ P365D: { 'm5.large': '1200', 'm5.xlarge': '2400' } }),
        ],
        validity: [terms.validFor('P650D')],
      },
      availableUntil: today.day(90),
      daysAgo: 1,
    }),
  ];
}

function quillmoors(today: Today): OfferSpec[] {
  return [
    on(
      'inkwell',
      {
        slug: 'inkwell active',
        name: 'Inkwell Vault for Oddwater',
        pricingModel: 'Contract',
        terms: { pricing: [terms.contract({ P12M: { vault_users: '150' } })] },
        availableUntil: today.day(18),
        daysAgo: 6,
      },
      QUILLMOOR,
    ),
    on(
      'heather',
      {
        slug: 'heather draft',
        name: 'Heather Streams trial terms',
        state: 'Draft',
        pricingModel: 'Usage',
        terms: { pricing: [terms.usage({ events: '0.7', retained_gb: '0.1' })] },
        daysAgo: 1,
      },
      QUILLMOOR,
    ),
  ];
}

/** One price for every traffic class of the Cell Planner. */
export function trafficPrices(price: string): terms.Prices {
  return Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`traffic_${String(index + 1).padStart(2, '0')}`, price]),
  );
}
