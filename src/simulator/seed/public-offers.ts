/** The public offer of every seeded product, from which its pricing model can be read. */
import type { OfferEntity, OfferTerms, PricingModel } from '../catalog/model.ts';
import { seedId } from './ids.ts';
import { buildOffer } from './offer-builder.ts';
import { LANTERNFISH, QUILLMOOR } from './products.ts';
import { contract, refunds, usage, type Prices } from './terms.ts';
import type { Today } from './today.ts';

interface PublicOffer {
  readonly product: string;
  readonly owner: string;
  readonly model: PricingModel;
  readonly terms: OfferTerms['pricing'];
}

const YEARLY = [{ Type: 'RenewalTerm' }];

const cells = Object.fromEntries(
  Array.from({ length: 200 }, (_, index) => [`cell_${String(index + 1).padStart(3, '0')}`, String(40 + (index % 25))]),
);
const traffic = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`traffic_${String(index + 1).padStart(2, '0')}`, `0.0${10 + index}`]),
);

const WORKLOADS: Prices = { WorkloadSmall: '0.15', WorkloadMedium: '0.25' };
const MOORINGS: Prices = { 't3.medium': '0.08', 'm5.large': '0.21', 'm5.xlarge': '0.42', 'c5.2xlarge': '0.77' };

const OFFERS: readonly PublicOffer[] = [
  lanternfish('atlas', 'Contract', [
    contract({
      P1M: { users: '49', sites: '190', storage_tb: '35' },
      P12M: { users: '490', sites: '1900', storage_tb: '350' },
      P36M: { users: '1320', sites: '5100', storage_tb: '940' },
    }),
  ]),
  lanternfish('beacon', 'Contract', [
    contract({ P12M: { bronze: '1200', silver: '3600', gold: '9600' } }, { tiers: true }),
  ]),
  lanternfish('driftmeter', 'Usage', [usage(WORKLOADS)]),
  lanternfish('tidepool', 'Usage', [usage(WORKLOADS)]),
  lanternfish('harbor', 'Contract', [
    contract({ P12M: { seats: '720', gold_support: '15000' } }),
    usage({ api_calls: '0.00012', gb_scanned: '0.045' }),
  ]),
  lanternfish('gatekeeper', 'Usage', [usage({ 't2.micro': '0.18' })]),
  lanternfish('moorings', 'Usage', [
    usage(MOORINGS),
    contract({ P365D: { 't3.medium': '520', 'm5.large': '1400', 'm5.xlarge': '2800', 'c5.2xlarge': '5100' } }),
  ]),
  lanternfish('logbook', 'Contract', [contract({ P12M: { ReadOnlyUsers: '240', AdminUsers: '900' } })]),
  lanternfish('krill', 'Contract', [contract({ P12M: { ReqPerHour: '0.3', Clusters: '4000' } })]),
  lanternfish('plankton', 'Usage', [usage({ images_scanned: '0.02', node_hours: '0.009' })]),
  lanternfish('relay-a', 'Contract', [contract({ P12M: { channels: '60' } })]),
  lanternfish('relay-b', 'Contract', [contract({ P12M: { channels: '72', regions: '800' } })]),
  lanternfish('cells', 'Contract', [contract({ P12M: cells }), usage(traffic)]),
  lanternfish('sounding', 'Usage', [
    usage({ 't3.small': '0.05' }),
    { Type: 'RecurringPaymentTerm', CurrencyCode: 'USD', BillingPeriod: 'Monthly', Price: '99.00' },
  ]),
  lanternfish('shoal', 'Contract', [contract({ P12M: { users: '300' } })]),
  quillmoor('inkwell', 'Contract', [contract({ P12M: { vault_users: '180', vault_gb: '2.4' } })]),
  quillmoor('heather', 'Usage', [usage({ events: '0.9', retained_gb: '0.11' })]),
  quillmoor('fenland', 'Contract', [contract({ P12M: { Nodes: '1500' } })]),
];

export function publicOffers(today: Today): OfferEntity[] {
  const regular = OFFERS.map(({ product, owner, model, terms }) =>
    buildOffer(
      {
        slug: `public ${product}`,
        owner,
        productId: seedId('prod', product),
        name: 'Public offer',
        pricingModel: model,
        terms: { pricing: terms, support: [refunds()], renewal: model === 'Contract' ? YEARLY : [] },
        daysAgo: 400,
      },
      today,
    ),
  );
  return [...regular, freeTrial(today)];
}

function freeTrial(today: Today): OfferEntity {
  return buildOffer(
    {
      slug: 'trial tidepool',
      owner: LANTERNFISH,
      productId: seedId('prod', 'tidepool'),
      name: 'Tidepool free trial',
      pricingModel: 'Free',
      terms: {
        pricing: [
          {
            Type: 'FreeTrialPricingTerm',
            Duration: 'P14D',
            Grants: [
              { DimensionKey: 'WorkloadSmall', MaxQuantity: 500 },
              { DimensionKey: 'WorkloadMedium', MaxQuantity: 500 },
            ],
          },
        ],
      },
      daysAgo: 300,
    },
    today,
  );
}

function lanternfish(product: string, model: PricingModel, terms: OfferTerms['pricing']): PublicOffer {
  return { product, owner: LANTERNFISH, model, terms };
}

function quillmoor(product: string, model: PricingModel, terms: OfferTerms['pricing']): PublicOffer {
  return { product, owner: QUILLMOOR, model, terms };
}
