/** Resale authorizations of the seed world: every variant that AWS has, in every state. */
import type { ResaleAuthorizationEntity } from '../catalog/model-resale.ts';
import { BRAMBLEGATE } from './accounts.ts';
import { buildAuthorization, type AuthorizationSpec } from './authorization-builder.ts';
import { seedId } from './ids.ts';
import { BUYER, trafficPrices } from './private-offers.ts';
import { QUILLMOOR } from './products.ts';
import * as terms from './terms.ts';
import type { Today } from './today.ts';

type Named = Omit<AuthorizationSpec, 'slug' | 'product' | 'reseller'>;
type KeepDocument = (entityId: string, title: string) => string;

export function seedAuthorizations(today: Today, keep: KeepDocument): ResaleAuthorizationEntity[] {
  return [
    ...reusable(today, keep),
    ...singleUse(today),
    ...installments(today),
    ...limited(today),
    ...ended(today),
    ...otherSellers(today),
  ].map((spec) => buildAuthorization(spec, today));
}

/** The slug names the product first. */
function via(slug: string, spec: Named, reseller = BRAMBLEGATE): AuthorizationSpec {
  return { slug, product: slug.split(' ')[0] ?? '', reseller, ...spec };
}

function wholesale(cards: Parameters<typeof terms.contract>[0], choice: Parameters<typeof terms.contract>[1] = {}) {
  return terms.resale(terms.contract(cards, choice));
}

function reusable(today: Today, keep: KeepDocument): AuthorizationSpec[] {
  const custom = 'beacon custom texts';
  return [
    via('atlas reusable', {
      name: 'Atlas via Bramblegate, standing',
      pricingModel: 'Contract',
      terms: { pricing: [wholesale({ P12M: { users: '380', sites: '1500' }, P24M: { users: '700', sites: '2800' } })] },
      offersCreated: 2,
      daysAgo: 120,
    }),
    via(custom, {
      name: 'Beacon with negotiated texts',
      pricingModel: 'Contract',
      terms: {
        pricing: [wholesale({ P12M: { silver: '2700', gold: '7100' } }, { tiers: true })],
        legal: [
          terms.buyerEula(keep(seedId('resaleauthz', custom), 'Sample licence agreement')),
          terms.resellerContract(keep(seedId('resaleauthz', custom), 'Sample reseller contract')),
        ],
      },
      until: today.day(75),
      daysAgo: 18,
    }),
    via('driftmeter usage', {
      name: 'Driftmeter usage prices',
      pricingModel: 'Usage',
      terms: { pricing: [terms.resale(terms.usage({ WorkloadSmall: '0.1', WorkloadMedium: '0.16' }))] },
      until: today.day(150),
      offersCreated: 1,
      daysAgo: 25,
    }),
    via('moorings hourly and annual', {
      name: 'Moorings by the hour or the year',
      pricingModel: 'Usage',
      terms: {
        pricing: [
          terms.resale(
            terms.usage({ 't3.medium': '0.06', 'm5.large': '0.17', 'm5.xlarge': '0.34', 'c5.2xlarge': '0.6' }),
          ),
          wholesale({ P365D: { 'm5.large': '1100', 'm5.xlarge': '2200' } }),
        ],
        legal: [terms.buyerEula(), terms.resellerContract()],
      },
      daysAgo: 34,
    }),
  ];
}

function singleUse(today: Today): AuthorizationSpec[] {
  return [
    via('logbook single use', {
      name: 'Logbook for one deal',
      pricingModel: 'Contract',
      terms: {
        pricing: [wholesale({ P12M: { ReadOnlyUsers: '170', AdminUsers: '690' } })],
        buyerTargeting: [terms.forBuyers(BUYER, '202020202020')],
      },
      singleUse: true,
      daysAgo: 8,
    }),
    via('relay-b renewal', {
      name: 'Signal Relay renewal through Bramblegate',
      pricingModel: 'Contract',
      terms: {
        pricing: [wholesale({ P12M: { channels: '58' } })],
        buyerTargeting: [terms.forBuyers(BUYER)],
      },
      singleUse: true,
      until: today.day(40),
      renews: true,
      daysAgo: 5,
    }),
    via('krill consumed', {
      name: 'Krill for one deal, used',
      pricingModel: 'Contract',
      terms: { pricing: [wholesale({ P12M: { ReqPerHour: '0.2', Clusters: '900' } })] },
      singleUse: true,
      offersCreated: 1,
      daysAgo: 48,
    }),
  ];
}

function installments(today: Today): AuthorizationSpec[] {
  const half = [today.firstOfMonth(2), today.firstOfMonth(8)] as const;
  return [
    via('harbor flexible', {
      name: 'Harbor in two payments',
      pricingModel: 'Contract',
      terms: {
        pricing: [
          terms.resale(terms.fixed({ seats: 25 }, { duration: 'P12M' })),
          terms.resale(terms.usage({ api_calls: '0.00009', gb_scanned: '0.035' })),
        ],
        schedule: [
          terms.resale(
            terms.schedule([
              [half[0], '8000.00'],
              [half[1], '8000.00'],
            ]),
          ),
        ],
        buyerTargeting: [terms.forBuyers(BUYER)],
      },
      singleUse: true,
      until: today.day(25),
      daysAgo: 4,
    }),
    via('cells installments', {
      name: 'Cell Planner in three payments, used',
      pricingModel: 'Contract',
      terms: {
        pricing: [
          terms.resale(terms.fixed({ cell_001: 40, cell_002: 15 }, { duration: 'P12M' })),
          terms.resale(terms.usage(trafficPrices('0.008'))),
        ],
        schedule: [
          terms.resale(
            terms.schedule([
              [today.firstOfMonth(2), '4000'],
              [today.firstOfMonth(5), '3000'],
              [today.firstOfMonth(8), '3000'],
            ]),
          ),
        ],
      },
      singleUse: true,
      until: today.day(20),
      offersCreated: 1,
      daysAgo: 10,
    }),
    via('relay-a installments', {
      name: 'Signal Relay in two payments, sold',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.resale(terms.fixed({ channels: 30 }, { duration: 'P12M' }))],
        schedule: [
          terms.resale(
            terms.schedule([
              [today.day(-14), '6000'],
              [today.day(160), '6000'],
            ]),
          ),
        ],
      },
      singleUse: true,
      until: today.day(-15),
      offersCreated: 1,
      daysAgo: 60,
    }),
    via('relay-a amendment', {
      name: 'Signal Relay, two channels at no charge',
      pricingModel: 'Contract',
      terms: {
        pricing: [terms.resale(terms.fixed({ channels: 2 }, { duration: 'P6M' }))],
        schedule: [terms.resale(terms.schedule([[today.day(40), '0']]))],
        buyerTargeting: [terms.forBuyers(BUYER)],
      },
      singleUse: true,
      until: today.day(30),
      daysAgo: 2,
    }),
  ];
}

function limited(today: Today): AuthorizationSpec[] {
  return [
    via('harbor future dated', {
      name: 'Harbor from next season, net 60',
      pricingModel: 'Contract',
      terms: {
        pricing: [
          wholesale({ P12M: { seats: '900', gold_support: '4000' } }),
          terms.resale(terms.usage({ api_calls: '0.00009', gb_scanned: '0.035' })),
        ],
        buyerValidity: [terms.startsBy(today.day(200))],
        netPayment: [terms.resale(terms.netPayment('P60D'))],
      },
      until: today.day(90),
      daysAgo: 11,
    }),
    via('cells draft', {
      name: 'Cell Planner, prices to be agreed',
      status: 'Draft',
      pricingModel: null,
      terms: {},
      daysAgo: 1,
    }),
  ];
}

function ended(today: Today): AuthorizationSpec[] {
  return [
    via('atlas expired', {
      name: 'Atlas spring campaign',
      pricingModel: 'Contract',
      terms: { pricing: [wholesale({ P12M: { users: '360' } })] },
      until: today.day(-12),
      daysAgo: 140,
    }),
    via('relay-a restricted', {
      name: 'Signal Relay, first generation',
      status: 'Restricted',
      pricingModel: 'Contract',
      terms: { pricing: [wholesale({ P12M: { channels: '50' } })] },
      daysAgo: 200,
    }),
  ];
}

/** Neither is shared while Quillmoor lacks the service-linked role: one as the maker, one as the partner. */
function otherSellers(today: Today): AuthorizationSpec[] {
  return [
    via(
      'plankton quillmoor',
      {
        name: 'Plankton via Quillmoor',
        pricingModel: 'Usage',
        terms: { pricing: [terms.resale(terms.usage({ images_scanned: '0.012', node_hours: '0.006' }))] },
        until: today.day(300),
        daysAgo: 30,
      },
      QUILLMOOR,
    ),
    via('inkwell bramblegate', {
      owner: QUILLMOOR,
      name: 'Inkwell Vault via Bramblegate',
      pricingModel: 'Contract',
      terms: { pricing: [wholesale({ P12M: { vault_users: '120', vault_gb: '2' } })] },
      daysAgo: 22,
    }),
  ];
}
